import { describe, expect, test } from 'vitest';
import { ask, storeAt, type Json } from './store-client';

const store = storeAt({ bucketSize: 1e9 });
const QUERY = `query Q($first: Int, $last: Int, $after: String, $before: String, $by: ProductSortKeys, $reverse: Boolean) {
  products(first: $first, last: $last, after: $after, before: $before, sortKey: $by, reverse: $reverse, query: "title:mug*") {
    nodes { id title } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

function page(variables: object): { titles: string[]; info: Json; cursors: string[] } {
  const products = ask(store, QUERY, variables).body.data?.['products'];
  const nodes = products?.['nodes'] as unknown as { title: string }[];
  const edges = products?.['edges'] as unknown as { cursor: string }[];
  return { titles: nodes.map((n) => n.title), info: products?.['pageInfo'] ?? {}, cursors: edges.map((e) => e.cursor) };
}
const code = (variables: object): unknown => ask(store, QUERY, variables).body.errors?.['0']?.['extensions'];

/** All titles by pages of `size`. */
function walk(size: number, more: object = {}): string[][] {
  const pages: string[][] = [];
  for (let after: unknown = null; ;) {
    const { titles, info } = page({ first: size, after, ...more });
    pages.push(titles);
    if (info['hasNextPage'] as unknown as boolean) after = info['endCursor'];
    else return pages;
  }
}

describe('a connection', () => {
  test.each([4, 10, 250])('shows every product once in pages of %i', (size) => {
    const pages = walk(size);
    expect(pages.flat()).toHaveLength(31);
    expect(new Set(pages.flat()).size).toBe(31);
    expect(pages).toHaveLength(Math.ceil(31 / size));
  });

  test('walks backwards with last and before', () => {
    const end = page({ last: 3 });
    const before = page({ last: 3, before: end.info['startCursor'] });
    expect([...before.titles, ...end.titles]).toEqual(walk(250).flat().slice(-6));
    expect(end.info).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('sorts and reverses, and keeps that order over pages', () => {
    const titles = walk(250, { by: 'TITLE' }).flat();
    expect(titles).toEqual([...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(walk(5, { by: 'TITLE', reverse: true }).flat()).toEqual(titles.toReversed());
  });

  test('has null cursors when empty', () => {
    const query =
      '{ products(first: 5, query: "title:teleporter") { nodes { id } pageInfo { hasNextPage startCursor endCursor } } }';
    expect(ask(store, query).body.data?.['products']).toEqual({
      nodes: [],
      pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
    });
  });

  test('has cursors that say nothing in plain text', () => {
    const [cursor = ''] = page({ first: 1 }).cursors;
    expect(cursor).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  test('needs first or last, not both, and a cursor of its own', () => {
    expect(code({})).toEqual({ code: 'BAD_REQUEST' });
    expect(code({ first: 1, last: 1 })).toEqual({ code: 'BAD_REQUEST' });
    expect(code({ first: 1, after: 'nonsense' })).toEqual({ code: 'BAD_REQUEST' });
    expect(ask(store, QUERY, {}).body.data).toBeNull();
  });

  test("keeps a collection's own order by default and an order's newest first on request", () => {
    const newest = ask(
      store,
      '{ customer(id: "gid://shopify/Customer/6400000000001") { orders(first: 3, sortKey: CREATED_AT, reverse: true) { nodes { name } } } }',
    );
    expect(newest.body.data?.['customer']?.['orders']?.['nodes']).toEqual([
      { name: '#1014' },
      { name: '#1013' },
      { name: '#1012' },
    ]);
  });

  test('searches inside a customer', () => {
    const query =
      '{ customer(id: "gid://shopify/Customer/6400000000001") { orders(first: 50, query: "status:cancelled") { nodes { name } } } }';
    expect(ask(store, query).body.data?.['customer']).toEqual({ orders: { nodes: [{ name: '#1004' }] } });
  });

  test('cuts plain lists to first', () => {
    const parcels = (first: number): number => {
      const query = `{ order(id: "gid://shopify/Order/5600000001006") { fulfillments(first: 1) { trackingInfo(first: ${first}) { number } } } }`;
      const list = ask(store, query).body.data?.['order']?.['fulfillments']?.['0']?.[
        'trackingInfo'
      ] as unknown as unknown[];
      return list.length;
    };
    expect([parcels(3), parcels(10)]).toEqual([3, 4]);
  });
});
