import type { Path } from '../source/yaml';
import type { Body } from './body';
import type { Action, GraphqlRequest, Phrase, RestRequest, VariableValue } from './model';
import { defined } from './normalize-reply';
import { pageKeys, restPaging } from './paging';
import type { Reader } from './reader';
import type { WrittenAction } from './written/action';
import type { WrittenBody } from './written/body';

type Written = WrittenAction['request'];

/** A request as written → a complete request. */
export const normalizeRequest = (read: Reader, written: Written, at: Path = ['request']): Action['request'] =>
  written.rest === undefined ? graphqlRequest(read, written, at) : restRequest(read, written.rest, written.paging, at);

function graphqlRequest(read: Reader, { graphql = '', variables = {}, paging }: Written, at: Path): GraphqlRequest {
  const values = Object.entries(variables).map(([key, value]): [string, VariableValue] => [
    key,
    typeof value === 'string' ? read.phrase([...at, 'variables', key], value) : value,
  ]);
  return defined({
    kind: 'graphql' as const,
    query: graphql,
    variables: new Map(values),
    paging: typeof paging === 'string' ? paging : undefined,
    where: read.where(at),
  });
}

function restRequest(
  read: Reader,
  written: NonNullable<Written['rest']>,
  paging: Written['paging'],
  at: Path,
): RestRequest {
  const path = [...at, 'rest'];
  const phrases = (key: 'query' | 'headers') =>
    new Map<string, Phrase>(
      Object.entries<string | readonly string[]>(written[key] ?? {}).map(([name, text]) => [
        name,
        typeof text === 'string' ? read.phrase([...path, key, name], text) : inPieces(read, [...path, key, name], text),
      ]),
    );
  const method = written.method ?? 'GET';
  const pages = typeof paging === 'object' ? restPaging(paging, method) : undefined;
  const body = written.body === undefined ? undefined : normalizeBody(read, [...path, 'body'], written.body);
  return defined({
    kind: 'rest' as const,
    method,
    path: read.phrase([...path, 'path'], written.path),
    query: phrases('query'),
    headers: phrases('headers'),
    body: withHolders(body, pageKeys(pages)?.slice(0, -1)),
    as: written.as ?? 'json',
    paging: pages,
    where: read.where(at),
  });
}

/** A text that is written as a list. */
function inPieces(read: Reader, path: Path, written: readonly string[]): Phrase {
  const pieces = written.map((one, i) => read.phrase([...path, i], one));
  return { text: pieces.flatMap(({ text }) => text), where: read.where(path), pieces };
}

/** A body in which the objects are that a page is asked for in. */
function withHolders(body: Body | undefined, keys: readonly string[] | undefined): Body | undefined {
  if (keys === undefined) return body;
  const members = body === undefined ? new Map<string, Body>() : membersOf(body);
  const [key, ...rest] = keys;
  if (members === undefined || key === undefined) return body ?? { kind: 'object', members: new Map() };
  const inner = withHolders(members.get(key), rest);
  return { kind: 'object', members: inner === undefined ? members : new Map([...members, [key, inner]]) };
}

const membersOf = (body: Body): ReadonlyMap<string, Body> | undefined =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'object' ? body.members : undefined;

function normalizeBody(read: Reader, path: Path, written: WrittenBody): Body {
  if (typeof written === 'string') return read.phrase(path, written);
  if (typeof written !== 'object' || written === null) return written;
  if (isList(written)) return { kind: 'list', items: written.map((one, i) => normalizeBody(read, [...path, i], one)) };
  const each = written['each'];
  if (typeof each === 'string' && Object.hasOwn(written, 'item')) return repeated(read, path, written, each);
  const members = Object.entries(written).map(([key, one]): [string, Body] => [
    key,
    normalizeBody(read, [...path, key], one),
  ]);
  return { kind: 'object', members: new Map(members) };
}

/** One item for each value of an input: what stands beside `each` and `item` would be sent nowhere. */
function repeated(read: Reader, path: Path, written: { readonly [key: string]: WrittenBody }, each: string): Body {
  const known = ['each', 'item'];
  const { file, path: here } = read.where(path);
  for (const key of Object.keys(written))
    if (!known.includes(key)) read.report(file.keyAt([...here, key]), 'unknown-key', key, known);
  return {
    kind: 'each',
    input: {
      text: [{ name: each, filters: [], offset: 0, length: each.length }],
      where: read.where([...path, 'each']),
    },
    item: normalizeBody(read, [...path, 'item'], written['item'] ?? null),
  };
}

const isList = (written: WrittenBody): written is readonly WrittenBody[] => Array.isArray(written);
