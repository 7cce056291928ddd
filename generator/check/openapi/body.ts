import { RuntimeValue, checkBody, type BodyProblem, type BodyTree } from '../../../apis/openapi/check-body';
import type { ApiDocument } from '../../../apis/openapi/document';
import type { Operation } from '../../../apis/openapi/operations';
import type { Report } from '../../diagnostics/diagnostic';
import type { Body } from '../../model/body';
import { secretMembers } from '../../model/direct';
import type { Action, Bot, RestRequest } from '../../model/model';
import { pageKeys } from '../../model/paging';
import { plainOf } from '../../model/text';
import { dataAt } from '../../model/overlay';
import { keyPlace, placeOf } from '../places';
import { runtimeValueOf } from './asked';

/** A body is there where one is wanted, in the form that is wanted, and its keys and values are the document's. */
export function bodyFits(
  document: ApiDocument,
  { body: wanted, otherBody }: Operation,
  bot: Bot,
  action: Action,
  request: RestRequest,
  report: Report,
): void {
  const at = (key: string) => keyPlace(request.where, 'rest', key);
  const { body, as } = request;
  if (otherBody.length > 0) return;
  if (body === undefined) return wanted?.required === true ? report(at('path'), 'document-body', 'missing') : undefined;
  if (wanted === undefined) return report(at('body'), 'document-body', 'none');
  if (!wanted.kinds.includes(as)) {
    const [kind = 'json'] = wanted.kinds;
    return report(at(kind === 'json' ? 'as' : 'body'), 'document-body', kind);
  }
  const tree = withAdded(treeOf(body, action), bot, request);
  for (const problem of checkBody(document, wanted.schema, tree)) say(problem, body, request, report);
}

/** A body with what is not written in it: the key of every request, and what asks for a page. */
function withAdded(tree: BodyTree, bot: Bot, request: RestRequest): BodyTree {
  const { paging } = request;
  const keys = secretMembers(request, bot).map(({ name }) => [name]);
  const isCursor = paging?.kind === 'cursor';
  const paged = pageKeys(paging);
  const whole = keys.reduce((all, path) => withLeaf(all, path, new RuntimeValue('string')), tree);
  return paged === undefined ? whole : withLeaf(whole, paged, new RuntimeValue(isCursor ? 'string' : 'number'));
}

function withLeaf(tree: BodyTree, [key, ...rest]: readonly string[], leaf: RuntimeValue): BodyTree {
  if (key === undefined) return leaf;
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree) || tree instanceof RuntimeValue) return tree;
  const members = tree as Readonly<Record<string, BodyTree>>;
  return { ...members, [key]: withLeaf(members[key] ?? {}, rest, leaf) };
}

function treeOf(body: Body, action: Action): BodyTree {
  if (typeof body !== 'object' || body === null) return body;
  if (!('kind' in body)) return runtimeValueOf(body, action) ?? plainOf(body.text);
  if (body.kind === 'list') return body.items.map((one) => treeOf(one, action));
  if (body.kind === 'each') return [treeOf(body.item, action)];
  return Object.fromEntries([...body.members].map(([key, one]) => [key, treeOf(one, action)]));
}

function say(problem: BodyProblem, body: Body, request: RestRequest, report: Report): void {
  const { file, path: at } = request.where;
  const asked = pageKeys(request.paging)?.join('.');
  if (problem.kind === 'unknown-key' && [...problem.path, problem.key].join('.') === asked)
    return report(keyPlace(request.where, 'paging'), 'document-key', problem.key, problem.known);
  const path = [...at, 'rest', 'body', ...writtenPath(body, problem.path)];
  const where = { file, path };
  if (problem.kind === 'unknown-key') report(keyPlace(where, problem.key), 'document-key', problem.key, problem.known);
  else if (problem.kind === 'missing-key') report(keyPlace(where), 'document-keys-missing', problem.keys);
  else if (problem.kind === 'wrong-value') report(placeOf(where), 'document-value', problem.got, problem.known);
  else {
    const written = dataAt(file.data, path);
    const isAsked = typeof written === 'string' && written.includes('${');
    report(placeOf(where), 'document-type', problem.wanted, problem.got, isAsked);
  }
}

/** A path of the body as it is sent → as it is written: `{ each, item }` makes a list of one item. */
function writtenPath(body: Body, path: BodyProblem['path']): readonly (string | number)[] {
  const [step, ...rest] = path;
  if (step === undefined || typeof body !== 'object' || body === null || !('kind' in body)) return path;
  if (body.kind === 'each') return ['item', ...writtenPath(body.item, rest)];
  const next = body.kind === 'list' ? body.items[Number(step)] : body.members.get(String(step));
  return next === undefined ? path : [step, ...writtenPath(next, rest)];
}
