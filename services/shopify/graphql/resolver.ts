import type { GraphQLResolveInfo } from 'graphql';
import type { OrderNode } from '../seed/nodes';
import { checkAccess } from './access';
import { paginate } from './connection';
import { isVisible, type RequestContext } from './context';
import { accessOfType, fieldFactsOf, type FieldFacts } from './field-facts';
import { sampleValue } from './filler';
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
  const facts = fieldFactsOf(info);
  checkAccess(facts.requiredAccess, info, context.scopes);
  checkGidArgument(args['id'], facts.gidTypes, info);
  const value = facts.isRoot ? ROOTS[info.fieldName]?.(args, context, info) : valueOf(source ?? {}, args, info);
  if (facts.isConnection) return connection(value, args, context, info);
  if (value === undefined) return sampleValue(info, identityOf(source) ?? info.parentType.name);
  if (Array.isArray(value)) return facts.isList ? list(value, args, context) : value;
  return single(value, facts, context, info);
}

/** One value: null when out of reach, checked once more when only now its type is known. */
function single(value: unknown, facts: FieldFacts, context: RequestContext, info: GraphQLResolveInfo): unknown {
  if (!isVisible(value, context)) return null;
  if (facts.isAbstract) checkAccess(accessOfType(info.schema.getType(resolveType(value) ?? '')), info, context.scopes);
  return value;
}

/** What tells a parent from others, so that its fillers differ. */
function identityOf(source: Source | undefined): string | null {
  const id = source?.['id'] ?? source?.['__filled'];
  return typeof id === 'string' ? id : null;
}

function valueOf(source: Source, args: Arguments, info: GraphQLResolveInfo): unknown {
  const value = Object.hasOwn(source, info.fieldName) ? source[info.fieldName] : undefined;
  return typeof value === 'function' ? (value as (args: Arguments) => unknown)(args) : value;
}

function connection(value: unknown, args: Arguments, context: RequestContext, info: GraphQLResolveInfo): unknown {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
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

/** The object type behind an interface or union. */
export const resolveType = (value: unknown): string | undefined =>
  (value as { readonly __typename?: string } | null)?.__typename;
