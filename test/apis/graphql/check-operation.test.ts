import { describe, expect, it } from 'vitest';
import { checkOperation } from '../../../apis/graphql/check-operation';
import { schemaFor } from '../../../apis/graphql/schema';
import { VERSIONS, operationText, shopifySchema } from './shopify-schema';

const schema = schemaFor(shopifySchema());

/** The problems of a text as `line:column+length code message`. */
function problems(source: string): string[] {
  return checkOperation(schema, source).problems.map((p) => `${p.line}:${p.column}+${p.length} ${p.code} ${p.message}`);
}

/** What a problem underlines in `source`. */
function underlined(source: string): (string | undefined)[] {
  return checkOperation(schema, source).problems.map((p) => {
    const line = source.split('\n')[p.line - 1]?.slice(p.column - 1, p.column - 1 + p.length);
    expect(line).toBe(source.slice(p.start, p.start + p.length));
    return line;
  });
}

const CUSTOMERS = ['read_customers'];
const ORDERS = ['read_orders'];
const BOTH = ['read_customers', 'read_orders'];
const PRODUCTS = ['read_products'];
const OPERATIONS: readonly (readonly [file: string, name: string, scopes: readonly string[], cost: number])[] = [
  ['00_token_scopes', 'TokenScopes', [], 3],
  ['01_get_customer_by_email', 'GetCustomerByEmail', CUSTOMERS, 3],
  ['01b_search_customer_by_email', 'SearchCustomerByEmail', CUSTOMERS, 4],
  ['02_get_orders_by_customer_id', 'GetOrdersByCustomerId', BOTH, 35],
  ['02b_orders_by_customer_search', 'OrdersByCustomerSearch', ORDERS, 6],
  ['03_get_order_by_id', 'GetOrderById', BOTH, 20],
  ['03b_find_order_by_name', 'FindOrderByName', BOTH, 4],
  ['04_get_product_variants', 'GetProductVariants', PRODUCTS, 61],
  ['05_search_products_by_title', 'SearchProductsByTitle', PRODUCTS, 22],
  ['06_get_product_by_id', 'GetProductById', PRODUCTS, 24],
  ['07_get_products_by_collection', 'GetProductsByCollection', PRODUCTS, 28],
  ['07b_products_by_collection_search', 'ProductsByCollectionSearch', PRODUCTS, 12],
  ['08_list_collections', 'ListCollections', PRODUCTS, 18],
];

describe('a text that is nested deeper than anybody writes', () => {
  const nested = (open: string, close: string, n: number) =>
    `query A { shop { name(a: ${open.repeat(n)}1${close.repeat(n)}) } }`;
  it.each([
    ['lists', nested('[', ']', 20_000)],
    ['objects', nested('{a: ', '}', 20_000)],
    ['selections', `query A ${'{ a '.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['lists that do not end', nested('[', '', 20_000)],
    ['151 levels', nested('[', ']', 148)],
  ])('is refused with its place: %s', (_, text) => {
    expect(problems(text)).toEqual([
      expect.stringMatching(/^1:\d+\+1 graphql-syntax nested more than 150 levels deep$/),
    ]);
  });

  it('is not one whose brackets stand in texts and comments, or one of 150 levels', () => {
    const text = `query A { shop { name } } #${'['.repeat(200)}\n`;
    expect(problems(text)).toEqual([]);
    for (const quoted of [`"${'['.repeat(200)}"`, `"""${'['.repeat(200)}"""`, `${'['.repeat(147)}1${']'.repeat(147)}`])
      expect(problems(`query A { shop { name(a: ${quoted}) } }`).join()).not.toContain('nested');
  });
});

describe('a valid query', () => {
  it.each(VERSIONS)('passes against %s, with its name, scopes and cost', (version) => {
    const old = schemaFor(shopifySchema(version));
    const found = OPERATIONS.map(([file]) => {
      const { operation, problems: none } = checkOperation(old, operationText(file));
      expect(none).toEqual([]);
      return [file, operation?.name, operation?.scopes, operation?.cost];
    });
    expect(found).toEqual(OPERATIONS);
  });

  it('tells its variables with type, need and default', () => {
    expect(checkOperation(schema, operationText('03_get_order_by_id')).operation?.variables).toEqual([
      { name: 'id', type: 'ID!', required: true },
      { name: 'lineItems', type: 'Int!', required: false, default: 25 },
      { name: 'lineItemsAfter', type: 'String', required: false },
    ]);
  });

  it('may ask for fields of any resource behind node(id:)', () => {
    const source =
      'query Any { node(id: "gid://shopify/Order/1") { id ... on Order { name } ... on Product { title } } }';
    expect(checkOperation(schema, source).operation?.scopes).toEqual(['read_orders', 'read_products']);
  });

  it('may use fragments on interfaces and unions', () => {
    const source = `query Media { product(id: "gid://shopify/Product/1") { media(first: 2) { nodes { ...M } } } }
      fragment M on Media { alt ... on MediaImage { image { url } } ... on Node { id } }`;
    expect(problems(source)).toEqual([]);
  });

  it('may leave parts out with @include and @skip', () => {
    const source = 'query S($full: Boolean!) { shop { name email @include(if: $full) id @skip(if: $full) } }';
    expect(checkOperation(schema, source).operation?.variables).toEqual([
      { name: 'full', type: 'Boolean!', required: true },
    ]);
  });
});

describe('a wrong query', () => {
  it('is told the field that was probably meant, at the place of the wrong one', () => {
    expect(problems('query A {\n  shop {\n    mine: nmae\n  }\n}')).toEqual([
      '3:11+4 graphql-invalid Cannot query field "nmae" on type "Shop". Did you mean "name"?',
    ]);
  });

  it('is told which types have the field that an interface lacks', () => {
    expect(problems('query A { node(id: "gid://shopify/Order/1") { displayFinancialStatus } }')).toEqual([
      '1:47+22 graphql-invalid Cannot query field "displayFinancialStatus" on type "Node". Did you mean to use an inline fragment on "Order"?',
    ]);
  });

  it.each([
    ['query A { orders(frst: 3, first: 2) { nodes { id } } }', 'frst', '"first"'],
    ['query A { orders(first: "3") { nodes { id } } }', '"3"', 'Int'],
    ['query A { orders(first: 3, sortKey: TOTAL_PRIC) { nodes { id } } }', 'TOTAL_PRIC', '"TOTAL_PRICE"'],
    [
      'query A($c: CustomerIdentifer!) { customer: customerByIdentifier(identifier: $c) { id } }',
      'CustomerIdentifer',
      '"CustomerIdentifierInput"',
    ],
    [
      'query A { customer: customerByIdentifier(identifier: { emailAdress: "a" }) { id } }',
      'emailAdress',
      '"emailAddress"',
    ],
    ['query A { order { id } }', 'order', '"ID!"'],
    ['query A($id: ID) { order(id: $id) { id } }', '$id', '"ID!"'],
    ['query A($id: ID!) { shop { name } }', '$id', 'never used'],
    ['query A { product(id: "1") { ... on Order { id } } }', '... on Order { id }', 'can never be of type'],
    ['query A { shop }', 'shop', 'selection of subfields'],
    ['query A { shop { name @includ(if: true) } }', 'includ', '@includ'],
  ])('%s is refused at %s', (source, place, hint) => {
    const { operation, problems: found } = checkOperation(schema, source);
    expect(operation).toBeUndefined();
    expect(underlined(source)).toContain(place);
    expect(found.map((p) => p.message).join('\n')).toContain(hint);
  });

  it('may not leave a connection without a page size, nor give it two', () => {
    expect(underlined('query A { orders { nodes { id } } }')).toEqual(['orders']);
    expect(underlined('query A { mine: orders(first: 1, last: 1) { nodes { id } } }')).toEqual(['orders']);
  });

  it('stops at a syntax error and points at it', () => {
    expect(problems('query A {\n  shop { name }\n  }}')).toEqual([
      '3:4+1 graphql-syntax Syntax Error: Unexpected "}".',
    ]);
    expect(checkOperation(schema, 'query A {').problems).toMatchObject([
      { code: 'graphql-syntax', line: 1, column: 10, length: 0 },
    ]);
    expect(checkOperation(schema, '').problems).toMatchObject([
      { code: 'graphql-syntax', line: 1, column: 1, length: 0 },
    ]);
  });
});

describe('anything but one named query', () => {
  it.each([
    ['mutation Delete { productDelete { id } }', 'Delete'],
    ['subscription S { shop { name } }', 'S'],
    ['{ shop { name } }', '{ shop { name } }'],
    ['query { shop { name } }', 'query { shop { name } }'],
    ['query A { shop { name } } query B { shop { id } }', 'B'],
    ['type Shop { name: String }', 'type Shop { name: String }'],
  ])('%s is refused', (source, place) => {
    expect(checkOperation(schema, source).operation).toBeUndefined();
    expect(underlined(source)).toContain(place);
  });
});

describe('a deprecated field', () => {
  const source = 'query A { customer(id: "gid://shopify/Customer/1") { id email } }';

  it('is a warning with its replacement, and the query stays valid', () => {
    const { operation, problems: found } = checkOperation(schema, source);
    expect(found).toMatchObject([{ code: 'graphql-deprecated', severity: 'warning', column: 57, length: 5 }]);
    expect(found[0]?.message).toContain('defaultEmailAddress');
    expect(operation?.name).toBe('A');
  });
});
