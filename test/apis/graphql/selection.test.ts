import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaFor } from '../../../apis/graphql/schema';
import { fieldsAt, typeAt } from '../../../apis/graphql/selection';
import { operationText, shopifySchema } from './shopify-schema';

const schema = schemaFor(shopifySchema());
const order = parse(operationText('03_get_order_by_id'));
const aliased = parse(`query A {
  newest: orders(first: 3, reverse: true) { nodes { title: name customer { id } ...More } }
  node(id: "1") { __typename ... on Order { note } ... on Product { title } }
}
fragment More on Order { customer { displayName } }`);

describe('the type at a response path', () => {
  it.each([
    ['data', 'QueryRoot'],
    ['data.order', 'Order'],
    ['order.name', 'String!'],
    ['data.order.lineItems.nodes', '[LineItem!]!'],
    ['data.order.lineItems.nodes[0]', 'LineItem!'],
    ['data.order.lineItems.nodes[*].title', 'String!'],
    ['data.order.subtotalPriceSet.shopMoney.amount', 'Decimal!'],
  ])('%s is %s', (path, type) => {
    expect(String(typeAt(schema, order, path))).toBe(type);
  });

  it.each([
    ['data.newest.nodes[0].title', 'String!'],
    ['data.newest.nodes[0].customer.displayName', 'String!'],
    ['data.node.__typename', 'String!'],
    ['data.node.note', 'String'],
  ])('%s is %s through an alias or a fragment', (path, type) => {
    expect(String(typeAt(schema, aliased, path))).toBe(type);
  });

  it.each([
    ['data.orders.nodes', 'an alias replaces the name'],
    ['data.newest.nodes[0].name', 'an alias replaces the name'],
    ['data.newest.nodes.title', 'a list has no keys'],
    ['data.newest[0]', 'an object has no entries'],
    ['data.newest.nodes[0].email', 'not selected'],
    ['data.newest.nodes[0].title.length', 'a scalar has no keys'],
    ['data..newest', 'not a path'],
    ['', 'not a path'],
  ])('%s has none: %s', (path) => {
    expect(typeAt(schema, aliased, path)).toBeUndefined();
  });
});

describe('the fields at a response path', () => {
  it('are the selected response keys, of the entries when it is a list', () => {
    expect(fieldsAt(schema, aliased, 'data.newest.nodes')).toEqual(['title', 'customer']);
    expect(fieldsAt(schema, aliased, 'data.newest.nodes[0].customer')).toEqual(['id', 'displayName']);
    expect(fieldsAt(schema, aliased, 'data')).toEqual(['newest', 'node']);
  });

  it('include those of every type behind an interface', () => {
    expect(new Set(fieldsAt(schema, aliased, 'data.node'))).toEqual(new Set(['__typename', 'note', 'title']));
  });

  it('are none at a scalar or where nothing is selected', () => {
    expect(fieldsAt(schema, aliased, 'data.newest.nodes[0].title')).toEqual([]);
    expect(fieldsAt(schema, aliased, 'data.shop')).toEqual([]);
  });
});
