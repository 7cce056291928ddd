import { GraphQLNonNull, GraphQLList, type GraphQLNullableType, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { isVisible, type RequestContext } from '../../../services/shopify/graphql/context';
import { paginate, type PageArguments } from '../../../services/shopify/graphql/connection';
import { neededScopes } from '../../../services/shopify/graphql/access';
import { sampleValue } from '../../../services/shopify/graphql/filler';
import { servedSchema } from '../../../services/shopify/graphql/schemas';
import { sortKeyOf } from '../../../services/shopify/graphql/sort';
import { ask, storeAt } from './store-client';

const store = storeAt({ bucketSize: 1e9 });
const errorsOf = (query: string, variables: object = {}) => ask(store, query, variables).body.errors;

describe('a page', () => {
  const info = { fieldNodes: [] } as unknown as GraphQLResolveInfo;
  interface Page {
    readonly nodes: readonly unknown[];
    readonly edges: () => readonly { readonly cursor: () => string | null }[];
    readonly pageInfo: Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>> &
      Readonly<Record<'startCursor' | 'endCursor', () => string | null>>;
  }
  const page = (list: readonly unknown[], args: PageArguments) => paginate(list, args, info) as Page;
  const numbers = Array.from({ length: 260 }, (_, k) => ({ id: `gid://shopify/X/${k + 1000}` }));
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

  test.each<[PageArguments, size: number, next: boolean, previous: boolean]>([
    [{ first: 250 }, 250, true, false],
    [{ first: 251 }, 250, true, false],
    [{ first: 0 }, 0, true, false],
    [{ first: -1 }, 0, true, false],
    [{ last: 251 }, 250, false, true],
    [{ last: 1 }, 1, false, true],
    [{ first: 9, after: cursor({ last_id: 1259 }) }, 0, false, true],
    [{ first: 9, after: cursor({ last_id: 1250 }) }, 9, false, true],
    [{ first: 9, after: cursor({ last_id: 1249 }) }, 9, true, true],
    [{ last: 9, before: cursor({ last_id: 1009 }) }, 9, true, false],
    [{ last: 9, before: cursor({ last_id: 1010 }) }, 9, true, true],
    [{ last: 9, before: cursor({ last_id: 1000 }) }, 0, true, false],
    [{ first: 9, after: cursor({ last_id: 1005 }), before: cursor({ last_id: 1008 }) }, 2, true, true],
    [{ last: 9, after: cursor({ last_id: 1005 }), before: cursor({ last_id: 1008 }) }, 2, true, true],
    [{ first: 9, after: cursor({ last_id: 1008 }), before: cursor({ last_id: 1005 }) }, 0, true, true],
  ])('%j', (args, size, next, previous) => {
    const { nodes, edges, pageInfo } = page(numbers, args);
    expect([nodes.length, edges().length, pageInfo.hasNextPage, pageInfo.hasPreviousPage]).toEqual([
      size,
      size,
      next,
      previous,
    ]);
    expect([pageInfo.startCursor(), pageInfo.endCursor()]).toEqual(
      size === 0 ? [null, null] : [edges()[0]?.cursor(), edges().at(-1)?.cursor()],
    );
  });

  test.each(['nonsense', '5', cursor(5), cursor(null), cursor('last_id'), cursor({}), cursor({ last_id: 9 })])(
    'has no place for the cursor %s',
    (after) => {
      expect(() => page(numbers, { first: 1, after })).toThrow('Invalid cursor for current pagination sort.');
    },
  );

  test('knows what has no id by its place', () => {
    const list = ['a', null, { x: 1 }, { id: 'gid://shopify/X/77' }, { id: 'none' }];
    const ids = page(list, { first: 9 })
      .edges()
      .map((edge) => JSON.parse(Buffer.from(edge.cursor() ?? '', 'base64').toString()) as { last_id: number });
    expect(ids.map(({ last_id }) => last_id)).toEqual([0, 1, 2, 77, 4]);
    expect(page(list, { first: 1, after: cursor({ last_id: 1 }) }).nodes).toEqual([{ x: 1 }]);
  });

  test('keeps the order of what is equal, and turns all of it around', () => {
    const list = ['b', 'a', 'b', 'a', 'c'].map((vendor, id) => ({ id: String(id + 1), vendor }));
    const order = (args: PageArguments) =>
      page(list, { first: 9, ...args }).nodes.map((one) => (one as { id: string }).id);
    expect(order({})).toEqual(['1', '2', '3', '4', '5']);
    expect(order({ reverse: true })).toEqual(['5', '4', '3', '2', '1']);
    expect(order({ sortKey: 'VENDOR' })).toEqual(['2', '4', '1', '3', '5']);
    expect(order({ sortKey: 'VENDOR', reverse: true })).toEqual(['5', '3', '1', '4', '2']);
  });
});

test.each<[key: string, node: object, value: string | number]>([
  ['TITLE', { title: 'Blue' }, 'blue'],
  ['TITLE', { title: 5 }, ''],
  ['ID', { legacyResourceId: '77' }, 77],
  ['POSITION', {}, 0],
  ['NAME', { lastName: 'Liu', displayName: 'Ann Liu' }, 'liu'],
  ['NAME', { lastName: null, displayName: 'Ann' }, 'ann'],
  ['CUSTOMER_NAME', { customer: { displayName: 'Ann' } }, 'ann'],
  ['CUSTOMER_NAME', { customer: null }, ''],
  ['CUSTOMER_NAME', {}, ''],
  ['PRICE', { priceRangeV2: { minVariantPrice: { amount: '5.5' } } }, 5.5],
  ['TOTAL_PRICE', { totalPriceSet: null }, 0],
])('the sort key %s of %j is %j', (key, node, value) => expect(sortKeyOf(key)?.(node)).toBe(value));

test('the store has no order of its own for the keys that it leaves to a list', () => {
  expect(['RELEVANCE', 'MANUAL', ''].map(sortKeyOf)).toEqual([null, null, null]);
});

describe('orders behind the window', () => {
  const context = { ordersSince: '2026-09-24T08:00:00Z' } as RequestContext;
  test.each<[unknown, boolean]>([
    [{ __typename: 'Order', createdAt: '2026-09-24T08:00:00Z' }, true],
    [{ __typename: 'Order', createdAt: '2026-09-24T07:59:59Z' }, false],
    [{ __typename: 'Product', createdAt: '2020-01-01T00:00:00Z' }, true],
    [{ __typename: 'Order' }, true],
    [{ createdAt: '2020-01-01T00:00:00Z' }, true],
    [null, true],
    ['Order', true],
  ])('%j is seen: %s', (node, is) => {
    expect(isVisible(node, context)).toBe(is);
    expect(isVisible(node, { ...context, ordersSince: '' })).toBe(true);
  });

  test('are gone one by one where a list holds them', () => {
    const query =
      '{ nodes(ids: ["gid://shopify/Order/5600000000901", "gid://shopify/Order/5600000001001", "gid://shopify/Order/1"]) { id } }';
    expect(ask(store, query).body.data).toEqual({ nodes: [null, { id: 'gid://shopify/Order/5600000001001' }, null] });
  });
});

test.each([
  ['`read_orders` access scope.', [['read_orders']]],
  ['`read_a` access scope or `write_b` access scope.', [['read_a', 'write_b']]],
  ['`read_a` access scope as well as `read_b` access scope.', [['read_a'], ['read_b']]],
  ['`read_a` and both `read_b`. Also: the user must have a permission.', [['read_a'], ['read_b']]],
  ['The shop must be on a plan.', []],
])('%s', (sentence, scopes) => expect(neededScopes(sentence)).toEqual(scopes));

test('one search is reported once, at the field that it stands at', () => {
  const debug = (query: string) =>
    ask(store, query, {}, { headers: { 'shopify-search-query-debug': '1' } }).body.extensions?.['search'];
  expect(debug('{ a: orders(first: 1, query: "name:1001") { nodes { id } } }')).toMatchObject([{ path: ['a'] }]);
  expect(
    debug('{ orders(first: 1, query: " ") { nodes { id } } products(first: 1) { nodes { id } } }'),
  ).toBeUndefined();
});

test('an interface checks the scopes of what stands behind it, and takes nothing for nothing', () => {
  const query = '{ node(id: "gid://shopify/Product/1") { id } }';
  expect(ask(storeAt({ scopes: [] }), query).body).toMatchObject({ data: { node: null } });
  expect(ask(storeAt({ scopes: [] }), query).body.errors).toBeUndefined();
});

test.each([
  ['collectionByIdentifier(identifier: {handle: "mugs"})', { title: 'Mugs' }],
  ['collectionByIdentifier(identifier: {handle: "nope"})', null],
  ['productByIdentifier(identifier: {handle: "blue-enamel-mug"})', { title: 'Blue Enamel Mug' }],
  ['productByIdentifier(identifier: {id: "gid://shopify/Product/7700000000001?x=1"})', { title: 'Blue Enamel Mug' }],
  ['productByIdentifier(identifier: {id: "gid://shopify/Product/1"})', null],
])('{ %s }', (field, found) => {
  expect(ask(store, `{ found: ${field} { title } }`).body.data).toEqual({ found });
});

test.each([
  ['{ node(id: "gid://shopify/Mug/1") { id } }', 'Invalid id: gid://shopify/Mug/1'],
  ['{ node(id: "gid://shopify/Product/1") { id } }', undefined],
  ['{ order(id: "gid://shopify/Product/1") { id } }', 'Invalid id: gid://shopify/Product/1'],
  ['{ order(id: "gid://shopify/order/1") { id } }', 'Invalid id: gid://shopify/order/1'],
])('%s: %s', (query, message) => {
  const errors = errorsOf(query) as unknown as { message: string }[] | undefined;
  expect(errors?.[0]?.message).toBe(message);
});

test('each version is answered by its own schema, others by the nearest before', () => {
  const of = ['2026-01', '2026-04', '2026-07', '2026-10'].map(servedSchema);
  expect(new Set(of).size).toBe(4);
  expect(['2025-10', '2026-02', '2026-10', '2027-01', 'unstable'].map((one) => of.indexOf(servedSchema(one)))).toEqual([
    0, 0, 3, 3, 3,
  ]);
});

describe('a value for what the seed lacks', () => {
  const schema = servedSchema('2026-10');
  const required = (name: string) => new GraphQLNonNull(schema.getType(name) as GraphQLNullableType);
  const sample = (returnType: unknown, fieldName = 'field') =>
    sampleValue({ returnType, fieldName, schema, parentType: { name: 'Shop' } } as GraphQLResolveInfo, 'one');
  test.each([
    [schema.getType('String'), null],
    [required('String'), ''],
    [required('Boolean'), false],
    [required('Count'), { count: 0, precision: 'EXACT' }],
    [required('Shop'), { __filled: 'one/field' }],
    [required('CountPrecision'), 'AT_LEAST'],
    [new GraphQLNonNull(new GraphQLList(required('Shop'))), []],
    [
      required('Node'),
      { __filled: 'one/field', __typename: schema.getPossibleTypes(schema.getType('Node') as never)[0]?.name },
    ],
  ])('of %s', (type, value) => expect(sample(type)).toEqual(value));

  test('is an id of its own for each field', () => {
    const [one, other] = [sample(required('ID')), sample(required('ID'), 'other')];
    expect(one).toMatch(/^gid:\/\/shopify\/Shop\/\d{13}$/);
    expect(other).not.toBe(one);
  });
});
