import { openDocument, type ApiDocument } from '../../../apis/openapi/document';
import { findOperation } from '../../../apis/openapi/find-operation';
import { operationsOf, type Method, type Operation } from '../../../apis/openapi/operations';
import { scopesOfOperation } from '../../../apis/openapi/credentials';
import type { Report } from '../../diagnostics/diagnostic';
import type { Engine } from '../../engine/engine';
import type { Action, Bot, RestRequest } from '../../model/model';
import { lookUps } from '../../model/look-up';
import { dataAt } from '../../model/overlay';
import { requestPath } from '../../model/request-phrases';
import { plainOf } from '../../model/text';
import { keyPlace, placeOf } from '../places';
import { isMissing } from '../files';
import type { SpecFiles } from '../rule';
import { scopesFit } from '../scopes';
import { answersFit } from './answers';
import { bodyFits } from './body';
import { parametersFit } from './parameters';

/** A document that was read, with its operations. */
interface Opened {
  readonly document: ApiDocument;
  readonly operations: readonly Operation[];
}

/** Documents by their file's bytes: a watch hands in the same ones again. */
const opened = new WeakMap<Buffer, Opened | { readonly problem: string }>();

/** REST requests and what is read of their answers fit the service's document, where `bot.yaml` names one. */
export function documentFits(bot: Bot, report: Report, files: SpecFiles, engine: Engine): void {
  const name = bot.service.openapi;
  if (name === undefined) return;
  const place = placeOf({ file: bot.where.file, path: ['service', 'openapi'] });
  const bytes = files.bytes(name);
  if (bytes === undefined) return isMissing(name, place, report, files);
  const known = open(bytes);
  if ('problem' in known) return report(place, 'bad-document', name, known.problem);
  const fits = engine.reporting('openapi', actionFits);
  for (const action of bot.actions.flatMap((one) => [...lookUps(one), one]))
    fits(report, action.id, bot, action, bytes);
}

function open(bytes: Buffer): Opened | { readonly problem: string } {
  const known = opened.get(bytes);
  if (known) return known;
  const document = openDocument(bytes.toString('utf8'));
  const made = 'problem' in document ? document : { document, operations: operationsOf(document) };
  opened.set(bytes, made);
  return made;
}

/** An operation of the service's document, with that document. */
export interface Documented {
  readonly document: ApiDocument;
  readonly operation: Operation;
}

/** What the service's document says of a request; undefined without a document that can be read and has it. */
export function documentedRequest(
  bot: Bot,
  request: RestRequest,
  files: Pick<SpecFiles, 'bytes'>,
): Documented | undefined {
  const bytes = bot.service.openapi === undefined ? undefined : files.bytes(bot.service.openapi);
  const known = bytes && open(bytes);
  if (!known || 'problem' in known) return undefined;
  const operation = operationOf(bot, request, known.operations, () => undefined);
  return operation && { document: known.document, operation };
}

function actionFits(report: Report, bot: Bot, action: Action, bytes: Buffer): void {
  const { request } = action;
  const known = open(bytes);
  if (request.kind !== 'rest' || 'problem' in known) return;
  const operation = operationOf(bot, request, known.operations, report);
  if (operation === undefined) return;
  if (operation.deprecated) report(placeOf(request.path.where), 'document-deprecated', request.method, operation.path);
  parametersFit(known.document, operation, action, request, bot, report);
  bodyFits(known.document, operation, bot, action, request, report);
  answersFit(known.document, operation, action, report);
  if (action.of !== undefined) return;
  const all = [action, ...lookUps(action)].map((one) => scopesOf(bot, known.operations, one));
  if (all[0] !== undefined) scopesFit(action, all, report);
}

/** The scopes that a request needs; undefined where the document does not tell. */
function scopesOf(bot: Bot, operations: readonly Operation[], action: Action): readonly string[] | undefined {
  if (action.request.kind !== 'rest') return undefined;
  const found = findOperation(operations, methodOf(action.request), writtenPath(bot, action.request));
  if (!('operation' in found)) return undefined;
  const { operation } = found;
  return operation.security.some((one) => Object.values(one).flat().length > 0)
    ? neededScopes(operation, action)
    : undefined;
}

/** The scopes of the alternative that the action comes nearest to. */
function neededScopes(operation: Operation, { scopes }: Action): readonly string[] {
  const alternatives = operation.security.map((one) => Object.values(one).flat());
  const fitting = alternatives.find((needed) => needed.every((scope) => scopes.includes(scope)) && needed.length > 0);
  return fitting ?? scopesOfOperation(operation);
}

/** The path as the document would have it, or the report of what there is instead. */
function operationOf(
  bot: Bot,
  request: RestRequest,
  operations: readonly Operation[],
  report: Report,
): Operation | undefined {
  const { path, method, where } = request;
  const written = writtenPath(bot, request);
  const found = findOperation(operations, methodOf(request), written);
  if ('operation' in found) return found.operation;
  if ('methods' in found) {
    const own = [...where.path, 'rest', 'method'];
    const hasMethod = dataAt(where.file.data, own) !== undefined;
    const at = hasMethod ? placeOf({ file: where.file, path: own }) : placeOf(path.where);
    report(
      at,
      'document-method',
      found.path,
      method,
      found.methods.map((one) => one.toUpperCase()),
    );
  } else
    report(
      plainOf(path.text) === '' ? keyPlace(path.where) : placeOf(path.where),
      'document-path',
      written,
      found.nearest,
    );
  return undefined;
}

const methodOf = ({ method }: RestRequest) => method.toLowerCase() as Method;

/** The path as the document writes one: `/tickets/{id}`. */
const writtenPath = ({ service }: Bot, request: RestRequest): string =>
  requestPath(service, request)
    .map((part) => (typeof part === 'string' ? part : `{${part.name}}`))
    .join('');
