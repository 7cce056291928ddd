import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStore, type RunningStore } from '../../../services/shopify/server';
import { ask, NOW, operation, storeAt } from './store-client';
import { PICTURES } from '../../../services/shopify/seed/shop';

let store: RunningStore;
beforeAll(async () => {
  store = await startStore({ now: () => NOW, bucketSize: 1e9 });
});
afterAll(() => store.close());

const post = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  fetch(`${store.url}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': store.token, ...headers },
    body: JSON.stringify({ query, variables }),
  });

/** Data of a store without HTTP, with pictures where this one serves them. */
const withPictures = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data).replaceAll('http://127.0.0.1/images', `${store.url}/images`));

describe('the store over HTTP', () => {
  test('listens on the loopback address only, on a free port', () => {
    expect(store.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test('answers as it does in process', async () => {
    const variables = { id: 'gid://shopify/Order/5600000001002' };
    const response = await post(operation('03_get_order_by_id'), variables);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-shopify-api-version')).toBe('2026-10');
    expect(response.headers.get('x-request-id')).not.toBeNull();
    const { data } = (await response.json()) as { data: unknown };
    expect(data).toEqual(withPictures(ask(storeAt(), operation('03_get_order_by_id'), variables).body.data));
  });

  test('reads bodies of any content type and reports bad ones', async () => {
    const url = `${store.url}/admin/api/2026-10/graphql.json`;
    const headers = { 'x-shopify-access-token': store.token, 'content-type': 'text/plain' };
    expect((await fetch(url, { method: 'POST', headers, body: '{"query":"{ shop { name } }"}' })).status).toBe(200);
    expect((await fetch(url, { method: 'POST', headers, body: '{' })).status).toBe(400);
    expect((await fetch(`${store.url}/nothing`)).status).toBe(404);
  });

  test('grants a token to a form', async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: store.client.id,
      client_secret: store.client.secret,
    });
    const response = await fetch(`${store.url}/admin/oauth/access_token`, { method: 'POST', body });
    expect(response.status).toBe(200);
  });

  test('serves the pictures its data points to', async () => {
    const query =
      '{ product(id: "gid://shopify/Product/7700000000107") { featuredMedia { preview { image { url } } } } }';
    const { data } = (await (await post(query)).json()) as {
      data: { product: { featuredMedia: { preview: { image: { url: string } } } } };
    };
    const { url } = data.product.featuredMedia.preview.image;
    expect(url).toBe(`${PICTURES}7700000000107-1.svg`);
    const response = await fetch(url.replace(PICTURES, `${store.url}/images/`));
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const svg = await response.text();
    expect(svg).toMatch(/^<svg [^]*<path /);
    expect(svg).not.toMatch(/Candle|<b>|<text/);
  });

  test('keeps a slow answer back and cuts a connection', async () => {
    store.faults.next('slow', { value: 120 });
    const start = performance.now();
    expect((await post('{ shop { name } }')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(115);
    store.faults.next('cut');
    await expect(post('{ shop { name } }')).rejects.toThrow();
    expect((await post('{ shop { name } }')).status).toBe(200);
  });

  test('sends 2 MB and more', async () => {
    store.faults.next('big');
    expect((await (await post('{ shop { name } }')).text()).length).toBeGreaterThan(2_000_000);
  });

  test('remembers requests without their tokens', () => {
    const last = store.requests.at(-1);
    expect(last).toMatchObject({
      method: 'POST',
      path: '/admin/api/2026-10/graphql.json',
      query: '{ shop { name } }',
      fault: 'big',
    });
    expect(JSON.stringify(store.requests)).not.toContain(store.token);
  });

  test('frees its port when closed, even with a slow answer under way', async () => {
    const other = await startStore();
    other.faults.next('slow', { value: 60_000 });
    const pending = fetch(`${other.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      body: '{"query":"{ shop { name } }"}',
    }).catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    await expect(fetch(other.url)).rejects.toThrow();
    await pending;
  });
});

describe('speed', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['02_get_orders_by_customer_id', { customerId: 'gid://shopify/Customer/6400000000001' }],
    ['03_get_order_by_id', { id: 'gid://shopify/Order/5600000001001' }],
    ['05_search_products_by_title', { query: 'status:active AND published_status:published AND title:mug*' }],
    ['08_list_collections', {}],
  ];
  const median = (times: readonly number[]): number =>
    times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;

  test.each(cases)('%s takes about a millisecond once warm (25 allowed, for busy machines)', (name, variables) => {
    const warm = storeAt({ bucketSize: 1e9 });
    const query = operation(name);
    const times = Array.from({ length: 200 }, () => {
      const start = performance.now();
      ask(warm, query, variables);
      return performance.now() - start;
    });
    expect(median(times.slice(50))).toBeLessThan(25);
  });
});
