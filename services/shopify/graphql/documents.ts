import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { GlobalIdRule } from './gid-rule';
import { MOST_SELECTIONS, selectionsIn } from './size';
import { asShopify, syntaxError, type WireError } from './wording';

/** A document that may run, or the errors that are its answer. */
export type PreparedDocument =
  | { readonly document: DocumentNode; readonly operations: readonly OperationDefinitionNode[] }
  | { readonly errors: readonly WireError[] };

const RULES = [...specifiedRules, GlobalIdRule];
const KEPT = 500;
const prepared = new WeakMap<GraphQLSchema, Map<string, PreparedDocument>>();

/** Parses and checks a query once; the same text comes from memory after that. */
export function prepareDocument(schema: GraphQLSchema, query: string): PreparedDocument {
  const known = prepared.get(schema) ?? new Map<string, PreparedDocument>();
  prepared.set(schema, known);
  const before = known.get(query);
  if (before) return before;
  if (known.size >= KEPT) known.clear();
  const result = checkAnyDepth(schema, query);
  known.set(query, result);
  return result;
}

/** graphql-js is recursive, so a query of thousands of nested braces overflows the stack; that is the query's fault. */
function checkAnyDepth(schema: GraphQLSchema, query: string): PreparedDocument {
  try {
    return check(schema, query);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { errors: [{ message: 'Query is nested too deeply', extensions: { code: 'PARSE_ERROR' } }] };
  }
}

function check(schema: GraphQLSchema, query: string): PreparedDocument {
  const document = parsed(query);
  if (document instanceof GraphQLError) return { errors: [syntaxError(document)] };
  if (selectionsIn(document) > MOST_SELECTIONS)
    return { errors: [{ message: 'Query selects too much', extensions: { code: 'MAX_COMPLEXITY_EXCEEDED' } }] };
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (operations.some((operation) => operation.operation !== OperationTypeNode.QUERY)) {
    return { errors: [{ message: 'This store answers queries only.', extensions: { code: 'UNSUPPORTED' } }] };
  }
  const errors = validate(schema, document, RULES);
  return errors.length > 0
    ? { errors: merged(errors.map((error) => asShopify(error, schema, document))) }
    : { document, operations };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: 50_000 });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** graphql-ruby names all missing arguments of a field in one error. */
function merged(errors: readonly WireError[]): readonly WireError[] {
  const kept: WireError[] = [];
  for (const error of errors) {
    const twin = kept.findIndex((other) => isMissing(other) && isMissing(error) && samePlace(other, error));
    const other = kept[twin];
    if (!other) kept.push(error);
    else kept[twin] = withArgument(other, String(error.extensions?.['arguments']));
  }
  return kept;
}

const isMissing = (error: WireError): boolean => error.extensions?.['code'] === 'missingRequiredArguments';
const samePlace = (a: WireError, b: WireError): boolean => JSON.stringify(a.locations) === JSON.stringify(b.locations);
const withArgument = (error: WireError, name: string): WireError => ({
  ...error,
  message: `${error.message}, ${name}`,
  extensions: { ...error.extensions, arguments: `${String(error.extensions?.['arguments'])}, ${name}` },
});
