import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, ValidationContext, ValidationRule } from 'graphql';
import {
  GraphQLError,
  Kind,
  NoDeprecatedCustomRule,
  OperationTypeNode,
  print,
  specifiedRules,
  validate,
  valueFromASTUntyped,
} from 'graphql';
import type { Connection } from './cost';
import { requestedCost } from './cost';
import type { VariableValues } from './page-size';
import type { Problem } from './problem';
import { problemAt, problemOf } from './problem';
import { longPages } from './long-pages';
import { parseDocument } from './parse-document';
import { missingPageSizes } from './missing-page-size';
import { memoized } from './remember';
import { scopesOf } from './scopes';

export interface OperationVariable {
  readonly name: string;
  /** As written: `[ID!]!`. */
  readonly type: string;
  /** Non-null and without a default. */
  readonly required: boolean;
  /** The default as plain JSON; an enum value is its name. */
  readonly default?: unknown;
}

/** A query that Shopify would accept. */
export interface GraphqlOperation {
  readonly name: string;
  readonly variables: readonly OperationVariable[];
  /** The smallest set of access scopes it needs, sorted (see `scopesOf`: inferred from Shopify's sentences). */
  readonly scopes: readonly string[];
  /** Requested cost in points (see `requestedCost`: inferred). */
  readonly cost: number;
  readonly connections: readonly Connection[];
  readonly document: DocumentNode;
}

export interface CheckedOperation {
  /** Absent when a problem is an error. */
  readonly operation?: GraphqlOperation;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Checks one GraphQL text against a schema. It must hold exactly one operation, a named query. `variables` are the values
 * known at build time; they count for page sizes only.
 */
export const checkOperation: (schema: GraphQLSchema, source: string, variables?: VariableValues) => CheckedOperation =
  memoized(checked);

function checked(schema: GraphQLSchema, source: string, variables: VariableValues = {}): CheckedOperation {
  const document = parseDocument(source);
  if (document instanceof GraphQLError) return { problems: [problemOf('graphql-syntax', document)] };
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const problems = [
    ...operationProblems(operations, document),
    ...schemaProblems(schema, document, operations, variables),
  ];
  const [operation] = operations;
  if (!operation?.name || problems.some((p) => p.severity === 'error'))
    return { problems: problems.sort((a, b) => a.start - b.start) };
  return {
    operation: {
      name: operation.name.value,
      variables: variablesOf(operation),
      scopes: scopesOf(schema, document),
      ...requestedCost(schema, document, operation, variables),
      document,
    },
    problems,
  };
}

/** Reads one query or mutation of which no schema is known: its variables, and what is wrong with it as a text. */
export function readOperation(source: string): {
  readonly operation?: Pick<GraphqlOperation, 'variables' | 'document'>;
  readonly problems: readonly Problem[];
} {
  const document = parseDocument(source);
  if (document instanceof GraphQLError) return { problems: [problemOf('graphql-syntax', document)] };
  const [operation, ...others] = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const problems = others.map((other) => problemAt('graphql-syntax', 'A request runs a single operation.', other));
  return operation ? { operation: { variables: variablesOf(operation), document }, problems } : { problems };
}

function operationProblems(operations: readonly OperationDefinitionNode[], document: DocumentNode): Problem[] {
  const [first, ...others] = operations;
  if (!first) return [problemAt('graphql-invalid', 'There is no query here.', document)];
  return [
    ...others.map((other) => problemAt('graphql-invalid', 'One query only: a request runs a single operation.', other)),
    ...operations.flatMap((operation) => {
      if (operation.operation !== OperationTypeNode.QUERY) {
        return [
          problemAt('graphql-invalid', `Only queries are allowed, and this is a ${operation.operation}.`, operation),
        ];
      }
      return operation.name
        ? []
        : [problemAt('graphql-invalid', 'Give the query a name: query GetOrder { … }.', operation)];
    }),
  ];
}

function schemaProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
  operations: readonly OperationDefinitionNode[],
  variables: VariableValues,
): Problem[] {
  if (operations.some(({ operation }) => operation !== OperationTypeNode.QUERY)) return [];
  const deprecated: GraphQLError[] = [];
  const invalid = validate(schema, document, [...specifiedRules, reportingTo(deprecated, NoDeprecatedCustomRule)]);
  if (invalid.length > 0) return invalid.map((error) => problemOf('graphql-invalid', error));
  return [
    ...missingPageSizes(schema, document),
    ...operations.slice(0, 1).flatMap((operation) => longPages(schema, document, operation, variables)),
    ...deprecated.map((error) => problemOf('graphql-deprecated', error)),
  ];
}

/** A rule whose errors are kept apart, so that all rules look at a query together. */
const reportingTo =
  (errors: GraphQLError[], rule: ValidationRule): ValidationRule =>
  (context) =>
    rule(
      Object.create(context, {
        reportError: { value: (error: GraphQLError) => errors.push(error) },
      }) as ValidationContext,
    );

function variablesOf(operation: OperationDefinitionNode): OperationVariable[] {
  return (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type: print(type),
    required: type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    ...(defaultValue ? { default: valueFromASTUntyped(defaultValue) } : {}),
  }));
}
