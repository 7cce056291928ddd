import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
} from 'graphql';

/** What the resolver must know of a field; read from the schema once, since asking graphql-js is its dearest part. */
export interface FieldFacts {
  readonly isRoot: boolean;
  readonly isConnection: boolean;
  readonly isList: boolean;
  readonly isAbstract: boolean;
  /** Shopify's sentence about access: the field's own, else that of the type it returns (of a connection: of its nodes). */
  readonly requiredAccess: string | null;
  /** Types whose ids the `id` argument takes; null when there is nothing to check. */
  readonly gidTypes: readonly string[] | null;
}

const known = new WeakMap<object, FieldFacts>();

export function fieldFactsOf(info: GraphQLResolveInfo): FieldFacts {
  const field = info.parentType.getFields()[info.fieldName];
  const before = field && known.get(field);
  if (before) return before;
  const type = getNamedType(info.returnType);
  if (isEnumType(type)) admitNewValues(type);
  const gidTypes = field?.args.find((arg) => arg.name === 'id')?.extensions['gidTypes'];
  const facts: FieldFacts = {
    isRoot: info.parentType === info.schema.getQueryType(),
    isConnection: type.name.endsWith('Connection'),
    isList: isListType(getNullableType(info.returnType)),
    isAbstract: isAbstractType(type),
    requiredAccess: textOf(field?.extensions['requiredAccess']) ?? accessOfType(type),
    gidTypes: Array.isArray(gidTypes) ? gidTypes.map(String) : null,
  };
  if (field) known.set(field, facts);
  return facts;
}

/** The access sentence of a type, of a connection that of its nodes. */
export function accessOfType(type: GraphQLNamedType | undefined): string | null {
  const own = textOf(type?.extensions['requiredAccess']);
  if (own !== null || !type?.name.endsWith('Connection') || !isObjectType(type)) return own;
  const nodes = type.getFields()['nodes'];
  return nodes ? textOf(getNamedType(nodes.type).extensions['requiredAccess']) : null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Shopify may add enum values inside a stable version, so the seed may hold one that this schema does not know. */
function admitNewValues(type: { serialize: (value: unknown) => unknown }): void {
  type.serialize = (value) => String(value);
}
