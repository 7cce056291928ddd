import type { SearchFields } from './fields';
import { matches } from './match';
import { parseSearch, type SearchNode, type SearchTerm } from './parse';

/** Shopify's only sign that it ignored a part of the search. */
export interface SearchWarning {
  readonly field: string;
  readonly message: string;
  readonly code: 'invalid_field';
}

export interface SearchResult<T> {
  readonly items: readonly T[];
  readonly parsed: SearchNode;
  readonly warnings: readonly SearchWarning[];
}

export const invalidField = (field: string): SearchWarning => ({
  field,
  message: 'Invalid search field for this query.',
  code: 'invalid_field',
});

/**
 * The items a search finds, in their order. As on the service, a term on an unknown field is dropped: it narrows nothing and
 * leaves a warning. By relevance, what more terms fit comes first (inferred).
 */
export function runSearch<T>(
  items: readonly T[],
  query: string,
  { fields, byDefault }: SearchFields<T>,
  byRelevance = false,
): SearchResult<T> {
  const full = parseSearch(query);
  const unknown = new Set<string>();
  const known = prune(full, (term) => {
    if (term.field === 'default' || Object.hasOwn(fields, term.field)) return true;
    unknown.add(term.field);
    return false;
  });
  const termHolds = (term: SearchTerm, item: T): boolean => {
    const names = term.field === 'default' ? byDefault : [term.field];
    return names.some((name) => {
      const field = fields[name];
      return field !== undefined && matches(field.kind, field.of(item), term);
    });
  };
  const holds = (node: SearchNode, item: T): boolean => {
    if ('and' in node) return node.and.every((part) => holds(part, item));
    if ('or' in node) return node.or.some((part) => holds(part, item));
    if ('not' in node) return !holds(node.not, item);
    return 'all' in node || termHolds(node, item);
  };
  const hits = (node: SearchNode, item: T): number => {
    const parts = 'and' in node ? node.and : 'or' in node ? node.or : [];
    return parts.reduce((sum, part) => sum + hits(part, item), 'field' in node && termHolds(node, item) ? 1 : 0);
  };
  const found = items.filter((item) => holds(known, item));
  const rank = new Map(byRelevance ? found.map((item) => [item, hits(known, item)]) : []);
  return {
    items: byRelevance ? [...found].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0)) : found,
    parsed: full,
    warnings: [...unknown].map(invalidField),
  };
}

/** The tree without the terms that `keep` refuses; a group that loses all its parts goes too. */
function prune(node: SearchNode, keep: (term: SearchTerm) => boolean): SearchNode {
  if ('and' in node || 'or' in node) {
    const parts = ('and' in node ? node.and : node.or)
      .map((part) => prune(part, keep))
      .filter((part) => !('all' in part));
    if (parts.length === 0) return { all: true };
    return 'and' in node ? { and: parts } : { or: parts };
  }
  if ('not' in node) {
    const inner = prune(node.not, keep);
    return 'all' in inner ? inner : { not: inner };
  }
  if ('all' in node) return node;
  return keep(node) ? node : { all: true };
}
