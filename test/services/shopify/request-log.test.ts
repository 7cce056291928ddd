import { describe, expect, test } from 'vitest';
import { createRequestLog, type LoggedRequest } from '../../../services/shopify/request-log';
import { storeAt } from './store-client';

describe('the request log', () => {
  test('says of a token that was asked for whether it was given', () => {
    const store = storeAt({ clients: [{ id: 'app', secret: 'x', scopes: [] }] });
    const url = '/admin/oauth/access_token';
    const headers = { 'content-type': 'application/json' };
    const body = { grant_type: 'client_credentials', client_id: 'app', client_secret: 'x' };
    for (const client_secret of ['x', 'y'])
      store.handle({ method: 'POST', url, headers, body: JSON.stringify({ ...body, client_secret }) });
    expect(store.requests.map(({ status, authorized }) => [status, authorized])).toEqual([
      [200, true],
      [400, false],
    ]);
  });

  test('keeps the last thousand', () => {
    const log = createRequestLog();
    const entry = (at: number): LoggedRequest => ({
      ...{ at, method: 'POST', path: '/', status: 200, authorized: true, version: null },
      ...{ operationName: null, query: null, variables: {}, fault: null },
    });
    for (let at = 0; at < 1000; at += 1) log.add(entry(at));
    expect([log.requests.length, log.requests[0]?.at]).toEqual([1000, 0]);
    log.add(entry(1000));
    expect([log.requests.length, log.requests[0]?.at, log.requests.at(-1)?.at]).toEqual([1000, 1, 1000]);
  });
});
