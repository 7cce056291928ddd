import { buildSchema, introspectionFromSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Introspection } from '../../../apis/graphql/trim';
import { trim } from '../../../apis/graphql/trim';

const SDL = `
  type Query { pet(id: ID!, size: Size = BIG, filter: Filter): Pet }
  type Mutation { remove: Removed }
  type Removed { id: ID }
  "Not kept"
  interface Pet { "The name. It is not short." name: String! @deprecated(reason: "Use id") }
  type Cat implements Pet { name: String! lives: [Int!]! }
  enum Size { BIG SMALL @deprecated(reason: "Too small") }
  input Filter @oneOf { text: String, sizes: [Size!] }
`;

function introspection(): Introspection {
  const { __schema } = introspectionFromSchema(buildSchema(SDL), { inputValueDeprecation: true, oneOf: true });
  return { data: { __schema } } as unknown as Introspection;
}

const ORIGIN = { version: '2000-01', source: 'a test', licence: 'MIT' };

describe('trimming an introspection', () => {
  const lines = trim(introspection(), ORIGIN).map((line) => JSON.parse(line) as Record<string, unknown>);
  const line = (name: string) => lines.find((l) => l['name'] === name);

  it('starts with the origin and goes on with the types that queries reach, by name', () => {
    expect(lines[0]).toEqual({ ...ORIGIN, queryType: 'Query' });
    expect(lines.slice(1).map((l) => l['name'])).toEqual(['Cat', 'Filter', 'Pet', 'Query', 'Size']);
  });

  it('keeps arguments, defaults, deprecations, possible types and first sentences', () => {
    expect(line('Query')?.['members']).toEqual({
      pet: {
        type: 'Pet',
        args: { id: { type: 'ID!' }, size: { type: 'Size', default: 'BIG' }, filter: { type: 'Filter' } },
      },
    });
    expect(line('Pet')).toEqual({
      name: 'Pet',
      kind: 'INTERFACE',
      possibleTypes: ['Cat'],
      members: { name: { type: 'String!', description: 'The name.', deprecated: 'Use id' } },
    });
    expect(line('Cat')).toMatchObject({ interfaces: ['Pet'], members: { lives: { type: '[Int!]!' } } });
    expect(line('Size')?.['members']).toEqual({ BIG: {}, SMALL: { deprecated: 'Too small' } });
    expect(line('Filter')).toMatchObject({ kind: 'INPUT_OBJECT', oneOf: true });
  });

  it('keeps what Shopify adds about access', () => {
    const raw = introspection();
    const cat = raw.data.__schema.types.find((t) => t.name === 'Cat');
    Object.assign(cat ?? {}, { requiredAccess: '`read_cats` access scope.\n' });
    Object.assign(cat?.fields?.[0] ?? {}, { isProtected: true, protectedSubject: 'cat', protectedContent: 'name' });
    const kept = trim(raw, ORIGIN).find((l) => l.startsWith('{"name":"Cat"'));
    expect(JSON.parse(kept ?? '')).toMatchObject({
      access: { requiredAccess: '`read_cats` access scope.' },
      members: { name: { access: { protectedData: { subject: 'cat', content: 'name' } } } },
    });
  });

  it('gives the same lines for the same introspection', () => {
    expect(trim(introspection(), ORIGIN)).toEqual(trim(introspection(), ORIGIN));
  });
});
