import { openDocument, type ApiDocument } from '../../../apis/openapi/document';
import { findOperation } from '../../../apis/openapi/find-operation';
import { operationsOf, type Method, type Operation } from '../../../apis/openapi/operations';
import { scopesOfOperation } from '../../../apis/openapi/credentials';
import type { Report } from '../../diagnostics/diagnostic';
import type { Engine } from '../../engine/engine';
import type { Action, Bot, RestRequest } from '../../model/model';
import { plainOf } from '../../model/text';
import { keyPlace, placeOf } from '../places';
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
export function documentFits(bot: Bot, report: Report, beside: SpecFiles, engine: Engine): void {
  const name = bot.service.openapi;
  if (name === undefined) return;
  const place = placeOf({ file: bot.where.file, path: ['service', 'openapi'] });
  const bytes = beside.bytes(name);
  if (bytes === undefined) return report(place, 'missing-file', name);
  const known = open(bytes);
  if ('problem' in known) return report(place, 'bad-document', name, known.problem);
  const fits = engine.reporting('openapi', actionFits);
  for (const action of bot.actions) fits(report, action.id, bot, action, bytes);
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
  beside: Pick<SpecFiles, 'bytes'>,
): Documented | undefined {
  const bytes = bot.service.openapi === undefined ? undefined : beside.bytes(bot.service.openapi);
  const known = bytes && open(bytes);
  if (!known || 'problem' in known) return undefined;
  const operation = operationOf(request, known.operations, () => undefined);
  return operation && { document: known.document, operation };
}

function actionFits(report: Report, bot: Bot, action: Action, bytes: Buffer): void {
  const { request } = action;
  const known = open(bytes);
  if (request.kind !== 'rest' || 'problem' in known) return;
  const operation = operationOf(request, known.operations, report);
  if (operation === undefined) return;
  if (operation.deprecated) report(placeOf(request.path.where), 'document-deprecated', request.method, operation.path);
  parametersFit(known.document, operation, action, request, bot, report);
  bodyFits(known.document, operation, action, request, report);
  answersFit(known.document, operation, action, report);
  if (operation.security.some((one) => Object.values(one).flat().length > 0))
    scopesFit(action, neededScopes(operation, action), report);
}

/** The scopes of the alternative that the action comes nearest to. */
function neededScopes(operation: Operation, { scopes }: Action): readonly string[] {
  const alternatives = operation.security.map((one) => Object.values(one).flat());
  const fitting = alternatives.find((needed) => needed.every((scope) => scopes.includes(scope)) && needed.length > 0);
  return fitting ?? scopesOfOperation(operation);
}

/** The path as the document would have it, or the report of what there is instead. */
function operationOf(
  { path, method, where }: RestRequest,
  operations: readonly Operation[],
  report: Report,
): Operation | undefined {
  const written = path.text.map((part) => (typeof part === 'string' ? part : `{${part.name}}`)).join('');
  const found = findOperation(operations, method.toLowerCase() as Method, written);
  if ('operation' in found) return found.operation;
  if ('methods' in found) {
    const hasMethod = (where.file.data as { readonly request: { readonly rest: { readonly method?: string } } }).request
      .rest.method;
    const at = hasMethod === undefined ? placeOf(path.where) : placeOf({ file: where.file, path: METHOD });
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

const METHOD = ['request', 'rest', 'method'];
