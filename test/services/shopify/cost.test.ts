import { describe, expect, test } from 'vitest';
import { ask, operation, storeAt, type Body } from './store-client';

const requested = (body: Body): unknown => body.extensions?.['cost']?.['requestedQueryCost'];
const order = { id: 'gid://shopify/Order/5600000001001' };
const orders = { customerId: 'gid://shopify/Customer/6400000000001' };

describe('requested cost', () => {
  test.each([
    ['02_get_orders_by_customer_id', { ...orders, first: 5 }, 27],
    ['02_get_orders_by_customer_id', { ...orders, first: 250 }, 91],
    ['03_get_order_by_id', { ...order, lineItems: 10 }, 16],
    ['03_get_order_by_id', { ...order, lineItems: 250 }, 30],
    ['04_get_product_variants', { productId: 'gid://shopify/Product/1', first: 100 }, 77],
    ['05_search_products_by_title', { query: 'x', first: 5 }, 17],
    ['08_list_collections', { first: 250 }, 26],
  ])('of %s with %j is %i', (name, variables, cost) => {
    expect(requested(ask(storeAt(), operation(name), variables).body)).toBe(cost);
  });

  test('counts a root count as 10 and the dearest selection behind an interface', () => {
    const store = storeAt();
    expect(requested(ask(store, '{ productsCount { count } }').body)).toBe(10);
    const node =
      '{ node(id: "gid://shopify/Product/1") { ... on Product { seo { title } } ... on Order { customer { lastOrder { id } } } } }';
    expect(requested(ask(store, node).body)).toBe(3);
  });

  test('leaves out what @skip and @include leave out', () => {
    const query =
      'query Q($all: Boolean!) { shop { primaryDomain @include(if: $all) { url } plan @skip(if: true) { displayName } } }';
    expect(requested(ask(storeAt(), query, { all: false }).body)).toBe(1);
    expect(requested(ask(storeAt(), query, { all: true }).body)).toBe(2);
  });

  test('over 1,000 is refused without data', () => {
    const { status, body } = ask(
      storeAt(),
      '{ products(first: 250) { nodes { variants(first: 250) { nodes { media(first: 250) { nodes { preview { image { url } } } } } } } } }',
    );
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['errors']);
    expect(body.errors?.['0']?.['extensions']).toEqual({
      code: 'MAX_COST_EXCEEDED',
      cost: 4391,
      maxCost: 1000,
      documentation: 'https://shopify.dev/api/usage/rate-limits',
    });
    expect(body.errors?.['0']?.['message']).toMatch(
      /^Query cost is 4391, which exceeds the single query max cost limit \(1000\)\.\n\n/,
    );
  });
});

describe('actual cost', () => {
  test('is never more than requested, and small when nothing is found', () => {
    const { body } = ask(storeAt(), operation('03_get_order_by_id'), { id: 'gid://shopify/Order/1' });
    expect(body.extensions?.['cost']).toEqual({
      requestedQueryCost: 20,
      actualQueryCost: 1,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1999, restoreRate: 100 },
    });
    expect(
      ask(storeAt(), operation('01_get_customer_by_email'), { email: 'ada@example.com' }).body.extensions?.['cost']?.[
        'actualQueryCost'
      ],
    ).toBe(3);
  });
});

describe('the bucket', () => {
  test('runs dry, answers THROTTLED with HTTP 200, and fills up by the clock', () => {
    const store = storeAt({ bucketSize: 60, restoreRate: 50 });
    const list = operation('08_list_collections');
    expect(ask(store, list).body.errors).toBeUndefined();
    let reply = ask(store, list);
    for (let k = 0; k < 10 && reply.body.errors === undefined; k++) reply = ask(store, list);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toBeUndefined();
    expect(reply.body.errors).toEqual([
      {
        message: 'Throttled',
        extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
      },
    ]);
    const cost = reply.body.extensions?.['cost'];
    expect(cost?.['actualQueryCost']).toBeNull();
    const missing = Number(cost?.['requestedQueryCost']) - Number(cost?.['throttleStatus']?.['currentlyAvailable']);
    expect(missing).toBeGreaterThan(0);
    store.advance((missing / 50) * 1000);
    expect(ask(store, list).body.errors).toBeUndefined();
    store.advance(3_600_000);
    expect(ask(store, '{ shop { name } }').body.extensions?.['cost']?.['throttleStatus']?.['currentlyAvailable']).toBe(
      59,
    );
  });
});
