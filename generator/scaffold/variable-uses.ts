import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type GraphQLType,
  isListType,
  getNullableType,
  isInputObjectType,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Where a query uses one of its variables. */
export interface VariableUse {
  /** Name of the argument or of the input field. */
  readonly as: string;
  /** Name of the field that the argument belongs to. */
  readonly field: string;
  /** The resource type whose global id is wanted, where the schema says so. */
  readonly gidType: string | undefined;
}

/** The first use of each variable of a valid query. */
export function variableUses(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<string, VariableUse> {
  const uses = new Map<string, VariableUse>();
  const types = new TypeInfo(schema);
  const note = (name: string, use: VariableUse) => {
    if (!uses.has(name)) uses.set(name, use);
  };
  const field = () => types.getFieldDef()?.name ?? '';
  const visitor = {
    Argument: (node: ArgumentNode) => {
      if (node.value.kind !== Kind.VARIABLE) return;
      note(node.value.name.value, {
        as: node.name.value,
        field: field(),
        gidType: gid(types.getArgument()?.extensions),
      });
    },
    ObjectField: (node: ObjectFieldNode) => {
      if (node.value.kind !== Kind.VARIABLE) return;
      const parent = getNamedType(types.getParentInputType() ?? undefined);
      const known = isInputObjectType(parent) ? parent.getFields()[node.name.value]?.extensions : undefined;
      note(node.value.name.value, { as: node.name.value, field: field(), gidType: gid(known) });
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return uses;
}

const gid = (extensions: Readonly<Record<string, unknown>> | undefined): string | undefined =>
  (extensions?.['gidTypes'] as readonly string[] | undefined)?.[0];

/** The type of a variable written as `[ID!]!`: its named type, or undefined when it is a list. */
export function singleType(schema: GraphQLSchema, notation: string): GraphQLNamedType | undefined {
  return /^\w+!?$/.test(notation) ? schema.getType(notation.replace('!', '')) : undefined;
}

/** Whether a type is a list once non-null is taken off. */
export const isList = (type: GraphQLType): boolean => isListType(getNullableType(type));
