import type { Report } from '../diagnostics/diagnostic';
import { filters, type Filter } from '../model/filters';
import { mayLack, namesOf } from '../model/input';
import { lookUps } from '../model/look-up';
import type { Body } from '../model/body';
import { secretMembers } from '../model/direct';
import type { Action, Bot, Phrase, RestRequest } from '../model/model';
import { pageKeys } from '../model/paging';
import { outsideOf, requestPhrases } from '../model/request-phrases';
import { placeholders } from '../model/text';
import { dataAt } from '../model/overlay';
import { singleFields } from './phrases';
import { keyPlace, placeholderPlace, placeOf, wordPlace } from './places';
import type { SpecRule } from './rule';

/** A request is of one kind, the bot has an endpoint for it, and every input is sent. */
export const requestsAreComplete: SpecRule = (bot, report) => {
  for (const action of bot.actions) {
    if (!requestIsOfOneKind(action, bot.service.graphql !== undefined, report)) continue;
    const inputs = action.inputs.map((input) => input.name);
    const used = new Set([
      ...[...lookUps(action), action].flatMap((one) =>
        requestPhrases(one).flatMap((phrase) => placeholders(phrase.text).map((p) => p.name)),
      ),
      ...action.steps.flatMap(({ when, response }) => [...(when ? [when.input] : []), ...response.confirm.keys()]),
      ...action.inputs.flatMap(({ when }) => when?.input ?? []),
      ...action.response.confirm.keys(),
    ]);
    for (const input of action.inputs)
      if (!namesOf(input).some((name) => used.has(name))) report(keyPlace(input.where), 'unused-input', input.name);
    for (const name of action.response.confirm.keys()) {
      if (!inputs.includes(name))
        report(keyPlace(action.response.where, 'confirm', name), 'unknown-input', name, action.id, inputs);
    }
  }
};

function requestIsOfOneKind({ request, where }: Action, hasGraphql: boolean, report: Report): boolean {
  const written = dataAt(where.file.data, request.where.path) as {
    readonly graphql?: unknown;
    readonly rest?: unknown;
  };
  const both = written.graphql !== undefined && written.rest !== undefined;
  if (both || (written.graphql === undefined && written.rest === undefined)) {
    report(keyPlace(request.where), 'request-kind', both);
    return false;
  }
  if (request.kind === 'graphql' && !hasGraphql) report(keyPlace(request.where, 'graphql'), 'no-graphql');
  return true;
}

/** A GET has no body, and what has none is sent in no form; a form is not called anything else. */
export const bodiesAreSent: SpecRule = (bot, report) => {
  for (const { request } of bot.actions) {
    if (request.kind === 'graphql') continue;
    const { file, path } = request.where;
    const written = dataAt(file.data, [...path, 'rest']) as { readonly as?: unknown };
    const at = (...keys: readonly string[]) => keyPlace({ file, path: [...path, 'rest'] }, ...keys);
    if (request.method === 'GET' && request.body !== undefined)
      report(
        at('body'),
        'body-ignored',
        'body',
        'a GET is sent without one. Put it into query, or write method: POST.',
      );
    else if (written.as !== undefined && request.body === undefined)
      report(at('as'), 'body-ignored', 'as', 'there is no body. Remove it.');
    const type = [...request.headers.keys()].find((name) => name.toLowerCase() === 'content-type');
    if (type !== undefined && request.as === 'form')
      report(at('headers', type), 'body-ignored', type, 'as: form says already what the body is. Remove one of them.');
  }
};

/**
 * Words of a person never stand raw beside other text: the whole would be read as a search, a path or something else.
 * A value that is one placeholder is data; in a REST path and query everything is percent-encoded.
 */
export const requestsAreSafe: SpecRule = (bot, report) => {
  for (const action of bot.actions) {
    if (action.request.kind === 'rest') continue;
    for (const phrase of requestPhrases(action)) {
      if (phrase.text.length === 1) continue;
      for (const placeholder of placeholders(phrase.text)) {
        const last = placeholder.filters.at(-1);
        const filter: Filter | undefined = last && filters[last.name];
        if (filter?.search !== true) report(placeholderPlace(phrase, placeholder), 'unsafe-text', placeholder.name);
      }
    }
  }
};

/** A secret variable stands where the platform fills it in: in a header, or alone in the path, the query or the body's top. */
export const secretsStayOutside: SpecRule = (bot, report) => {
  const secrets = new Set(bot.variables.flatMap(({ key, secret }) => (secret ? [`env.${key}`] : [])));
  for (const action of bot.actions) {
    const isDirect = directIn(action, bot);
    for (const phrase of requestPhrases(action))
      for (const one of placeholders(phrase.text))
        if (secrets.has(one.name) && !isDirect(phrase))
          report(placeholderPlace(phrase, one), 'secret-sent', one.name.slice(4));
  }
};

/** Whether the platform itself fills in the secrets of a text. */
function directIn({ request }: Action, bot: Bot): (phrase: Phrase) => boolean {
  if (request.kind === 'graphql') return () => false;
  const members = secretMembers(request, bot).map(({ name }) => name);
  const bodyAt = [...request.where.path, 'rest', 'body'];
  return (phrase) => {
    const { path } = phrase.where;
    if (phrase === request.path) return placeholders(phrase.text).every(({ filters: uses }) => uses.length === 0);
    if ([...request.headers.values()].includes(phrase))
      return placeholders(phrase.text).every(({ name }) => outsideOf(name)?.from === 'env');
    if ([...request.query.values()].includes(phrase)) return phrase.text.length === 1;
    return path.length === bodyAt.length + 1 && members.includes(String(path.at(-1)));
  };
}

/** A key that stands in the body goes along with every request. */
export const keysAreSent: SpecRule = (bot, report) => {
  const { credentials } = bot;
  if (credentials.mode !== 'apiKey' || credentials.in !== 'body') return;
  for (const { request } of bot.actions) {
    if (request.kind === 'graphql') continue;
    const { body, method } = request;
    if (method === 'GET') report(placeOf(request.path.where), 'key-unsent', 'get');
    else if (body !== undefined && !isObject(body))
      report(keyPlace(request.where, 'rest', 'body'), 'key-unsent', 'tree');
  }
};

/** Paging is of the request's kind, one way, and has what that way needs; it asks by a GET, or a POST that only reads. */
export const pagesAreFound: SpecRule = (bot, report) => {
  for (const { request, writes, where } of bot.actions) {
    const { paging } = dataAt(where.file.data, request.where.path) as { readonly paging?: string | object };
    const needed = paging === undefined ? undefined : pagingProblem(request, writes, paging);
    if (needed !== undefined) report(keyPlace(request.where, 'paging'), 'paging-needs', needed);
  }
};

function pagingProblem(request: Action['request'], writes: boolean, paging: string | object): string | undefined {
  const isBlock = typeof paging === 'object';
  if (request.kind === 'graphql')
    return isBlock ? 'the path of a connection, such as data.products, because the request is GraphQL' : undefined;
  if (!isBlock) return 'a way to the next page, such as { next: next_page }, because the request is REST';
  const ways = ['next', 'cursor', 'page', 'offset'].filter((way) => way in paging);
  if (ways.length !== 1) return `one of next, cursor, page and offset${ways.length === 0 ? '' : ', not several'}`;
  if (request.paging === undefined) return PAGING_NEEDS[ways[0] ?? ''];
  if (writes) return 'a request that only reads: a GET, or a POST with reads: true';
  return pageKeys(request.paging) === undefined ? undefined : pageHolderProblem(request);
}

function pageHolderProblem({ method, body }: RestRequest): string | undefined {
  if (method === 'GET') return '"in: query", because a GET has no body';
  return isObject(body) ? undefined : 'a body that is an object';
}

const isObject = (body: Body | undefined) =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'object';

const PAGING_NEEDS: Readonly<Record<string, string>> = {
  cursor: '"as", the query parameter that the cursor is sent in',
  page: '"of", the path of the number of pages, or "more", the path of what says that there is another one',
  offset: '"by", how many things a page has',
};

/** What may be left open stands in no path. */
export const pathsAreWhole: SpecRule = (bot, report) => {
  for (const { request, inputs } of bot.actions) {
    if (request.kind !== 'rest') continue;
    const open = new Set(inputs.filter(mayLack).map(({ name }) => name));
    for (const one of placeholders(request.path.text))
      if (open.has(one.name)) report(placeholderPlace(request.path, one), 'may-be-missing', one.name);
  }
};

/** The words that a filter `words("table")` looks up exist. */
export const wordsExist: SpecRule = (bot, report) => {
  const tables = [...bot.locales[0].texts.words.keys()];
  for (const action of bot.actions) {
    for (const field of singleFields(action.response.fields)) {
      for (const use of field.filters) {
        const table = String(use.args[0]);
        if (use.name === 'words' && !tables.includes(table))
          report(wordPlace(field.where, table), 'unknown-words', table, tables);
      }
    }
  }
};
