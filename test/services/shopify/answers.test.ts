import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, operation, storeAt, type Reply } from './store-client';

interface Sample {
  readonly status: number;
  readonly body: unknown;
}

const sample = (name: string): Sample =>
  JSON.parse(readFileSync(join(__dirname, 'answers', `${name}.json`), 'utf8')) as Sample;

/** The keys and kinds of values of an answer; a list has the shape of its fullest element. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape).reduce(merged, 'empty');
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]));
}

/** Two shapes of one place: what is null or empty in one of them takes the shape of the other. */
function merged(a: unknown, b: unknown): unknown {
  if (a === 'null' || a === 'empty') return b;
  if (b === 'null' || b === 'empty') return a;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const at = (object: object, key: string): unknown => (object as Record<string, unknown>)[key] ?? 'null';
  return Object.fromEntries(keys.map((key) => [key, merged(at(a, key), at(b, key))]));
}

/** A shape in which null and empty places are taken from another; its keys stay its own. */
function filled(a: unknown, b: unknown): unknown {
  if (a === 'null' || a === 'empty') return b;
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a;
  const other = b as Record<string, unknown>;
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, filled(value, other[key] ?? value)]));
}

/** Checks that two answers have one shape; null and empty on either side fit anything. */
function expectSameShape(reply: Reply, name: string): void {
  const { status, body } = sample(name);
  const [mine, theirs] = [shape(reply.body), shape(body)];
  expect(reply.status).toBe(status);
  expect(filled(mine, theirs)).toEqual(filled(theirs, mine));
}

const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;
const LIVE = 'status:active AND published_status:published';

describe('answers have the shape of the reference answers', () => {
  test.each([
    ['01_get_customer_by_email', 'success', { email: 'ada@example.com' }],
    ['02_get_orders_by_customer_id', 'success', { customerId: gid('Customer', '6400000000001') }],
    ['03_get_order_by_id', 'success', { id: gid('Order', '5600000001002') }],
    ['04_get_product_variants', 'success', { productId: gid('Product', '7700000000102') }],
    ['05_search_products_by_title', 'success', { query: `${LIVE} AND title:mug*` }],
    ['06_get_product_by_id', 'success', { id: gid('Product', '7700000000001') }],
    ['07_get_products_by_collection', 'success', { collectionId: gid('Collection', '2900000000001') }],
    ['08_list_collections', 'success', {}],
  ])('%s, when something is found', (name, kind, variables) => {
    expectSameShape(ask(storeAt(), operation(name), variables), `${name}.${kind}`);
  });

  test.each([
    ['01_get_customer_by_email', { email: 'nobody@example.com' }],
    ['02_get_orders_by_customer_id', { customerId: gid('Customer', '6400000000002') }],
    ['03_get_order_by_id', { id: gid('Order', '1') }],
    ['04_get_product_variants', { productId: gid('Product', '1') }],
    ['05_search_products_by_title', { query: `${LIVE} AND title:teleporter*` }],
    ['06_get_product_by_id', { id: gid('Product', '1') }],
    ['07_get_products_by_collection', { collectionId: gid('Collection', '2900000000003') }],
    ['08_list_collections', { query: 'published_status:published AND title:nonesuch*' }],
  ])('%s, when nothing is found', (name, variables) => {
    const reply = ask(storeAt(), operation(name), variables);
    expectSameShape(reply, `${name}.empty`);
    expect(reply.body.extensions).toEqual((sample(`${name}.empty`).body as { extensions: unknown }).extensions);
  });

  test('what goes wrong', () => {
    const product = operation('06_get_product_by_id');
    const order = operation('03_get_order_by_id');
    const store = storeAt();
    expectSameShape(ask(store, product, { id: gid('Product', '1') }, { token: 'nope' }), 'error.unauthorized');
    expectSameShape(ask(store, product, { id: '9001' }), 'error.invalid_variable');
    expectSameShape(ask(store, product, { id: gid('Order', '1') }), 'error.resource_not_found');
    expectSameShape(ask(store, 'query Q { shop { nope } }'), 'error.undefined_field');
    expectSameShape(
      ask(storeAt({ scopes: ['read_products'] }), operation('01_get_customer_by_email'), { email: 'x@example.com' }),
      'error.access_denied.null',
    );
    expectSameShape(
      ask(storeAt({ scopes: ['read_orders'] }), order, { id: gid('Order', '5600000001002') }),
      'error.access_denied.partial',
    );
    expectSameShape(
      ask(store, operation('01b_search_customer_by_email'), { query: 'mail:"nobody@example.com"' }),
      'warning.invalid_search_field',
    );
    store.faults.next('throttled');
    expectSameShape(ask(store, '{ shop { name } }'), 'error.throttled');
    store.faults.next('internal');
    expectSameShape(ask(store, '{ shop { name } }'), 'error.internal');
  });
});
