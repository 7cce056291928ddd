import { getNamedType, isAbstractType, isListType, getNullableType, type GraphQLResolveInfo } from 'graphql';
import type { OrderNode } from '../seed/nodes';
import { checkAccess, checkTypeAccess } from './access';
import { paginate } from './connection';
import { isVisible, type RequestContext } from './context';
import { filler } from './filler';
import { checkGidArgument } from './gid';
import { ROOTS, searchOrders } from './roots';

type Source = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;

/** The one resolver of the whole schema: access, then the seed's value or a filler, then paging. */
export function resolveField(
  source: Source | undefined,
  args: Arguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): unknown {
  checkAccess(info, context.scopes);
  checkGidArgument(args['id'], info);
  const value = valueOf(source ?? {}, args, context, info);
  if (getNamedType(info.returnType).name.endsWith('Connection')) return connection(value, args, context, info);
  if (value === undefined) return filler(info, identityOf(source) ?? info.parentType.name);
  if (Array.isArray(value)) return isListType(getNullableType(info.returnType)) ? list(value, args, context) : value;
  return single(value, context, info);
}

/** One object or scalar: null when out of reach, checked once more when only now its type is known. */
function single(value: unknown, context: RequestContext, info: GraphQLResolveInfo): unknown {
  if (!isVisible(value, context)) return null;
  const type = getNamedType(info.returnType);
  if (isAbstractType(type) && isTyped(value)) checkTypeAccess(value.__typename, info, context.scopes);
  return value;
}

/** What tells a parent from others, so that its fillers differ. */
function identityOf(source: Source | undefined): string | null {
  const id = source?.['id'] ?? source?.['__filled'];
  return typeof id === 'string' ? id : null;
}

function valueOf(source: Source, args: Arguments, context: RequestContext, info: GraphQLResolveInfo): unknown {
  if (info.parentType === info.schema.getQueryType()) return ROOTS[info.fieldName]?.(args, context, info);
  const value = Object.hasOwn(source, info.fieldName) ? source[info.fieldName] : undefined;
  return typeof value === 'function' ? (value as (args: Arguments) => unknown)(args) : value;
}

function connection(value: unknown, args: Arguments, context: RequestContext, info: GraphQLResolveInfo): unknown {
  if (value === null || (value !== undefined && !Array.isArray(value))) return value;
  const items = (value ?? []) as readonly unknown[];
  const ownOrders = info.parentType.name === 'Customer' && info.fieldName === 'orders';
  const found = ownOrders ? searchOrders(items as readonly OrderNode[])(args, context, info) : items;
  return paginate(found as readonly unknown[], args, info);
}

/** A plain list, cut to its `first` argument. */
function list(value: readonly unknown[], args: Arguments, context: RequestContext): readonly unknown[] {
  const seen = value.map((item) => (isVisible(item, context) ? item : null));
  const { first } = args;
  return typeof first === 'number' ? seen.slice(0, first) : seen;
}

const isTyped = (value: unknown): value is { readonly __typename: string } =>
  typeof value === 'object' && value !== null && '__typename' in value && typeof value.__typename === 'string';

/** The object type behind an interface or union. */
export const resolveType = (value: unknown): string | undefined => (isTyped(value) ? value.__typename : undefined);
