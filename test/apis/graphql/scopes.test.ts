import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaFor } from '../../../apis/graphql/schema';
import { alternatives, scopesOf } from '../../../apis/graphql/scopes';
import { shopifySchema } from './shopify-schema';

const schema = schemaFor(shopifySchema());
const scopes = (source: string) => scopesOf(schema, parse(source));

describe('sentences about access', () => {
  it.each([
    ['`read_orders` access scope.', [['read_orders']]],
    [
      '`read_orders` access scope, `read_marketplace_orders` access scope or `read_quick_sale` access scope.',
      [['read_orders', 'read_marketplace_orders', 'read_quick_sale']],
    ],
    [
      '`read_returns` access scope and (`read_orders` access scope or `read_marketplace_orders` access scope).',
      [['read_returns'], ['read_orders', 'read_marketplace_orders']],
    ],
    [
      '`read_customers` access scope. Also: Requires `read_customer_payment_methods` scope.',
      [['read_customers'], ['read_customer_payment_methods']],
    ],
    ['`read_orders` access scope. Also: The user must have manage_abandoned_checkouts permission.', [['read_orders']]],
    [
      '`read_markets` for queries and both `read_markets` as well as `write_markets` for mutations.',
      [['read_markets']],
    ],
    ['The user must have access to payouts.', []],
  ])('%s', (sentence, expected) => {
    expect(alternatives(sentence)).toEqual(expected);
  });
});

describe('scopes of a query', () => {
  it('follow the types it touches, through fragments too', () => {
    const source = 'query A { order(id: "1") { ...C } } fragment C on Order { customer { id } }';
    expect(scopes(source)).toEqual(['read_customers', 'read_orders']);
  });

  it('do not ask for an alternative when another field needs one of them anyway', () => {
    const media = 'node(id: "1") { ... on MediaImage { alt } }';
    expect(scopes(`query A { ${media} }`)).toEqual(['read_products']);
    expect(scopes(`query A { ${media} order(id: "1") { id } }`)).toEqual(['read_orders']);
  });

  it('are none for what every app may read', () => {
    expect(scopes('query A { shop { name } }')).toEqual([]);
  });
});
