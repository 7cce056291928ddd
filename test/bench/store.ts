import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import { parse } from 'yaml';
import { createStore } from '../../services/shopify/store';
import { SHOP } from '../build/specs';
import type { Row } from './row';

/** The queries of the specs, with values that a shopper could give. */
const ASKED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'get-all-collections': {},
  'get-products-by-name': { search: 'status:active AND published_status:published AND title:shirt*' },
  'get-order-details': { byId: false, byName: true, search: 'name:"#1001"' },
  'get-customer-details-by-email': { email: 'nobody@example.com' },
};

/** The local store's answers to the queries of the specs, without HTTP. */
export async function store(): Promise<Row[]> {
  const { handle, token } = createStore({ bucketSize: 1e9, restoreRate: 1e9 });
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  for (const [action, variables] of Object.entries(ASKED)) {
    const spec = parse(readFileSync(join(SHOP, 'specs', 'shopify', `${action}.yaml`), 'utf8')) as {
      readonly request: { readonly graphql: string };
    };
    const request = {
      method: 'POST',
      url: '/admin/api/2026-10/graphql.json',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
      body: JSON.stringify({ query: spec.request.graphql, variables }),
    };
    const { status, body } = handle(request);
    if (status !== 200 || body.includes('"errors"'))
      throw new Error(`the store refuses ${action}: ${body.slice(0, 300)}`);
    bench.add(action, () => void handle(request));
  }
  const tasks = await bench.run();
  return tasks.map(({ name, result }) => ({
    what: `Store: ${name}`,
    measured:
      'latency' in result
        ? `p50 ${result.latency.p50?.toFixed(2)} ms, p99 ${result.latency.p99.toFixed(2)} ms`
        : `not measured: ${result.state}`,
  }));
}
