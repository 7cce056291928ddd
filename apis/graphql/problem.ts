import type { ASTNode, GraphQLError } from 'graphql';
import { Kind, Source, getLocation } from 'graphql';

export type ProblemCode = 'graphql-syntax' | 'graphql-invalid' | 'graphql-deprecated';

/** Something wrong in a query, with its place in the query's own text. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** UTF-16 offset of the first character. */
  readonly start: number;
  /** Characters to underline, on that line; 0 at the end of the text. */
  readonly length: number;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A problem from graphql-js, which points at the name that is wrong rather than at all that belongs to it. */
export function problemOf(code: ProblemCode, error: GraphQLError): Problem {
  const [node] = error.nodes ?? [];
  if (node) return problemAt(code, error.message, node);
  const text = error.source?.body ?? '';
  const start = Math.min(error.positions?.[0] ?? 0, text.length);
  return place(code, error.message, text, start, /^(?:\w+|.)?/.exec(text.slice(start))?.[0].length ?? 0);
}

/** A problem of our own about `node`, which must come from a parsed text. */
export function problemAt(code: ProblemCode, message: string, node: ASTNode): Problem {
  const { loc } = telling(node);
  if (!loc) return place(code, message, '', 0, 0);
  const text = loc.source.body;
  return place(code, message, text, loc.start, text.slice(loc.start, loc.end).split(/\r?\n/, 1)[0]?.length ?? 0);
}

/** A problem about `length` characters of `text` from `start`. */
function place(code: ProblemCode, message: string, text: string, start: number, length: number): Problem {
  const { line, column } = getLocation(new Source(text), start);
  return { code, severity: code === 'graphql-deprecated' ? 'warning' : 'error', message, start, length, line, column };
}

/** The part of a node that names it. */
function telling(node: ASTNode): ASTNode {
  switch (node.kind) {
    case Kind.VARIABLE_DEFINITION:
      return node.variable;
    case Kind.FIELD:
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
    case Kind.DIRECTIVE:
    case Kind.FRAGMENT_SPREAD:
    case Kind.FRAGMENT_DEFINITION:
      return node.name;
    case Kind.OPERATION_DEFINITION:
      return node.name ?? node;
    default:
      return node;
  }
}
