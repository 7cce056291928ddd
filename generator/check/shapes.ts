import {
  type DocumentNode,
  getNullableType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isScalarType,
} from 'graphql';
import { fieldsAt, typeAt } from '../../apis/graphql/selection';
import type { Shape } from '../model/filters';

/** A query and its API; without them nothing is known of the answer. */
export interface Known {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
}

/** Scalars by what a filter can make of them; one that is not listed is an API's own, of which nothing is known. */
const SCALARS: Readonly<Record<string, Shape>> = {
  String: 'text',
  HTML: 'text',
  FormattedString: 'text',
  Int: 'number',
  Float: 'number',
  BigInt: 'number',
  UnsignedInt64: 'number',
  Decimal: 'amount',
  Money: 'amount',
  Boolean: 'boolean',
  ID: 'id',
  Date: 'date',
  DateTime: 'date',
  URL: 'address',
};

/** What stands at a path of an answer; undefined where the query selects nothing, or nothing is known of it. */
export function shapeAt(known: Known, path: string): Shape | undefined {
  const type = typeAt(known.schema, known.document, path);
  return type && shapeOf(type, known, path);
}

function shapeOf(type: GraphQLOutputType, { schema, document }: Known, path: string): Shape | undefined {
  const value = getNullableType(type);
  if (isListType(value)) return 'list';
  if (isEnumType(value)) return 'enum';
  if (isScalarType(value)) return SCALARS[value.name];
  const has = (at: string, ...keys: readonly string[]) => {
    const selected = fieldsAt(schema, document, at);
    return keys.every((key) => selected.includes(key));
  };
  const isMoney = (at: string) => has(at, 'amount', 'currencyCode');
  if (isMoney(path) || isMoney(`${path}.shopMoney`)) return 'money';
  return isMoney(`${path}.minVariantPrice`) && isMoney(`${path}.maxVariantPrice`) ? 'moneyRange' : 'block';
}
