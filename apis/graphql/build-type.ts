import type {
  GraphQLEnumValueConfig,
  GraphQLFieldConfig,
  GraphQLInputFieldConfig,
  GraphQLNamedType,
  GraphQLType,
} from 'graphql';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLUnionType,
  assertInputType,
  assertInterfaceType,
  assertNullableType,
  assertObjectType,
  assertOutputType,
} from 'graphql';
import type { Member, Members, TypeLine } from './schema-format';
import { readHead } from './schema-format';

/** Finds a type by name; throws when there is none. */
export type FindType = (name: string) => GraphQLNamedType;

/** Builds one type of a schema file. Its fields or values are read, and `find` is called, when the type is asked for them. */
export function buildType(line: string, find: FindType): GraphQLNamedType {
  const type = readHead(line);
  const members = () => (JSON.parse(line) as TypeLine).members;
  const base = { name: type.name, extensions: type.access };
  const interfaces = () => (type.interfaces ?? []).map((name) => assertInterfaceType(find(name)));
  const fields = () => mapMembers(members(), (member) => outputField(member, find));
  switch (type.kind) {
    case 'SCALAR':
      return new GraphQLScalarType(base);
    case 'OBJECT':
      return new GraphQLObjectType({ ...base, interfaces, fields });
    case 'INTERFACE':
      return new GraphQLInterfaceType({ ...base, interfaces, fields });
    case 'UNION':
      return new GraphQLUnionType({
        ...base,
        types: () => (type.possibleTypes ?? []).map((name) => assertObjectType(find(name))),
      });
    case 'ENUM':
      return new GraphQLEnumType({ ...base, values: () => mapMembers(members(), enumValue) });
    case 'INPUT_OBJECT':
      return new GraphQLInputObjectType({
        ...base,
        isOneOf: type.oneOf === true,
        fields: () => mapMembers(members(), (member) => inputValue(member, find)),
      });
  }
}

function outputField(member: Member, find: FindType): GraphQLFieldConfig<unknown, unknown> {
  return {
    type: assertOutputType(typeOf(member.type ?? '', find)),
    args: mapMembers(member.args, (argument) => inputValue(argument, find)),
    description: member.description,
    deprecationReason: member.deprecated,
    extensions: member.access,
  };
}

function inputValue(member: Member, find: FindType): GraphQLInputFieldConfig {
  return {
    type: assertInputType(typeOf(member.type ?? '', find)),
    defaultValue: member.default,
    description: member.description,
    deprecationReason: member.deprecated,
    extensions: member.access,
  };
}

function enumValue(member: Member): GraphQLEnumValueConfig {
  return { deprecationReason: member.deprecated, extensions: member.access };
}

/** Reads schema notation: `[LineItem!]!`. */
function typeOf(notation: string, find: FindType): GraphQLType {
  if (notation.endsWith('!')) return new GraphQLNonNull(assertNullableType(typeOf(notation.slice(0, -1), find)));
  if (notation.startsWith('[')) return new GraphQLList(typeOf(notation.slice(1, -1), find));
  return find(notation);
}

function mapMembers<T>(members: Members | undefined, each: (member: Member) => T): Record<string, T> {
  const mapped: Record<string, T> = {};
  for (const [name, member] of Object.entries(members ?? {})) mapped[name] = each(member);
  return mapped;
}
