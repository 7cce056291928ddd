import {
  GraphQLObjectType,
  assertInterfaceType,
  assertObjectType,
  buildClientSchema,
  execute,
  introspectionFromSchema,
  parse,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { openSchema, schemaFor } from '../../../apis/graphql/schema';
import { VERSIONS, shopifySchema } from './shopify-schema';

describe('the shipped schema files', () => {
  it.each(VERSIONS)('%s is a complete and valid schema of its version', (version) => {
    const file = shopifySchema(version);
    expect(file.meta).toMatchObject({ version, queryType: 'QueryRoot', licence: 'ISC' });
    expect([...file.lines.keys()]).toEqual([...file.lines.keys()].sort());
    const rebuilt = buildClientSchema(introspectionFromSchema(schemaFor(file), { descriptions: false }));
    expect(validateSchema(rebuilt)).toEqual([]);
    expect(rebuilt.getMutationType() ?? undefined).toBeUndefined();
    expect(Object.keys(rebuilt.getTypeMap()).length).toBeGreaterThan(1900);
  });
});

describe('a schema read lazily', () => {
  const file = shopifySchema();
  const schema = schemaFor(file);
  const order = assertObjectType(schema.getType('Order'));

  it('is one and the same for a file', () => {
    expect(schemaFor(file)).toBe(schema);
    expect(schema.getType('Order')).toBe(order);
    expect(order.getFields()['customer']?.type).toBe(schema.getType('Customer'));
  });

  it('knows the implementations of an interface', () => {
    const node = assertInterfaceType(schema.getType('Node'));
    expect(schema.isSubType(node, order)).toBe(true);
    expect(schema.isSubType(node, assertObjectType(schema.getType('MoneyV2')))).toBe(false);
    expect(schema.getPossibleTypes(node)).toContain(order);
  });

  it('carries what Shopify says about access', () => {
    const customer = assertObjectType(schema.getType('Customer'));
    expect(customer.extensions['requiredAccess']).toBe('`read_customers` access scope.');
    expect(customer.getFields()['firstName']?.extensions['protectedData']).toEqual({
      subject: 'customer',
      content: 'name',
    });
    const id = assertObjectType(schema.getType('QueryRoot')).getFields()['order']?.args[0];
    expect(id?.extensions['gidTypes']).toEqual(['Order']);
  });

  it('keeps deprecations, defaults and short descriptions', () => {
    const { email, displayName } = assertObjectType(schema.getType('Customer')).getFields();
    expect(email?.deprecationReason).toContain('defaultEmailAddress');
    expect(displayName?.description).toMatch(/\.$/);
    const reverse = schema
      .getQueryType()
      ?.getFields()
      ['orders']?.args.find((a) => a.name === 'reverse');
    expect(reverse?.defaultValue).toBe(false);
  });

  it('can be executed', () => {
    const document = parse('query A { shop { name } __type(name: "Order") { kind } }');
    const result = execute({ schema, document, rootValue: { shop: { name: 'Fern & Clay' } } });
    expect(result).toEqual({ data: { shop: { name: 'Fern & Clay' }, __type: { kind: 'OBJECT' } } });
  });

  it('says nothing about types it lacks', () => {
    expect(schema.getType('ProductDeletePayload')).toBeUndefined();
    expect(schema.getType('String')).not.toBeInstanceOf(GraphQLObjectType);
  });

  it('cannot be opened from other bytes', () => {
    expect(() => openSchema(new Uint8Array([1, 2, 3]))).toThrow();
  });
});
