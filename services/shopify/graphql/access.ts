import { GraphQLError, type GraphQLResolveInfo } from 'graphql';

/** Groups of scopes; one scope of every group is needed. */
type Needs = readonly (readonly string[])[];

const parsed = new Map<string, Needs>();

/**
 * Shopify's sentence about required access, as scopes: alternatives by "or" and "any of", several needs by "as well as" and
 * "Also:". Permissions of staff and plans are not scopes and count as given.
 */
export function neededScopes(sentence: string): Needs {
  const known = parsed.get(sentence);
  if (known) return known;
  const needs = sentence
    .split(/ as well as | and both |Also:/)
    .map((part) => part.match(/\b(?:read|write|unauthenticated)_[a-z_]+/g) ?? [])
    .filter((group) => group.length > 0);
  parsed.set(sentence, needs);
  return needs;
}

const grants = (scopes: ReadonlySet<string>, scope: string): boolean =>
  scopes.has(scope) || scopes.has(scope.replace(/^read_/, 'write_'));

/** Throws ACCESS_DENIED in Shopify's words when the token's scopes do not open a field with this sentence. */
export function checkAccess(
  requiredAccess: string | null,
  info: GraphQLResolveInfo,
  scopes: ReadonlySet<string>,
): void {
  if (requiredAccess === null) return;
  if (neededScopes(requiredAccess).every((group) => group.some((scope) => grants(scopes, scope)))) return;
  throw new GraphQLError(`Access denied for ${info.fieldName} field. Required access: ${requiredAccess}`, {
    nodes: info.fieldNodes,
    extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess },
  });
}
