import {
  coerceInputValue,
  getNullableType,
  type GraphQLInputType,
  type GraphQLOutputType,
  isEnumType,
  isInputType,
  isScalarType,
  Kind,
  typeFromAST,
} from 'graphql';
import { plainly } from '../../apis/graphql/plainly';
import { typeAt } from '../../apis/graphql/selection';
import { didYouMean, eitherOf } from '../diagnostics/suggest';
import type { Report } from '../diagnostics/diagnostic';
import { filters } from '../model/filters';
import type { Action, Field, GraphqlRequest, Phrase, Where } from '../model/model';
import { placeholders, plainOf } from '../model/text';
import { topOf } from './field-filters';
import { placeOf } from './places';
import type { Known } from './shapes';

/** What stands below `request.variables` is of the type that the query wants. */
export function variableValuesFit(action: Action, request: GraphqlRequest, known: Known, report: Report): void {
  for (const [name, type] of variableTypes(known)) {
    const value = request.variables.get(name);
    if (value === undefined) continue;
    const problem =
      typeof value === 'object' && value.text.some((part) => typeof part !== 'string')
        ? saidProblem(value, type, action)
        : literalProblem(typeof value === 'object' ? plainOf(value.text) : value, type);
    if (problem === undefined) continue;
    const where = { file: request.where.file, path: [...request.where.path, 'variables', name] };
    report(placeOf(where), 'value-mismatch', `$${name} (${String(type)})`, problem);
  }
}

function variableTypes({ schema, document }: Known): readonly (readonly [string, GraphQLInputType])[] {
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  return (operation?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const found: unknown = typeFromAST(schema, type as never);
    return isInputType(found) ? [[variable.name.value, found] as const] : [];
  });
}

/** What an API would answer to such a value. */
function literalProblem(value: string | number | boolean, type: GraphQLInputType): string | undefined {
  const named = getNullableType(type);
  if (isEnumType(named))
    return enumProblem(
      String(value),
      named.getValues().map((one) => one.name),
    );
  let problem: string | undefined;
  coerceInputValue(value, type, (_path, _value, error) => (problem ??= plainly(error.message)));
  if (problem === undefined) return undefined;
  const meant: unknown = typeof value === 'string' ? scalarOf(value) : String(value);
  let remains = false;
  coerceInputValue(meant, type, () => (remains = true));
  const remedy = remains
    ? ''
    : ` Write ${typeof meant === 'string' ? `'${meant}', in quotes` : `${String(meant)}, without quotes`}.`;
  return `cannot be ${JSON.stringify(value)}: ${problem}${remedy}`;
}

const scalarOf = (text: string): unknown =>
  text === 'true' || text === 'false'
    ? text === 'true'
    : text.trim() !== '' && !Number.isNaN(Number(text))
      ? Number(text)
      : text;

const enumProblem = (value: string, known: readonly string[]): string | undefined =>
  known.includes(value) ? undefined : `cannot be "${value}".${didYouMean(value, known) || ` Use ${eitherOf(known)}.`}`;

/** A value that a person says comes as its last filter makes it: a text, a number, an id or true and false. */
function saidProblem({ text }: Phrase, type: GraphQLInputType, action: Action): string | undefined {
  const [first] = placeholders(text);
  if (first === undefined) return undefined;
  const last = text.length > 1 ? undefined : first.filters.at(-1);
  const gives = last ? filters[last.name].gives : 'text';
  const named = getNullableType(type);
  if (isEnumType(named)) {
    const { choices = [] } = action.inputs.find((input) => input.name === first.name) ?? {};
    const names = named.getValues().map((one) => one.name);
    return choices.map(({ value }) => enumProblem(value, names)).find((problem) => problem !== undefined);
  }
  const wanted = isScalarType(named) ? WANTED[named.name] : undefined;
  if (wanted === undefined || wanted.includes(gives)) return undefined;
  const fitting = Object.entries(filters).flatMap(([name, f]) =>
    f.for === 'request' && wanted.includes(f.gives) ? [name] : [],
  );
  return `cannot be ${last ? `what ${last.name} makes` : text.length > 1 ? 'a text' : 'a text as it was said'}. Use ${eitherOf(fitting)}.`;
}

/** What a scalar can be sent as. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  Int: ['number'],
  Float: ['number'],
  Boolean: ['boolean'],
  String: ['text', 'id'],
  ID: ['text', 'id', 'number'],
};

/** What stands below a `where` is a value that the answer can have there. */
export function whereValuesFit(action: Action, known: Known, report: Report): void {
  const top = topOf(action, known);
  const look = (only: Readonly<Record<string, string>>, base: string, where: Where) => {
    for (const [path, value] of Object.entries(only)) {
      const type = typeAt(known.schema, known.document, `${base}.${path}`);
      const problem = type && value !== 'present' ? whereProblem(type, value) : undefined;
      const at = { file: where.file, path: [...where.path, 'where', path] };
      if (problem !== undefined) report(placeOf(at), 'value-mismatch', `"${path}"`, problem);
    }
  };
  const inFields = (fields: readonly Field[], base: string): void => {
    for (const field of fields) {
      if (!('each' in field)) continue;
      const list = `${field.each === '.' ? base : `${base}.${field.each}`}[0]`;
      look(field.only, list, field.where);
      inFields(field.fields, list);
    }
  };
  look(action.response.only, top, action.response.where);
  inFields(action.response.fields, top);
}

function whereProblem(type: GraphQLOutputType, value: string): string | undefined {
  const named = getNullableType(type);
  if (isEnumType(named)) return enumProblem(value, [...named.getValues().map((one) => one.name), 'present']);
  if (!isScalarType(named)) return `is no single value, so it can only be "present".`;
  if (named.name === 'Boolean') return enumProblem(value, ['true', 'false', 'present']);
  return named.name === 'Int' && !/^(-?\d+|positive)$/.test(value)
    ? `is a number, so it is never "${value}".`
    : undefined;
}
