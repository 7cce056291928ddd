import { gunzipSync } from 'node:zlib';
import type { GraphQLFieldConfig, GraphQLInputFieldConfig, GraphQLNamedType, GraphQLType } from 'graphql';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  assertInputType,
  assertInterfaceType,
  assertNullableType,
  assertObjectType,
  assertOutputType,
  specifiedScalarTypes,
} from 'graphql';
import type { Member, Members, SchemaMeta, TypeHead, TypeLine } from './schema-format';

export type { AccessFacts, SchemaMeta } from './schema-format';

/** An opened schema file: its origin and its types, of which only the heads are read. */
export interface SchemaFile {
  readonly meta: SchemaMeta;
  readonly types: ReadonlyMap<string, { readonly head: TypeHead; readonly line: string }>;
}

/** Unpacks `<version>.ndjson.gz` (its bytes). Throws when they are not a schema file. */
export function openSchema(gz: Uint8Array): SchemaFile {
  const [first = '', ...lines] = gunzipSync(gz).toString('utf8').trimEnd().split('\n');
  const types = lines.map((line) => ({ head: readHead(line), line }));
  return { meta: JSON.parse(first) as SchemaMeta, types: new Map(types.map((type) => [type.head.name, type])) };
}

function readHead(line: string): TypeHead {
  const end = line.indexOf(',"members":');
  return JSON.parse(end < 0 ? line : `${line.slice(0, end)}}`) as TypeHead;
}

const schemas = new WeakMap<SchemaFile, GraphQLSchema>();

/**
 * The whole schema of the file, good for `validate`, `execute` and introspection. It is lazy: a type's fields are read when
 * something asks for them first, so that checking a query costs only the types it touches. One file has one schema.
 *
 * `extensions` of types, fields, arguments and input fields are `AccessFacts`.
 */
export function schemaFor(file: SchemaFile): GraphQLSchema {
  const known = schemas.get(file);
  if (known) return known;
  const schema = buildSchema(file);
  schemas.set(file, schema);
  return schema;
}

function buildSchema(file: SchemaFile): GraphQLSchema {
  const named = new Map<string, GraphQLNamedType>(specifiedScalarTypes.map((type) => [type.name, type]));
  const written = new Map<string, GraphQLType>();
  let collecting = true;

  /** `new GraphQLSchema` asks every type for its fields to find more types. We name all types, so there is nothing to find. */
  function lazy<T extends { getFields(): object }>(type: T): T {
    const getFields = type.getFields.bind(type);
    return Object.assign(type, { getFields: () => (collecting ? {} : getFields()) });
  }

  function typeNamed(name: string): GraphQLNamedType {
    const type = named.get(name);
    if (!type) throw new Error(`The schema file of ${file.meta.version} lacks the type ${name}.`);
    return type;
  }

  function typeOf(notation: string | undefined = ''): GraphQLType {
    const known = written.get(notation);
    if (known) return known;
    const type = notation.endsWith('!')
      ? new GraphQLNonNull(assertNullableType(typeOf(notation.slice(0, -1))))
      : notation.startsWith('[')
        ? new GraphQLList(typeOf(notation.slice(1, -1)))
        : typeNamed(notation);
    written.set(notation, type);
    return type;
  }

  const input = (member: Member): GraphQLInputFieldConfig => ({
    ...described(member),
    type: assertInputType(typeOf(member.type)),
    ...('default' in member ? { defaultValue: member.default } : {}),
  });
  const output = (member: Member): GraphQLFieldConfig<unknown, unknown> => ({
    ...described(member),
    type: assertOutputType(typeOf(member.type)),
    args: mapMembers(member.args, input),
  });

  function build(head: TypeHead, line: string): GraphQLNamedType {
    const { name } = head;
    const base = { name, extensions: head.access ?? null };
    const members = (): Members | undefined => (JSON.parse(line) as TypeLine).members;
    const interfaces = () => (head.interfaces ?? []).map((other) => assertInterfaceType(typeNamed(other)));
    const fields = () => mapMembers(members(), output);
    switch (head.kind) {
      case 'SCALAR':
        return new GraphQLScalarType(base);
      case 'OBJECT':
        return lazy(new GraphQLObjectType({ ...base, interfaces, fields }));
      case 'INTERFACE':
        return lazy(new GraphQLInterfaceType({ ...base, interfaces, fields }));
      case 'UNION':
        return new GraphQLUnionType({
          ...base,
          types: () => (head.possibleTypes ?? []).map((other) => assertObjectType(typeNamed(other))),
        });
      case 'ENUM':
        return new GraphQLEnumType({ ...base, values: () => mapMembers(members(), described) });
      case 'INPUT_OBJECT':
        return lazy(
          new GraphQLInputObjectType({
            ...base,
            isOneOf: head.oneOf === true,
            fields: () => mapMembers(members(), input),
          }),
        );
    }
  }

  for (const { head, line } of file.types.values()) named.set(head.name, build(head, line));
  const schema = new GraphQLSchema({
    query: assertObjectType(typeNamed(file.meta.queryType)),
    types: [...named.values()],
    assumeValid: true,
  });
  collecting = false;
  return schema;
}

function described(member: Member) {
  return {
    ...(member.description === undefined ? {} : { description: member.description }),
    ...(member.deprecated === undefined ? {} : { deprecationReason: member.deprecated }),
    extensions: member.access ?? null,
  };
}

function mapMembers<T>(members: Members | undefined, each: (member: Member) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(members ?? {}).map(([name, member]) => [name, each(member)]));
}
