import type { DocumentNode } from 'graphql';
import { GraphQLError, Source, parse } from 'graphql';

/** graphql-js reads, checks and prints by recursion: what is nested deeper would end in a full stack. */
const DEEPEST = 150;

/** Reads a GraphQL text; an error with its place where it is none, or where it is nested deeper than anybody writes. */
export function parseDocument(text: string): DocumentNode | GraphQLError {
  const at = tooDeepAt(text);
  if (at !== undefined)
    return new GraphQLError(`nested more than ${DEEPEST} levels deep`, { source: new Source(text), positions: [at] });
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*|[{}[\]()]/g)) {
    if ('{[('.includes(sign)) depth += 1;
    else if ('}])'.includes(sign)) depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}
