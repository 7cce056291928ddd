import { createHash } from 'node:crypto';
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 0,
  Float: 0,
  Boolean: false,
  String: '',
  HTML: '',
  FormattedString: '',
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00Z',
  Decimal: '0.0',
  Money: '0.00',
  BigInt: '0',
  UnsignedInt64: '0',
  URL: 'https://harborandpine.example/',
  UtcOffset: '+00:00',
  Color: '#000000',
  JSON: {},
};

/** A 13-digit number that depends on the text alone. */
function numberFrom(text: string): string {
  const digest = createHash('sha256').update(text).digest();
  return String(1_000_000_000_000 + (digest.readUIntBE(0, 6) % 9_000_000_000_000));
}

/**
 * A value for a field the seed does not hold, always the same one: null where the schema allows it, else an empty list, the first
 * enum value, a zero, or an object that is filled in turn.
 */
export function sampleValue(info: GraphQLResolveInfo, parentId: string): unknown {
  if (!isNonNullType(info.returnType)) return null;
  const type = getNullableType(info.returnType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name ?? null;
  if (isScalarType(type)) {
    if (type.name === 'ID') return `gid://shopify/${info.parentType.name}/${numberFrom(parentId + info.fieldName)}`;
    return SCALARS[type.name] ?? '';
  }
  if (type.name === 'Count') return { count: 0, precision: 'EXACT' };
  const id = `${parentId}/${info.fieldName}`;
  return { __filled: id, ...(isAbstractType(type) ? { __typename: firstOf(info.schema, type) } : {}) };
}

function firstOf(schema: GraphQLSchema, type: Parameters<GraphQLSchema['getPossibleTypes']>[0]): string {
  return schema.getPossibleTypes(type)[0]?.name ?? '';
}
