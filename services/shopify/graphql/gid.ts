import { GraphQLError, isAbstractType, isObjectType, type GraphQLResolveInfo } from 'graphql';

const GID = /^gid:\/\/shopify\/([A-Za-z]+)\/([^/?\s]+)(?:\?.*)?$/;

/** The type named in a global id, or null when the text is none. */
export const gidType = (id: string): string | null => GID.exec(id)?.[1] ?? null;

/** A global id without parameters: `gid://shopify/Order/1?x=2` → `gid://shopify/Order/1`. */
export const plainGid = (id: string): string => id.replace(/\?.*$/, '');

/** The service's word on a global id of another type (recorded). */
export const invalidId = (id: string, info: GraphQLResolveInfo): GraphQLError =>
  new GraphQLError(`Invalid id: ${id}`, { nodes: info.fieldNodes, extensions: { code: 'RESOURCE_NOT_FOUND' } });

/** Throws RESOURCE_NOT_FOUND when an `id` argument names a type that is none of `gidTypes`. */
export function checkGidArgument(id: unknown, gidTypes: readonly string[] | null, info: GraphQLResolveInfo): void {
  if (typeof id !== 'string' || gidTypes === null) return;
  const named = gidType(id) ?? '';
  if (!gidTypes.some((name) => name === named || holds(info, name, named))) throw invalidId(id, info);
}

/** Whether `named` is one of the types behind the interface or union `name`. */
function holds(info: GraphQLResolveInfo, name: string, named: string): boolean {
  const type = info.schema.getType(name);
  const concrete = info.schema.getType(named);
  return isAbstractType(type) && isObjectType(concrete) && info.schema.isSubType(type, concrete);
}
