import { executeSync, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Bucket } from '../protocol/bucket';
import type { RequestContext } from './context';
import { actualCost, requestedQueryCost } from './cost';
import { prepareDocument } from './documents';
import { resolveField, resolveType } from './resolver';
import { scopeOf, type Variables } from './selection';
import { variableErrors } from './variables';
import type { WireError } from './wording';

/** The body of a GraphQL request. */
export interface IncomingRequest {
  readonly query: string;
  readonly variables: Variables;
  readonly operationName: string | null;
}

/** The body of an answer, always sent with HTTP 200. */
export interface GraphqlBody {
  readonly errors?: readonly WireError[];
  readonly data?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The most points one query may ask for, on every plan. */
const MAX_COST = 1000;
const RATE_LIMITS = 'https://shopify.dev/api/usage/rate-limits';

/** Answers a query: checks it, pays for it, runs it. Never throws for anything a caller can send. */
export function answerQuery(
  schema: GraphQLSchema,
  request: IncomingRequest,
  context: RequestContext,
  bucket: Bucket,
): GraphqlBody {
  const prepared = prepareDocument(schema, request.query);
  if ('errors' in prepared) return { errors: prepared.errors };
  const operation = chosen(prepared.operations, request.operationName);
  if ('message' in operation) return { errors: [operation] };
  const badVariables = variableErrors(schema, operation, request.variables);
  if (badVariables.length > 0) return { errors: badVariables };

  const scope = scopeOf(schema, prepared.document, operation, request.variables);
  const requested = requestedQueryCost(scope, operation);
  if (requested > MAX_COST) return tooDear(requested);
  if (!bucket.affords(requested)) return throttled(requested, bucket);

  const result = executeSync({
    schema,
    document: prepared.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: context,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  const actual = result.data ? Math.min(requested, actualCost(scope, operation, result.data)) : requested;
  bucket.spend(actual);
  return {
    ...(result.errors ? { errors: result.errors.map(executionError) } : {}),
    data: result.data ?? null,
    extensions: {
      cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() },
      ...(context.searches.length > 0 ? { search: context.searches } : {}),
    },
  };
}

/** The operation to run; graphql-ruby's words when it cannot tell which. */
function chosen(
  operations: readonly OperationDefinitionNode[],
  name: string | null,
): OperationDefinitionNode | WireError {
  const [only, ...others] = operations;
  if (name !== null)
    return operations.find((o) => o.name?.value === name) ?? { message: `No operation named "${name}"` };
  return only && others.length === 0 ? only : { message: 'An operation name is required' };
}

function executionError(error: GraphQLError): WireError {
  return {
    message: error.message,
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    ...(Object.keys(error.extensions).length > 0 ? { extensions: error.extensions } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
}

function tooDear(cost: number): GraphqlBody {
  const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_COST}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.`;
  return {
    errors: [
      { message, extensions: { code: 'MAX_COST_EXCEEDED', cost, maxCost: MAX_COST, documentation: RATE_LIMITS } },
    ],
  };
}

/** The answer to a query the bucket cannot pay: HTTP 200, no data. */
export function throttled(requested: number, bucket: Bucket): GraphqlBody {
  return {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED', documentation: RATE_LIMITS } }],
    extensions: { cost: { requestedQueryCost: requested, actualQueryCost: null, throttleStatus: bucket.status() } },
  };
}
