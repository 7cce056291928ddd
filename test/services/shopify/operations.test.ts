import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, operation, storeAt } from './store-client';

const gid = (type: string, id: string): string => `gid://shopify/${type}/${id}`;
const ADA = gid('Customer', '6400000000001');
const LIVE = 'status:active AND published_status:published';

/** Every operation, variables that find something, and its requested cost as measured for the default page. */
const CASES: Readonly<Record<string, readonly [object, number | null]>> = {
  '00_token_scopes': [{}, null],
  '01_get_customer_by_email': [{ email: 'ada@example.com' }, 3],
  '01b_search_customer_by_email': [{ query: 'email:"ada@example.com"' }, 4],
  '02_get_orders_by_customer_id': [{ customerId: ADA }, 35],
  '02b_orders_by_customer_search': [{ query: 'customer_id:6400000000001' }, null],
  '03_get_order_by_id': [{ id: gid('Order', '5600000001001') }, 20],
  '03b_find_order_by_name': [{ query: 'name:"#1001"' }, null],
  '04_get_product_variants': [{ productId: gid('Product', '7700000000103') }, 61],
  '05_search_products_by_title': [{ query: `${LIVE} AND title:mug*` }, 22],
  '06_get_product_by_id': [{ id: gid('Product', '7700000000001') }, 24],
  '07_get_products_by_collection': [{ collectionId: gid('Collection', '2900000000001') }, 28],
  '07b_products_by_collection_search': [{ query: `collection_id:2900000000001 AND ${LIVE}` }, null],
  '08_list_collections': [{}, 18],
};

describe('the verified operations', () => {
  const files = readdirSync(join(__dirname, '..', '..', 'fixtures', 'operations')).map((name) =>
    name.replace('.graphql', ''),
  );

  test('all have a case here', () => {
    expect(files.sort()).toEqual(Object.keys(CASES).sort());
  });

  for (const [name, [variables, cost]] of Object.entries(CASES)) {
    for (const version of ['2026-01', '2026-04', '2026-07', '2026-10']) {
      test(`${name} answers with data on ${version}`, () => {
        const { status, body } = ask(storeAt(), operation(name), variables, { version });
        expect(status).toBe(200);
        expect(body.errors).toBeUndefined();
        expect(Object.values(body.data ?? {}).every((value) => value !== null)).toBe(true);
        expect(Object.keys(body.extensions ?? {})).toEqual(['cost']);
        if (cost !== null) expect(body.extensions?.['cost']?.['requestedQueryCost']).toBe(cost);
      });
    }
  }
});
