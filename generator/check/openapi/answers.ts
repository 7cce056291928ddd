import { answerPath, type AtPath } from '../../../apis/openapi/answer-path';
import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import type { ApiResponse, Operation } from '../../../apis/openapi/operations';
import { responsesTo, successesOf } from '../../../apis/openapi/responses';
import { typesOf } from '../../../apis/openapi/schemas';
import type { Report } from '../../diagnostics/diagnostic';
import { answerSteps } from '../../model/answer-steps';
import type { Action, Field, RestRequest, Where } from '../../model/model';
import { dataAt } from '../../model/overlay';
import { keyPlace, placeOf, wordPlace } from '../places';
import { conditionFits, filterFits } from './typed';

/** Every path that is read of an answer, and every status that decides something, is one that the document names. */
export function answersFit(document: ApiDocument, operation: Operation, action: Action, report: Report): void {
  const { response, request, outcomes } = action;
  const read = reader(document, successesOf(operation), report);
  const below = (...keys: readonly (string | number)[]): Where => ({
    file: response.where.file,
    path: [...response.where.path, ...keys],
  });
  const isList = Array.isArray(dataAt(response.where.file.data, below('at').path));
  const typed: Typed = { document, read, report, shown: action.of === undefined };
  const found = response.at.flatMap((path, i) => read([], path, below('at', ...(isList ? [i] : []))) ?? []);
  for (const { steps: top } of found) {
    for (const field of response.fields) fieldFits(field, top, typed);
    for (const [input, paths] of response.confirm) for (const path of paths) read(top, path, below('confirm', input));
    conditionsFit(response.only, top, below(), typed);
    if (response.owner !== undefined) read(top, response.owner, below('owner'));
  }
  pagingFits(request as RestRequest, read);
  for (const status of writtenDone(action))
    if (responsesTo(operation, status).length === 0)
      report(placeOf(below('done')), 'document-status', status, statusesOf(operation));
  for (const outcome of outcomes) outcomeFits(document, operation, outcome, report);
}

function outcomeFits(document: ApiDocument, operation: Operation, outcome: Action['outcomes'][number], report: Report) {
  const { where, statuses } = outcome;
  for (const status of statuses)
    if (responsesTo(operation, status).length === 0)
      report(keyPlace(where, 'status'), 'document-status', status, statusesOf(operation));
  const answers = statuses.length === 0 ? operation.responses : statuses.flatMap((one) => responsesTo(operation, one));
  const read = reader(document, answers, report);
  for (const key of ['at', 'reason'] as const) {
    const path = outcome[key];
    if (path !== undefined) read([], path, { file: where.file, path: [...where.path, key] });
  }
}

const statusesOf = ({ responses }: Operation) => responses.map(({ status }) => status);

const writtenDone = ({ response: { where } }: Action): readonly number[] =>
  [(dataAt(where.file.data, [...where.path, 'done']) ?? []) as number | readonly number[]].flat();

/** Where a path leads; `schema` when the document says what is there. */
interface Found {
  readonly steps: readonly string[];
  readonly schema?: Schema;
}

/** Follows a path from the steps before it; undefined when it leads nowhere, which is then said. */
type Read = (top: readonly string[], path: string, where: Where) => Found | undefined;

interface Typed {
  readonly document: ApiDocument;
  readonly read: Read;
  readonly report: Report;
  /** Whether the values are shown; what is looked up may go into a request as it is. */
  readonly shown: boolean;
}

/** A path is right when one of the answers has it, or when nothing is known of one of them. A list is read by its first thing. */
function reader(document: ApiDocument, responses: readonly ApiResponse[], report: Report): Read {
  return (top, path, where) => {
    const steps = [...top, ...answerSteps(path)];
    const found = responses.map(({ schema }) => answerPath(document, schema, steps));
    const right = found.find((one): one is Exclude<AtPath, Wrong> => !isWrong(one));
    if (typeof right === 'object')
      return {
        steps: isList(document, right.schema) ? [...steps, '0'] : steps,
        ...(!found.includes('unknown') && right),
      };
    const [wrong] = found.filter(isWrong);
    if (wrong === undefined || right === 'unknown') return { steps };
    const step = steps[wrong.step] ?? path;
    report(wordPlace(where, step), 'document-answer', path, step, wrong.known);
    return undefined;
  };
}

type Wrong = Extract<AtPath, { readonly step: number }>;

const isWrong = (one: AtPath): one is Wrong => typeof one === 'object' && 'step' in one;

const isList = (document: ApiDocument, schema: Schema) => {
  const types = typesOf(document, schema);
  return types.size === 1 && types.has('array');
};

function fieldFits(field: Field, top: readonly string[], typed: Typed): void {
  const { document, read, report, shown } = typed;
  if (!('each' in field)) {
    const schema = read(top, field.path, field.where)?.schema;
    if (schema) filterFits(document, schema, field, shown, report);
    return;
  }
  if (field.total !== undefined) read(top, field.total, { ...field.where, path: [...field.where.path, 'total'] });
  // Where the answer is the list itself, its things have been entered already.
  const inside =
    answerSteps(field.each).length === 0 && top.at(-1) === '0' ? top : read(top, field.each, field.where)?.steps;
  if (inside === undefined) return;
  conditionsFit(field.only, inside, field.where, typed);
  for (const one of field.fields) fieldFits(one, inside, typed);
}

function conditionsFit(only: Readonly<Record<string, string>>, top: readonly string[], where: Where, typed: Typed) {
  for (const condition of Object.entries(only)) {
    const schema = typed.read(top, condition[0], { ...where, path: [...where.path, 'where'] })?.schema;
    if (schema) conditionFits(typed.document, schema, condition, where, typed.report);
  }
}

function pagingFits({ paging, where }: RestRequest, read: Read): void {
  if (paging === undefined) return;
  const at = (key: string): Where => ({ file: where.file, path: [...where.path, 'paging', key] });
  const paths: { readonly at?: string; readonly of?: string; readonly more?: string } = paging;
  if (paths.at !== undefined) read([], paths.at, at(paging.kind));
  if (paths.of !== undefined) read([], paths.of, at('of'));
  if (paths.more !== undefined) read([], paths.more, at('more'));
}
