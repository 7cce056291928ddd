import type { DocumentNode, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { TypeInfo, getNamedType, visit, visitWithTypeInfo } from 'graphql';

/**
 * The smallest set of access scopes that a query needs, sorted. Where Shopify accepts any of several scopes, one that is
 * needed anyway wins, then the one that meets most demands, then the one Shopify names first. `document` must be valid.
 *
 * Inferred from the schema's `requiredAccess` sentences; what these say about staff permissions or plans is not a scope.
 */
export function scopesOf(schema: GraphQLSchema, document: DocumentNode): string[] {
  const sentences = new Set<string>();
  const note = (part: { readonly extensions: Readonly<Record<string, unknown>> } | null | undefined): void => {
    const sentence = part?.extensions['requiredAccess'];
    if (typeof sentence === 'string') sentences.add(sentence);
  };
  const types = new TypeInfo(schema);
  const visitor = {
    Field: () => {
      note(types.getFieldDef());
      note(named(types));
    },
    InlineFragment: () => {
      note(named(types));
    },
    FragmentDefinition: () => {
      note(named(types));
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return smallestSet([...sentences].flatMap(alternatives));
}

function named(types: TypeInfo): GraphQLNamedType | undefined {
  const type = types.getType();
  return type ? getNamedType(type) : undefined;
}

/**
 * Reads "`a` access scope or `b` access scope. Also: requires the `c` scope." as [[a, b], [c]]: all of the outer list, any
 * of each inner one.
 */
export function alternatives(requiredAccess: string): string[][] {
  const [forQueries = ''] = requiredAccess.split(' for queries');
  return forQueries
    .split(/\bAlso:|\bas well as\b|\band\b/)
    .map((demand) => [...new Set(demand.match(/\b(?:read|write)_[a-z_]+/g) ?? [])])
    .filter((scopes) => scopes.length > 0);
}

function smallestSet(demands: readonly (readonly string[])[]): string[] {
  const chosen = new Set<string>();
  for (const [only, ...others] of demands) if (only !== undefined && others.length === 0) chosen.add(only);
  for (;;) {
    const open = demands.filter((scopes) => !scopes.some((scope) => chosen.has(scope)));
    const candidates = [...new Set(open.flat())];
    const meets = (scope: string): number => open.filter((scopes) => scopes.includes(scope)).length;
    const [best] = candidates.sort((a, b) => meets(b) - meets(a));
    if (best === undefined) return [...chosen].sort();
    chosen.add(best);
  }
}
