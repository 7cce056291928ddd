import { describe, expect, test } from 'vitest';
import { ask, storeAt } from './store-client';

const store = storeAt({ bucketSize: 1e9 });
const errorsOf = (query: string, variables: object = {}) => ask(store, query, variables).body.errors;

describe('which operation is run', () => {
  const run = (query: string, operationName: unknown) => {
    const headers = { 'x-shopify-access-token': store.token, 'content-type': 'application/json' };
    const body = JSON.stringify({ query, operationName });
    return JSON.parse(
      store.handle({ method: 'POST', url: '/admin/api/2026-10/graphql.json', headers, body }).body,
    ) as object;
  };
  const two = 'query A { a: shop { name } } query B { b: shop { name } }';
  const shop = { name: 'Harbor & Pine' };
  test.each([
    [two, 'A', { data: { a: shop } }],
    [two, 'B', { data: { b: shop } }],
    [two, 'C', { errors: [{ message: 'No operation named "C"' }] }],
    [two, null, { errors: [{ message: 'An operation name is required' }] }],
    ['query A { a: shop { name } }', 'B', { errors: [{ message: 'No operation named "B"' }] }],
    ['query A { a: shop { name } }', null, { data: { a: shop } }],
    ['fragment F on Shop { name }', null, { errors: [{ message: 'Fragment F was defined, but not used' }] }],
  ])('of %s with the name %s', (query, name, answer) => expect(run(query, name)).toMatchObject(answer));
});

test('a query may cost a thousand points, and not one more', () => {
  const counts = Array.from({ length: 100 }, (_, i) => `c${i}: productsCount { count }`).join(' ');
  expect(ask(store, `{ ${counts} }`).body.extensions?.['cost']).toMatchObject({ requestedQueryCost: 1000 });
  expect(errorsOf(`{ ${counts} shop { name } }`)).toMatchObject([{ extensions: { cost: 1001, maxCost: 1000 } }]);
});

test.each([
  ['{ product(id: "gid://shopify/Product/7700000000001") { a: variants(first: 1) { nodes { id } } } }', 4],
  ['{ products(first: 2) { edges { node { id } } } }', 3],
  ['{ products(first: 2, query: "title:teleporter") { nodes { id } } }', 2],
  ['{ customer(id: "gid://shopify/Customer/1") { defaultAddress { city } } }', 1],
  ['{ shop { name } productsCount { count } }', 11],
  ['{ order(id: "gid://shopify/Order/5600000001006") { fulfillments(first: 1) { trackingInfo { number } } } }', 3],
  ['{ node(id: "gid://shopify/Order/5600000001001") { ... on Order { customer { id } } ... on Shop { id } } }', 2],
])('%s is paid for with %i points', (query, points) => {
  expect(ask(storeAt(), query).body.extensions?.['cost']).toMatchObject({ actualQueryCost: points });
});

describe('a variable', () => {
  const first = 'query Q($first: Int! = 2) { products(first: $first) { nodes { id } } }';
  const saved = 'query Q($id: ID) { products(first: 1, savedSearchId: $id) { nodes { id } } }';
  const nodes = 'query Q($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const customer = 'query Q($by: CustomerIdentifierInput!) { customerByIdentifier(identifier: $by) { id } }';
  const known = 'gid://shopify/Product/7700000000001';
  test.each<[query: string, variables: object, problems: object[] | undefined]>([
    [first, {}, undefined],
    [first, { first: null }, [{ path: [], explanation: 'Expected value to not be null' }]],
    [saved, {}, undefined],
    [saved, { id: null }, undefined],
    [saved, { id: 'x' }, [{ path: [], explanation: "Invalid global id 'x'", message: "Invalid global id 'x'" }]],
    [saved, { id: 7 }, [{ path: [], explanation: "Invalid global id '7'", message: "Invalid global id '7'" }]],
    [nodes, { ids: [known] }, undefined],
    [nodes, { ids: known }, undefined],
    [nodes, { ids: [known, 'x'] }, [{ path: [1], explanation: "Invalid global id 'x'" }]],
    [nodes, { ids: [known, { a: 1 }] }, [{ path: [1], explanation: 'Could not coerce value {"a":1} to ID' }]],
    [nodes, { ids: [null] }, [{ path: [0], explanation: 'Expected value to not be null' }]],
    [customer, { by: { mail: 'x' } }, [{ path: ['mail'], explanation: /^Field is not defined on Customer/ }]],
    [customer, { by: 'x' }, [{ path: [], explanation: 'Expected "x" to be a key-value object.' }]],
    [customer, { by: { emailAddress: 7 } }, [{ explanation: 'Could not coerce value 7 to String' }]],
    [customer, { by: { id: 'x' } }, [{ path: ['id'], explanation: "Invalid global id 'x'" }]],
    [
      customer,
      { by: { emailAddress: 'x', phoneNumber: 'y' } },
      [{ explanation: "'CustomerIdentifierInput' requires exactly one argument, but 2 were provided." }],
    ],
    [
      customer,
      { by: {} },
      [{ explanation: "'CustomerIdentifierInput' requires exactly one argument, but 0 were provided." }],
    ],
  ])('of %s with %j', (query, variables, problems) => {
    const errors = errorsOf(query, variables) as unknown as { extensions: { problems: object[] } }[] | undefined;
    const wanted = problems?.map((one) =>
      Object.fromEntries(
        Object.entries(one).map(([key, value]: [string, unknown]) => [
          key,
          value instanceof RegExp ? (expect.stringMatching(value) as unknown) : value,
        ]),
      ),
    );
    if (wanted) expect(errors?.map(({ extensions }) => extensions.problems)).toMatchObject([wanted]);
    else expect(errors).toBeUndefined();
  });

  test('names the places inside it', () => {
    expect(errorsOf(nodes, { ids: ['x', known, 'y'] })).toMatchObject([
      {
        message:
          "Variable $ids of type [ID!]! was provided invalid value for 0 (Invalid global id 'x'), 2 (Invalid global id 'y')",
        locations: [{ line: 1, column: 9 }],
      },
    ]);
  });
});

describe('a literal', () => {
  test.each([
    [
      '{ products(first: "x") { nodes { id } } }',
      `Argument 'first' on Field 'products' has an invalid value ("x"). Expected type 'Int'.`,
      ['query', 'products', 'first'],
    ],
    [
      '{ customerByIdentifier(identifier: {emailAddress: 5}) { id } }',
      "Argument 'emailAddress' on InputObject 'CustomerIdentifierInput' has an invalid value (5). Expected type 'String'.",
      ['query', 'customerByIdentifier', 'identifier', 'emailAddress'],
    ],
    [
      '{ products(first: 1, sortKey: NOPE) { nodes { id } } }',
      "Argument 'sortKey' on Field 'products' has an invalid value (NOPE). Expected type 'ProductSortKeys'.",
      ['query', 'products', 'sortKey'],
    ],
    ['{ product(id: "x") { id } }', "Invalid global id 'x'", ['query', 'product', 'id']],
    ['{ product(id: 7) { id } }', "Invalid global id '7'", ['query', 'product', 'id']],
    [
      '{ node(id: "gid://shopify/Product/1") { id ... on Product { ... { nope } } } }',
      "Field 'nope' doesn't exist on type 'Product'",
      ['query', 'node', '... on Product', '...', 'nope'],
    ],
    [
      '{ customerByIdentifier(identifier: {mail: "x"}) { id } }',
      "InputObject 'CustomerIdentifierInput' doesn't accept argument 'mail'",
      undefined,
    ],
    ['{ shop { name @skip(iff: true, if: true) } }', "Directive 'skip' doesn't accept argument 'iff'", undefined],
    ['{ shop { name name: id } }', "Field 'name' has a field conflict", undefined],
    [
      'query Q { shop { name } products(first: $n) { nodes { id } } }',
      'Variable $n is used by Q but not declared',
      undefined,
    ],
    ['{ products(first: $n) { nodes { id } } }', 'Variable $n is used by anonymous query but not declared', undefined],
  ])('in %s', (query, message, path) => {
    const found = errorsOf(query) as unknown as { message: string; path: string[] }[];
    expect(found[0]?.message).toBe(message);
    if (path) expect(found[0]?.path).toEqual(path);
  });

  test('that is no id may be a text', () => {
    expect(errorsOf('{ products(first: 1, query: "7") { nodes { id } } }')).toBeUndefined();
  });
});

test('what is missing of one field is said at once, and of two fields twice', () => {
  const preview = 'customerMergePreview { __typename }';
  const status = 'orderPaymentStatus(orderId: "gid://shopify/Order/1") { __typename }';
  const found = errorsOf(`{ ${preview} ${status} nope }`) as unknown as { message: string; extensions: object }[];
  expect(found.map(({ message }) => message)).toEqual([
    "Field 'customerMergePreview' is missing required arguments: customerOneId, customerTwoId",
    "Field 'orderPaymentStatus' is missing required arguments: paymentReferenceId",
    "Field 'nope' doesn't exist on type 'QueryRoot'",
  ]);
  expect(found[0]?.extensions).toMatchObject({ arguments: 'customerOneId, customerTwoId' });
});
