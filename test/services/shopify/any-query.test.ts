import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getNamedType, isObjectType, isInterfaceType, isNonNullType, type GraphQLField } from 'graphql';
import { describe, expect, test } from 'vitest';
import { servedSchema, schemaVersions } from '../../../services/shopify/graphql/schemas';
import { ask, storeAt, type Body } from './store-client';

const PROJECT = join(__dirname, '../../..');

const everything = (): ReturnType<typeof storeAt> => {
  const scopes = new Set<string>();
  for (const type of Object.values(servedSchema('2026-10').getTypeMap())) {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    for (const text of [type, ...fields].map((x) => JSON.stringify(x.extensions['requiredAccess'] ?? '')))
      for (const scope of text.match(/(?:read|write)_[a-z_]+/g) ?? []) scopes.add(scope);
  }
  return storeAt({ scopes: [...scopes], bucketSize: 1e9 });
};

test('the store answers by its own schema, which is the one that the integration checks queries against', () => {
  const { imports } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { imports: object };
  expect(Object.values(imports).filter((path: string) => path.includes('specs'))).toEqual([]);
  const copies = join(PROJECT, 'specs/shopify/schema');
  for (const name of existsSync(copies) ? readdirSync(copies).filter((one) => one.endsWith('.gz')) : [])
    expect(readFileSync(join(copies, name)).equals(readFileSync(join(PROJECT, 'services/shopify/schema', name)))).toBe(
      true,
    );
});

describe('any valid query', () => {
  test('runs on all four versions', () => {
    expect(schemaVersions()).toEqual(['2026-01', '2026-04', '2026-07', '2026-10']);
  });

  test('gets an answer from every root field that needs no argument', () => {
    const store = everything();
    const root = servedSchema('2026-10').getQueryType()?.getFields() ?? {};
    const asked: string[] = [];
    for (const field of Object.values(root) as GraphQLField<unknown, unknown>[]) {
      if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) continue;
      const args = field.args.some((arg) => arg.name === 'first') ? '(first: 2)' : '';
      const selection =
        isObjectType(getNamedType(field.type)) || isInterfaceType(getNamedType(field.type)) ? ' { __typename }' : '';
      const { status, body } = ask(store, `{ ${field.name}${args}${selection} }`);
      expect([field.name, status, body.errors]).toEqual([field.name, 200, undefined]);
      asked.push(field.name);
    }
    expect(asked.length).toBeGreaterThan(100);
  });

  test('gets every scalar of an order, a product and a customer', () => {
    const store = everything();
    for (const [type, root] of [
      ['Order', 'orders'],
      ['Product', 'products'],
      ['Customer', 'customers'],
      ['Collection', 'collections'],
      ['ProductVariant', 'productVariants'],
    ] as const) {
      const object = servedSchema('2026-10').getType(type);
      const fields = isObjectType(object) ? Object.values(object.getFields()) : [];
      const plain = fields.filter(
        (f) =>
          !('getFields' in getNamedType(f.type)) &&
          !('getTypes' in getNamedType(f.type)) &&
          !f.args.some((a) => isNonNullType(a.type)),
      );
      const { body } = ask(store, `{ ${root}(first: 50) { nodes { ${plain.map((f) => f.name).join(' ')} } } }`);
      expect(body.errors, type).toBeUndefined();
      expect(plain.length).toBeGreaterThan(5);
    }
  });

  test('fills what the seed lacks the same way every time, and differently for different objects', () => {
    const query =
      '{ orders(first: 2) { nodes { merchantBusinessEntity { id displayName } risk { recommendation } transactions { id } retailLocation { id } } } }';
    const orders = (body: Body) => body.data?.['orders']?.['nodes'];
    const [one, two] = [ask(everything(), query), ask(everything(), query)].map(({ body }) => orders(body));
    expect(one).toEqual(two);
    expect(one?.['0']).toMatchObject({ transactions: [], retailLocation: null });
    expect(one?.['0']?.['merchantBusinessEntity']?.['id']).toMatch(/^gid:\/\/shopify\/BusinessEntity\/\d{13}$/);
    expect(one?.['0']?.['merchantBusinessEntity']?.['id']).not.toBe(one?.['1']?.['merchantBusinessEntity']?.['id']);
  });

  test('may use aliases, fragments, interfaces and nested objects', () => {
    const query = `query Q($id: ID!, $no: Boolean = false) {
      node(id: $id) { __typename ... on Order { ...Names customer @skip(if: $no) { displayName } gone: note @include(if: $no) } }
      a: product(id: "gid://shopify/Product/7700000000001") { featuredMedia { alt ... on MediaImage { image { width } } } inCollection(id: "gid://shopify/Collection/2900000000001") }
    }
    fragment Names on Order { name lines: lineItems(first: 1) { edges { node { product { vendor } variant { product { title } } } } } }`;
    const { body } = ask(storeAt(), query, { id: 'gid://shopify/Order/5600000001001' });
    expect(body.errors).toBeUndefined();
    expect(body.data).toEqual({
      node: {
        __typename: 'Order',
        name: '#1001',
        lines: {
          edges: [
            { node: { product: { vendor: 'Harbor & Pine' }, variant: { product: { title: 'Blue Enamel Mug' } } } },
          ],
        },
        customer: { displayName: 'Ada Lindqvist' },
      },
      a: { featuredMedia: { alt: 'Blue Enamel Mug', image: { width: 600 } }, inCollection: true },
    });
  });

  test('may be introspection', () => {
    const { body } = ask(storeAt(), '{ __schema { queryType { name } } __type(name: "OrderSortKeys") { kind } }');
    expect(body.data).toEqual({ __schema: { queryType: { name: 'QueryRoot' } }, __type: { kind: 'ENUM' } });
  });
});

describe('lookups of a customer', () => {
  const by = (identifier: object) =>
    ask(storeAt(), 'query Q($by: CustomerIdentifierInput!) { customerByIdentifier(identifier: $by) { displayName } }', {
      by: identifier,
    }).body.data?.['customerByIdentifier'];

  test('find by e-mail address, phone number and id, or nobody', () => {
    expect(by({ emailAddress: ' Ada@Example.com ' })).toEqual({ displayName: 'Ada Lindqvist' });
    expect(by({ phoneNumber: '+4930555010' })).toEqual({ displayName: 'Pia Phone' });
    expect(by({ id: 'gid://shopify/Customer/6400000000002' })).toEqual({ displayName: "Bo O'Connor" });
    expect(by({ emailAddress: 'nobody@example.com' })).toBeNull();
  });
});
