import type { GraphQLSchema } from 'graphql';

/** Queries: several actions often ask the same one, and more need not be kept. */
const MOST = 100;

/**
 * The same function, which remembers what it made of its last queries for as long as the schema is open. `rest` is what JSON
 * can tell apart; what is made must not be changed.
 */
export function memoized<R extends readonly unknown[], T>(
  make: (schema: GraphQLSchema, query: string, ...rest: R) => T,
): (schema: GraphQLSchema, query: string, ...rest: R) => T {
  const known = new WeakMap<GraphQLSchema, Map<string, T>>();
  return (schema, query, ...rest) => {
    const made = known.get(schema) ?? new Map<string, T>();
    known.set(schema, made);
    const key = JSON.stringify([query, ...rest]);
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(schema, query, ...rest);
    if (made.size >= MOST) made.clear();
    made.set(key, value);
    return value;
  };
}
