import {
  coerceInputValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  print,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { gidType } from './gid';
import type { Variables } from './selection';
import type { WireError } from './wording';
import { ownValue } from '../../../kore/own-value';

/** One entry of `extensions.problems`. `message` comes with the errors of custom coercions only (recorded for global ids). */
interface Problem {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
  readonly message?: string;
}

/** INVALID_VARIABLE errors, one a variable; empty when all values fit. */
export function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): readonly WireError[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const value = ownValue(variables, definition.variable.name.value);
    const problems = problemsOf(schema, definition, value);
    return problems.length > 0 ? [invalid(definition, value, problems)] : [];
  });
}

function invalid(definition: VariableDefinitionNode, value: unknown, problems: readonly Problem[]): WireError {
  const nested = problems.filter((p) => p.path.length > 0).map((p) => `${p.path.join('.')} (${p.explanation})`);
  const where = nested.length > 0 ? ` for ${nested.join(', ')}` : '';
  const start = definition.loc?.startToken;
  return {
    message: `Variable $${definition.variable.name.value} of type ${print(definition.type)} was provided invalid value${where}`,
    locations: start ? [{ line: start.line, column: start.column }] : [],
    extensions: { code: 'INVALID_VARIABLE', value: value ?? null, problems },
  };
}

function problemsOf(schema: GraphQLSchema, definition: VariableDefinitionNode, value: unknown): readonly Problem[] {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type) || (value === undefined && definition.defaultValue)) return [];
  const problems: Problem[] = [];
  coerceInputValue(value, type, (path, found, error) => {
    if (/^Exactly one key/.test(error.message) && problems.length > 0) return;
    problems.push({
      path: missingField(error.message) ?? path,
      explanation: explain(error.message, found, typeAt(type, path)),
    });
  });
  return problems.length > 0 ? problems : badIds(value, type, []);
}

const missingField = (message: string): string[] | null => {
  const name = /^Field "(\w+)" (?:of required type|is not defined)/.exec(message)?.[1];
  return name === undefined ? null : [name];
};

/** graphql-ruby's explanation of a value that does not fit (its words; inferred but for null and global ids). */
function explain(message: string, value: unknown, type: GraphQLInputType | null): string {
  const name = type ? getNamedType(type).name : '';
  if (/not to be null|of required type/.test(message)) return 'Expected value to not be null';
  if (/is not defined by type/.test(message)) return `Field is not defined on ${name}`;
  if (/^Exactly one key/.test(message))
    return `'${name}' requires exactly one argument, but ${Object.keys(value as Record<string, unknown>).length} were provided.`;
  return mismatch(JSON.stringify(value), type && getNamedType(type));
}

function mismatch(shown: string, type: GraphQLNamedInputType | null): string {
  if (isEnumType(type))
    return `Expected ${shown} to be one of: ${type
      .getValues()
      .map((v) => v.name)
      .join(', ')}`;
  if (isInputObjectType(type)) return `Expected ${shown} to be a key-value object.`;
  return `Could not coerce value ${shown} to ${type?.name ?? ''}`;
}

/** The input type at a path into a value. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | null {
  let at: GraphQLInputType | null = type;
  for (const step of path) {
    if (typeof step === 'number') continue;
    const named: unknown = at && getNamedType(at);
    at = isInputObjectType(named) ? (named.getFields()[step]?.type ?? null) : null;
  }
  return at;
}

/** Ids that are no global ids, anywhere inside a value. */
function badIds(value: unknown, type: GraphQLInputType, path: readonly (string | number)[]): readonly Problem[] {
  if (value === null || value === undefined) return [];
  if (isNonNullType(type)) return badIds(value, type.ofType, path);
  if (isListType(type))
    return (Array.isArray(value) ? value : [value]).flatMap((item, k) => badIds(item, type.ofType, [...path, k]));
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.entries(value).flatMap(([name, item]) =>
      fields[name] ? badIds(item, fields[name].type, [...path, name]) : [],
    );
  }
  // What is no text and no number has not come through the coercion before.
  const id = (value as string | number).toString();
  if (type.name !== 'ID' || gidType(id) !== null) return [];
  const explanation = `Invalid global id '${id}'`;
  return [{ path, explanation, message: explanation }];
}
