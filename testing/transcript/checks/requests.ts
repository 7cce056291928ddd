import { isRecord } from '../../../kore/record';
import type { OpenedBot } from '../../../preview/open-bot';
import type { ServiceCall } from '../../../preview/turn';
import { isQuery, requestOf } from '../../../preview/calls';
import type { Check } from '../run';

/** A term of a search that user text may become: a field, and words or digits or a quoted phrase that nothing can close. */
const TERM = String.raw`[a-z_]+:(?:[\p{L}\p{N}\p{M}_]+\*?|"[^"\\\p{Cc}]*")`;
/** One term, or the ways in which one thing may be written. */
const WAYS = String.raw`(?:${TERM}|\(${TERM}(?: OR ${TERM})*\))`;
const SAFE_SEARCH = new RegExp(`^${WAYS}(?: AND ${WAYS})*$`, 'u');
const GLOBAL_ID = /^gid:\/\/[a-z]+\/[A-Za-z]+\/\d{1,20}$/;
const SAFE_URL =
  /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-F]{2})*)*(?:\?(?:[A-Za-z0-9\u2022\-._~!$&'()*+,;=:@/?]|%[0-9A-F]{2})*)?$/;

const queries = new WeakMap<OpenedBot, Map<string, string>>();

/**
 * A turn asks the service for each of an action's requests once (twice when a token had to be renewed; where nothing of a page may
 * be shown, for two further ones), and what the user said stays where it cannot do harm:
 * in a variable of a query that is always the same, in a search as plain words, in an address percent-encoded.
 */
export const safeRequests: Check = (harness, turns) => {
  const calls = turns.at(-1)?.turn.calls ?? [];
  return [...countProblems(calls), ...calls.flatMap((call) => callProblems(harness.bot, call))];
};

const isToken = (call: ServiceCall) => /\/oauth\/|\/token(?:$|\?)/.test(call.url);

/** The pages that one turn may ask for. */
const MOST_PAGES = 3;

const isSame = (a: ServiceCall, b: ServiceCall) =>
  a.node === b.node && a.url === b.url && a.requestBody === b.requestBody;

function countProblems(calls: readonly ServiceCall[]): readonly string[] {
  const tokens = calls.filter(isToken).length;
  const asked = calls.filter((call) => !isToken(call));
  const answered = asked.filter(({ status }) => status !== 401 || tokens === 0);
  const problems = [];
  const again = answered.filter((call, i) => answered.findIndex((other) => isSame(call, other)) < i).length;
  if (again > 0) problems.push(`the service was asked the same ${again + 1} times in one turn`);
  const pages = Math.max(0, ...answered.map(({ node }) => answered.filter((call) => call.node === node).length));
  if (pages > MOST_PAGES) problems.push(`${pages} pages were asked for in one turn`);
  if (asked.length - answered.length > 2) problems.push('a refused token was tried again');
  if (tokens > 2) problems.push(`${tokens} tokens were fetched in one turn`);
  return problems;
}

function callProblems(bot: OpenedBot, call: ServiceCall): readonly string[] {
  const problems: string[] = [];
  if (!SAFE_URL.test(call.url) || /\/\.{1,2}(?:\/|$)/.test(call.url)) problems.push(`an unsafe address: ${call.url}`);
  for (const [name, value] of Object.entries(call.requestHeaders))
    if (/[^\t\x20-\x7e\u2022]/.test(value)) problems.push(`the header ${name} holds ${JSON.stringify(value)}`);
  if (call.requestBody === undefined || isToken(call)) return problems;
  if (/x-www-form-urlencoded/i.test(headerOf(call, 'content-type'))) return problems;
  let body: unknown;
  try {
    body = JSON.parse(call.requestBody);
  } catch {
    return [...problems, `the body is not JSON: ${call.requestBody.slice(0, 200)}`];
  }
  if (!isRecord(body) || !isQuery(body['query'])) return problems;
  return [...problems, ...queryProblems(bot, requestOf(call).operation, body['query']), ...variableProblems(body)];
}

const headerOf = ({ requestHeaders }: ServiceCall, name: string) =>
  Object.entries(requestHeaders).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

/** The query is a constant of the bot: the same text whenever it is sent. */
function queryProblems(bot: OpenedBot, operation: string, query: string): readonly string[] {
  const known = queries.get(bot) ?? new Map<string, string>();
  queries.set(bot, known);
  const first = known.get(operation) ?? query;
  known.set(operation, first);
  return first === query ? [] : [`the query ${operation} is not always the same`];
}

function variableProblems(body: Readonly<Record<string, unknown>>): readonly string[] {
  const others = Object.keys(body).filter((key) => key !== 'query' && key !== 'variables' && key !== 'operationName');
  const variables = isRecord(body['variables']) ? body['variables'] : {};
  return [
    ...others.map((key) => `the body has "${key}" besides the query and its variables`),
    ...Object.entries(variables).flatMap(([name, value]) => {
      if (typeof value !== 'string') return [];
      if (/search|query/i.test(name) && !SAFE_SEARCH.test(value))
        return [`the search ${JSON.stringify(value)} is not plain words`];
      if (value.startsWith('gid:') && !GLOBAL_ID.test(value)) return [`${JSON.stringify(value)} is no id`];
      return /[\p{Cc}\p{Cs}]/u.test(value) ? [`the variable ${name} holds a control character`] : [];
    }),
  ];
}
