import { describe, expect, test } from 'vitest';
import { ask, storeAt } from './store-client';

const store = storeAt();

/** The one error of a query that is refused whole: HTTP 200, no data, no cost. */
function refused(query: string, variables: object = {}) {
  const { status, body } = ask(store, query, variables);
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(['errors']);
  expect(Object.keys(body.errors ?? {})).toEqual(['0']);
  return body.errors?.['0'];
}

test.each([
  [
    'fragments that double each other',
    `{ shop { ...F0 } } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Shop { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F40 on Shop { name }`,
  ],
  ['twenty thousand times the same field', `{ shop { ${'name '.repeat(20_000)} } }`],
])('a query of %s is refused at once', (_, query) => {
  const started = performance.now();
  expect(refused(query)).toMatchObject({ extensions: { code: 'MAX_COMPLEXITY_EXCEEDED' } });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('fragments in a circle are refused as such', () => {
  expect(refused('{ shop { ...A } } fragment A on Shop { ...B } fragment B on Shop { ...A }')).toMatchObject({
    extensions: { code: 'invalid' },
  });
});

describe('a query that does not fit the schema', () => {
  test('names a field that does not exist, in the recorded words', () => {
    expect(refused('query Q { shop { nope } }')).toEqual({
      message: "Field 'nope' doesn't exist on type 'Shop'",
      locations: [{ line: 1, column: 18 }],
      path: ['query Q', 'shop', 'nope'],
      extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'nope' },
    });
  });

  test('names the fragment in the path of its errors', () => {
    expect(refused('{ shop { ...F } } fragment F on Shop { x: nope }')?.['path']).toEqual(['fragment F', 'x']);
  });

  test('names an argument that is not accepted', () => {
    expect(refused('{ products(frist: 1) { nodes { id } } }')).toMatchObject({
      message: "Field 'products' doesn't accept argument 'frist'",
      path: ['query', 'products', 'frist'],
      extensions: { code: 'argumentNotAccepted', name: 'products', typeName: 'Field', argumentName: 'frist' },
    });
  });

  test('names an object without a selection', () => {
    expect(refused('{ shop }')).toMatchObject({
      message:
        "Field must have selections (field 'shop' returns Shop but has no selections. Did you mean 'shop { ... }'?)",
      extensions: { code: 'selectionMismatch', nodeName: "field 'shop'", typeName: 'Shop' },
    });
  });

  test('names all missing arguments at once', () => {
    expect(refused('{ productByIdentifier { id } }')?.['extensions']).toEqual({
      code: 'missingRequiredArguments',
      className: 'Field',
      name: 'productByIdentifier',
      arguments: 'identifier',
    });
    expect(refused('{ deliveryPromiseParticipants(first: 1) { nodes { id } } }')?.['message']).toMatch(
      /^Field 'deliveryPromiseParticipants' is missing required arguments: \w+/,
    );
  });

  test.each([
    ['{ products(first: "x") { nodes { id } } }', 'argumentLiteralsIncompatible', ['query', 'products', 'first']],
    ['{ product(id: "123") { id } }', 'argumentLiteralsIncompatible', ['query', 'product', 'id']],
    ['query Q($a: Int) { shop { name } }', 'variableNotUsed', ['query Q']],
    ['query Q { product(id: $id) { id } }', 'variableNotDefined', ['query Q', 'product', 'id']],
    ['query Q($id: String!) { product(id: $id) { id } }', 'variableMismatch', ['query Q', 'product', 'id']],
    ['{ shop { ...F } }', 'useAndDefineFragment', ['query', 'shop', '... F']],
    ['{ shop { name } } fragment F on Shop { name }', 'useAndDefineFragment', ['fragment F']],
    ['{ shop { name { x } } }', 'selectionMismatch', ['query', 'shop', 'name']],
    ['{ shop { ... on Nope { id } } }', 'undefinedType', ['query', 'shop', '... on Nope']],
    ['{ shop { ... on Order { id } } }', 'cannotSpreadFragment', ['query', 'shop', '... on Order']],
    ['{ shop { name @nope } }', 'undefinedDirective', ['query', 'shop', 'name']],
  ])('%s is %s', (query, code, path) => {
    const error = refused(query);
    expect(error?.['extensions']?.['code']).toBe(code);
    expect(error?.['path']).toEqual(path);
  });

  test('gives a place for a query that does not parse', () => {
    expect(refused('{ shop { name } } }')).toMatchObject({
      locations: [{ line: 1, column: 19 }],
      extensions: { code: 'PARSE_ERROR' },
    });
    expect(refused('{ shop { name ')?.['message']).toContain('end of file');
  });

  test('is refused when it is nested too deeply to read', () => {
    expect(refused('{a'.repeat(20_000))?.['extensions']?.['code']).toBe('PARSE_ERROR');
  });

  test('wants an operation name when there are several', () => {
    const { body } = ask(store, 'query A { shop { name } } query B { shop { id } }');
    expect(body.errors?.['0']?.['message']).toBe('An operation name is required');
  });

  test('is refused as a mutation', () => {
    expect(
      refused('mutation { tagsAdd(id: "gid://shopify/Order/1", tags: []) { userErrors { message } } }')?.[
        'extensions'
      ]?.['code'],
    ).toBe('UNSUPPORTED');
  });
});

describe('a variable that does not fit', () => {
  const product = 'query Q($id: ID!) { product(id: $id) { id } }';
  const customer = 'query Q($by: CustomerIdentifierInput!) { customerByIdentifier(identifier: $by) { id } }';

  test.each(['9001', 'not-a-gid', '', 'gid://other/Product/1'])('is no global id: %j', (id) => {
    const explanation = `Invalid global id '${id}'`;
    expect(refused(product, { id })).toEqual({
      message: 'Variable $id of type ID! was provided invalid value',
      locations: [{ line: 1, column: 9 }],
      extensions: { code: 'INVALID_VARIABLE', value: id, problems: [{ path: [], explanation, message: explanation }] },
    });
  });

  test('is missing', () => {
    expect(refused(product)?.['extensions']).toEqual({
      code: 'INVALID_VARIABLE',
      value: null,
      problems: [{ path: [], explanation: 'Expected value to not be null' }],
    });
  });

  test.each([
    [{ mail: 'x' }, ['mail']],
    [{ id: 'x' }, ['id']],
    [{ emailAddress: 'x', phoneNumber: 'y' }, []],
    ['x', []],
  ])('has one problem at its place: %j', (by, path) => {
    const problems = refused(customer, { by })?.['extensions']?.['problems'];
    expect(problems).toHaveLength(1);
    expect(problems?.['0']?.['path']).toEqual(path);
  });

  test('is of the wrong scalar or enum', () => {
    const products =
      'query Q($first: Int!, $by: ProductSortKeys) { products(first: $first, sortKey: $by) { nodes { id } } }';
    const { body } = ask(store, products, { first: 'x', by: 'NOPE' });
    expect(body.errors?.['0']?.['extensions']?.['problems']?.['0']?.['explanation']).toBe(
      'Could not coerce value "x" to Int',
    );
    expect(body.errors?.['1']?.['extensions']?.['problems']?.['0']?.['explanation']).toMatch(
      /^Expected "NOPE" to be one of: CREATED_AT, ID/,
    );
  });
});

describe('a global id', () => {
  const product = 'query Q($id: ID!) { shop { currencyCode } product(id: $id) { id } }';

  test('of another type is RESOURCE_NOT_FOUND, with the rest of the data', () => {
    const { body } = ask(store, product, { id: 'gid://shopify/Order/5600000001001' });
    expect(body.errors).toEqual([
      {
        message: 'Invalid id: gid://shopify/Order/5600000001001',
        locations: [{ line: 1, column: 43 }],
        extensions: { code: 'RESOURCE_NOT_FOUND' },
        path: ['product'],
      },
    ]);
    expect(body.data).toEqual({ shop: { currencyCode: 'USD' }, product: null });
  });

  test('of nothing is null without an error', () => {
    const { body } = ask(store, product, { id: 'gid://shopify/Product/1' });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['product']).toBeNull();
  });

  test('inside an identifier is checked like an argument', () => {
    const { body } = ask(store, '{ customerByIdentifier(identifier: {id: "gid://shopify/Order/1"}) { id } }');
    expect(body.errors?.['0']?.['extensions']?.['code']).toBe('RESOURCE_NOT_FOUND');
  });
});
