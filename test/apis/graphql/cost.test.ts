import { describe, expect, it } from 'vitest';
import { checkOperation } from '../../../apis/graphql/check-operation';
import type { VariableValues } from '../../../apis/graphql/page-size';
import { schemaFor } from '../../../apis/graphql/schema';
import { operationText, shopifySchema } from './shopify-schema';

const schema = schemaFor(shopifySchema());
const check = (source: string, variables: VariableValues = {}) => checkOperation(schema, source, variables).operation;

describe('requested cost', () => {
  it.each([
    ['02_get_orders_by_customer_id', 'first', [5, 27], [10, 35], [25, 51], [50, 59], [250, 91]],
    ['03_get_order_by_id', 'lineItems', [10, 16], [25, 20], [100, 26], [250, 30]],
    ['04_get_product_variants', 'first', [10, 37], [50, 61], [100, 77], [250, 93]],
    ['05_search_products_by_title', 'first', [5, 17], [10, 22], [50, 37], [250, 57]],
    ['06_get_product_by_id', 'variants', [20, 24], [100, 28]],
    ['07_get_products_by_collection', 'first', [10, 23], [20, 28], [50, 38], [250, 58]],
    ['08_list_collections', 'first', [50, 18], [250, 26]],
  ] as const)('of %s grows with the logarithm of %s', (file, variable, ...table) => {
    const costs = table.map(([size]) => [size, check(operationText(file), { [variable]: size })?.cost]);
    expect(costs).toEqual(table);
  });

  it.each([
    ['scalars are free', 'query A { __typename }', 0],
    ['an object costs one', 'query A { shop { name } }', 1],
    ['a root count costs ten', 'query A { ordersCount { count } }', 10],
    ['the same field twice costs once', 'query A { shop { name } ...B } fragment B on QueryRoot { shop { id } }', 1],
    ['aliases cost each', 'query A { a: shop { name } b: shop { id } }', 2],
    [
      'edges and page info are free',
      'query A { orders(first: 2) { edges { node { id } } pageInfo { hasNextPage } } }',
      3,
    ],
    ['money is free', 'query A { order(id: "1") { totalPriceSet { shopMoney { amount } } } }', 1],
    ['plain lists count one entry', 'query A { order(id: "1") { fulfillments(first: 50) { id } } }', 2],
    [
      'the dearest of several types counts',
      'query A { node(id: "1") { ... on Order { customer { id } app { id } } ... on Product { category { id } } } }',
      3,
    ],
    [
      'parts under @include count',
      'query A($x: Boolean = false) { shop { plan @include(if: $x) { publicDisplayName } } }',
      2,
    ],
  ])('%s', (_, source, cost) => {
    expect(check(source)?.cost).toBe(cost);
  });

  it('takes the longest page when only the request knows the size', () => {
    const source = 'query A($n: Int!) { orders(first: $n) { nodes { id } } }';
    expect(check(source)?.cost).toBe(check(source, { n: 250 })?.cost);
    expect(check(source, { n: 2 })?.cost).toBe(3);
  });
});

describe('connections', () => {
  it('are listed with response path and page size, outer ones first', () => {
    expect(check(operationText('02_get_orders_by_customer_id'), { first: 7 })?.connections).toEqual([
      { path: 'data.customer.orders', first: 7 },
      { path: 'data.customer.orders.nodes.lineItems', first: 5 },
    ]);
  });

  it('count from the end with last', () => {
    expect(check('query A { newest: orders(last: 4) { nodes { id } } }')?.connections).toEqual([
      { path: 'data.newest', first: 4 },
    ]);
  });
});
