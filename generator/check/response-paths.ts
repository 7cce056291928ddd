import { type DocumentNode, getNullableType, type GraphQLOutputType, type GraphQLSchema, isListType } from 'graphql';
import type { Report } from '../diagnostics/diagnostic';
import { fieldsAt, typeAt } from '../../apis/graphql/selection';
import type { Action, Field, Where } from '../model/model';
import type { Near } from '../model/near';
import { dataAt } from '../model/overlay';
import { keyPlace, wordPlace } from './places';

/** Every path of response: and paging: is something that the query selects. */
export function pathsAreSelected(schema: GraphQLSchema, document: DocumentNode, action: Action, report: Report): void {
  const { response, request } = action;
  const selected = (path: string, where: Where, shown = path): boolean => {
    if (path === 'data' || typeAt(schema, document, path) !== undefined) return true;
    const [step, known] = firstUnknown(schema, document, path);
    report(wordPlace(where, step), 'unknown-path', shown, step, known);
    return false;
  };
  const tops = response.at.filter((path, i) => {
    const at = [...response.where.path, 'at'];
    const several = Array.isArray(dataAt(response.where.file.data, at));
    return selected(path, { file: response.where.file, path: several ? [...at, i] : at });
  });
  const inside = (path: string) => (isList(typeAt(schema, document, path)) ? `${path}[0]` : path);
  // With several places for the answer, each must have what the replies show.
  for (const top of tops.map(inside)) {
    for (const field of response.fields) fieldIsSelected(field, top, selected);
    for (const [input, paths] of response.confirm) {
      const where = { file: response.where.file, path: [...response.where.path, 'confirm', input] };
      for (const path of paths) selected(join(top, path), where, path);
    }
    const below = (key: string) => ({ file: response.where.file, path: [...response.where.path, key] });
    for (const path of Object.keys(response.only)) selected(join(top, path), below('where'), path);
    if (response.owner !== undefined) selected(join(top, response.owner), below('owner'), response.owner);
  }
  if (response.near) nearIsSelected(response.near, response.fields, selected);
  if (request.kind === 'graphql' && request.paging !== undefined)
    pagingIsSelected(schema, document, request.paging, request.where, report);
}

type Selected = (path: string, where: Where, shown?: string) => boolean;

function nearIsSelected({ at, words, where }: Near, fields: readonly Field[], selected: Selected): void {
  const below = (...path: readonly (string | number)[]) => ({ ...where, path: [...where.path, ...path] });
  if (!selected(at, below('at'))) return;
  for (const field of fields) {
    fieldIsSelected(field, at, selected);
    if ('each' in field)
      words.forEach((path, i) => selected(`${at}.${field.each}[0].${path}`, below('words', i), path));
  }
}

function fieldIsSelected(field: Field, top: string, selected: Selected): void {
  if (!('each' in field)) {
    selected(join(top, field.path), field.where, field.path);
    for (const use of field.filters) if (use.name === 'moneyIn') selected(String(use.args[0]), field.where);
    return;
  }
  const path = join(top, field.each);
  if (!selected(path, field.where, field.each)) return;
  const list = `${path}[0]`;
  for (const path of Object.keys(field.only)) selected(join(list, path), field.where, path);
  for (const inner of field.fields) fieldIsSelected(inner, list, selected);
}

function pagingIsSelected(
  schema: GraphQLSchema,
  document: DocumentNode,
  paging: string,
  where: Where,
  report: Report,
): void {
  const missing = ['hasNextPage', 'endCursor'].filter(
    (key) => typeAt(schema, document, `${paging}.pageInfo.${key}`) === undefined,
  );
  if (missing.length > 0)
    report(keyPlace(where, 'paging'), 'paging-needs', `${paging} to select pageInfo { hasNextPage endCursor }`);
}

/** The first step of a path that is not selected, and what could stand there. */
function firstUnknown(
  schema: GraphQLSchema,
  document: DocumentNode,
  path: string,
): readonly [string, readonly string[]] {
  const steps = path.split('.');
  for (let i = 1; i <= steps.length; i += 1) {
    const before = steps.slice(0, i).join('.');
    if (before !== 'data' && typeAt(schema, document, before) === undefined) {
      return [steps[i - 1] ?? path, fieldsAt(schema, document, steps.slice(0, i - 1).join('.'))];
    }
  }
  return [path, []];
}

const isList = (type: GraphQLOutputType | undefined) => type !== undefined && isListType(getNullableType(type));

const join = (top: string, path: string) => (path === '' ? top : `${top}.${path}`);
