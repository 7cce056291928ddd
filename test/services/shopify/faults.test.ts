import { describe, expect, test } from 'vitest';
import type { StoreFaultKind } from '../../../services/shopify/protocol/faults';
import { ask, storeAt } from './store-client';

const NAME = '{ shop { name } }';

const raw = (store: ReturnType<typeof storeAt>, headers: Record<string, string> = {}) =>
  store.handle({
    method: 'POST',
    url: '/admin/api/2026-10/graphql.json',
    headers: { 'x-shopify-access-token': store.token, ...headers },
    body: JSON.stringify({ query: NAME }),
  });

describe('faults', () => {
  test.each(['402', '403', '404', '423', '429', '430', '500', '501', '502', '503', '504'] satisfies StoreFaultKind[])(
    '%s is the status of the next answer only',
    (kind) => {
      const store = storeAt();
      store.faults.next(kind);
      const answer = raw(store);
      expect(answer.status).toBe(Number(kind));
      expect(answer.headers['retry-after']).toBe(kind === '429' ? '2.0' : undefined);
      expect(raw(store).status).toBe(200);
    },
  );

  test('throttled and internal come with HTTP 200', () => {
    const store = storeAt();
    store.faults.next('throttled');
    store.faults.next('internal');
    expect(ask(store, NAME).body).toMatchObject({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: { cost: { actualQueryCost: null } },
    });
    const internal = ask(store, NAME).body;
    expect(Object.keys(internal)).toEqual(['errors']);
    expect(internal.errors?.['0']?.['extensions']).toHaveProperty('requestId');
  });

  test('hit as many requests as asked, after as many as asked', () => {
    const store = storeAt();
    store.faults.next('503', { times: 2, after: 1 });
    expect([1, 2, 3, 4].map(() => raw(store).status)).toEqual([200, 503, 503, 200]);
    store.faults.next('500', { times: 9 });
    store.faults.clear();
    expect(raw(store).status).toBe(200);
  });

  test('wait for the endpoint they are meant for', () => {
    const store = storeAt();
    store.faults.next('503', { on: 'oauth' });
    expect(raw(store).status).toBe(200);
    expect(store.handle({ method: 'POST', url: '/admin/oauth/access_token', headers: {}, body: '' }).status).toBe(503);
  });

  test('html is a page with 200 or another status', () => {
    const store = storeAt();
    store.faults.next('html');
    store.faults.next('html', { value: 502 });
    for (const status of [200, 502]) {
      const answer = raw(store);
      expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
      expect(answer.body).toMatch(/^<!DOCTYPE html>/);
    }
  });

  test('broken-json does not parse, big is over 2 MB and does', () => {
    const store = storeAt();
    store.faults.next('broken-json');
    store.faults.next('big');
    expect(() => void JSON.parse(raw(store).body)).toThrow(SyntaxError);
    const { body } = raw(store);
    expect(body.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(body)).toMatchObject({ data: { shop: { name: 'Harbor & Pine' } } });
  });

  test('slow and cut are left to whoever carries the answer', () => {
    const store = storeAt();
    store.faults.next('slow', { value: 250 });
    store.faults.next('cut');
    expect(raw(store)).toMatchObject({ status: 200, delayMs: 250 });
    expect(raw(store).cut).toBe(true);
  });

  test('search-warning and partial change a real answer', () => {
    const store = storeAt();
    store.faults.next('search-warning');
    store.faults.next('partial', { value: 'read_products' });
    expect(ask(store, NAME).body.extensions?.['search']?.['0']?.['warnings']?.['0']?.['code']).toBe('invalid_field');
    const { body } = ask(store, '{ shop { name } product(id: "gid://shopify/Product/7700000000001") { id } }');
    expect(body).toMatchObject({
      data: { shop: { name: 'Harbor & Pine' }, product: null },
      errors: [{ extensions: { code: 'ACCESS_DENIED' } }],
    });
  });

  test('come by header only where that is allowed', () => {
    const open = storeAt({ faultHeader: true });
    expect(raw(open, { 'x-mock-fault': '503' }).status).toBe(503);
    expect(raw(open, { 'x-mock-fault': 'html=502' }).status).toBe(502);
    expect(raw(open, { 'x-mock-fault': 'nonsense' }).status).toBe(200);
    expect(raw(storeAt(), { 'x-mock-fault': '503' }).status).toBe(200);
  });

  test('are named in the request log', () => {
    const store = storeAt();
    store.faults.next('500');
    raw(store);
    raw(store);
    expect(store.requests.map((r) => r.fault)).toEqual(['500', null]);
  });
});
