import { checkBody, type RuntimeValue, type BodyTree } from '../../../apis/openapi/check-body';
import type { ApiDocument } from '../../../apis/openapi/document';
import type { Operation, Parameter } from '../../../apis/openapi/operations';
import { choicesOf } from '../../../apis/openapi/schemas';
import type { Report } from '../../diagnostics/diagnostic';
import type { Action, Bot, Phrase, RestRequest } from '../../model/model';
import { plainOf } from '../../model/text';
import { keyPlace, placeOf } from '../places';
import { runtimeValueOf } from './asked';

/** Parameters exist, those that must be there are, and constants are values that they may have. */
export function parametersFit(
  document: ApiDocument,
  operation: Operation,
  action: Action,
  request: RestRequest,
  bot: Bot,
  report: Report,
): void {
  const at = (...keys: readonly string[]) => keyPlace(request.where, 'rest', ...keys);
  const query = operation.parameters.filter((one) => one.in === 'query');
  const known = query.map(({ name }) => name);
  for (const [name, phrase] of request.query) {
    const parameter = query.find((one) => isCalled(one, name));
    if (parameter === undefined) report(at('query', name), 'document-parameter', name, known);
    else valueFits(document, parameter, phrase, action, report);
  }
  const paged = pagingParameter(request);
  if (paged !== undefined && !query.some((one) => isCalled(one, paged)))
    report(keyPlace(request.where, 'paging'), 'document-parameter', paged, known);
  const given = [...request.query.keys(), ...(paged === undefined ? [] : [paged]), ...keyOf(bot)];
  for (const one of query.filter(({ required }) => required))
    if (!given.some((name) => isCalled(one, name)))
      report(request.query.size > 0 ? at('query') : at('path'), 'document-parameter-missing', one.name, 'query');
  headersFit(operation, request, bot, report);
}

/** An object as a parameter has its keys in brackets: `filter[status]`. */
const isCalled = ({ name }: Parameter, written: string) =>
  name === written || name === `${written}[]` || written.startsWith(`${name}[`);

/** Every request has these by itself, or from `bot.yaml`. */
function headersFit(operation: Operation, request: RestRequest, bot: Bot, report: Report): void {
  const given = [
    'accept',
    'content-type',
    'user-agent',
    ...[
      ...request.headers.keys(),
      ...bot.service.headers.keys(),
      ...('header' in bot.credentials ? [bot.credentials.header] : []),
    ],
  ].map((name) => name.toLowerCase());
  for (const { name, required, in: place } of operation.parameters) {
    if (place !== 'header' || !required || given.includes(name.toLowerCase())) continue;
    const key = request.headers.size > 0 ? 'headers' : 'path';
    report(keyPlace(request.where, 'rest', key), 'document-parameter-missing', name, 'headers');
  }
}

const keyOf = ({ credentials }: Bot): readonly string[] =>
  credentials.mode === 'apiKey' && credentials.in === 'query' ? [credentials.name] : [];

function pagingParameter({ paging }: RestRequest): string | undefined {
  return paging === undefined || paging.kind === 'next' || paging.in === 'body' ? undefined : paging.as;
}

function valueFits(document: ApiDocument, { schema }: Parameter, phrase: Phrase, action: Action, report: Report): void {
  const choices = choicesOf(document, schema)?.map(String);
  // A parameter is text on its way: what is listed as a text, as a number or as true is all the same there.
  if (choices?.includes(plainOf(phrase.text)) === true) return;
  const [problem] = checkBody(document, schema, treeOf(phrase, action));
  if (problem?.kind === 'wrong-value') report(placeOf(phrase.where), 'document-value', problem.got, problem.known);
}

/** A parameter is text on its way, so a constant that reads as a number is one. */
function treeOf(phrase: Phrase, action: Action): BodyTree {
  const asked: RuntimeValue | undefined = runtimeValueOf(phrase, action);
  if (asked !== undefined) return asked;
  const text = plainOf(phrase.text);
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
