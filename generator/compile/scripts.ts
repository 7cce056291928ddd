import { filters, type FilterUse } from '../model/filters';
import { currencyDigits, currencySymbols, styleOf } from '../model/languages';
import type { Action, Bot, Field, VariableValue } from '../model/model';
import { usedVariables } from '../model/normalize-bot';
import { placeholders, plainOf } from '../model/text';
import { partsOf, steps, valueParts } from './expression';
import { keyOf, names, pagingKey, tokenKey } from '../model/names';
import { script, type Script } from './plan';
import { restUrl } from './rest-url';
import { moreUtterance } from '../model/utterance';

/** Whether the bot answers this action only to the person whom the answer belongs to. */
export const isPersonal = (bot: Bot, action: Action): boolean =>
  bot.audience === 'shopper' && action.response.owner !== undefined;

/** The step before the request: checks what was said and builds the body. */
export function prepareScript(bot: Bot, action: Action): Script {
  const { request } = action;
  const values = (from: ReadonlyMap<string, VariableValue>) =>
    Object.fromEntries([...from].map(([name, value]) => [name, valueParts(value)]));
  const entries: readonly VariableValue[] =
    request.kind === 'graphql'
      ? [...request.variables.values()]
      : [request.path, ...request.query.values(), ...request.body.values()];
  return script('scripts/prepare', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    entities: entityNames(action),
    filters: filterPartials(
      entries.flatMap((v) => (typeof v === 'object' ? placeholders(v.text).flatMap((p) => p.filters) : [])),
    ),
    personal: isPersonal(bot, action),
    settings: settings(bot),
    clientCredentials: bot.credentials.mode === 'clientCredentials',
    tokenKey: tokenKey(bot.id),
    graphql: request.kind === 'graphql',
    rest: request.kind === 'rest',
    query: request.kind === 'graphql' ? request.query.trim() : '',
    variables: request.kind === 'graphql' ? values(request.variables) : {},
    paging: request.kind === 'graphql' && request.paging !== undefined,
    pagingKey: pagingKey(action.id),
    url: request.kind === 'rest' ? restUrl(request, keyOf(action.id)).values : {},
    body: request.kind === 'rest' ? values(request.body) : {},
  });
}

const entityNames = (action: Action) =>
  Object.fromEntries(action.inputs.map((input) => [input.name, names.entity(action.id, input.name)]));

/** Variables that stand in the host: what does not fit their pattern must never become an address. */
const settings = (bot: Bot) => {
  const used = new Set(usedVariables(bot.service, { mode: 'none' }));
  return bot.variables
    .filter((v) => used.has(v.key) && v.pattern !== undefined)
    .map((v) => ({ key: v.key, pattern: v.pattern }));
};

/** The step after the request: decides the outcome and keeps what replies show. */
export function answerScript(bot: Bot, action: Action): Script {
  const { request, response } = action;
  const paging = request.kind === 'graphql' ? request.paging : undefined;
  const used = usedFilters(response.fields);
  return script('scripts/answer', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    service: names.service(action.id),
    defaultLanguage: bot.spoken[0].language,
    locales: localeTables(bot, used),
    filters: filterPartials(used),
    only: response.only,
    confirm: [...response.confirm].map(([input, paths]) => ({
      entity: names.entity(action.id, input),
      paths: paths.map(steps),
    })),
    personal: isPersonal(bot, action),
    owner: steps(response.owner ?? ''),
    at: response.at.map(steps),
    atList: response.fields.some((f) => f.name === action.found.each && 'each' in f && steps(f.each).length === 0),
    notFound: request.kind === 'rest' ? 'empty' : 'invalid',
    fields: response.fields.map(fieldView),
    list: action.found.each,
    paging: paging === undefined ? undefined : steps(paging),
    pagingKey: pagingKey(action.id),
    say: paging === undefined ? {} : moreSentences(bot, action),
    clientCredentials: bot.credentials.mode === 'clientCredentials',
    tokenKey: tokenKey(bot.id),
  });
}

/** The step after a token was asked for. */
export const tokenScript = (bot: Bot, action: Action): Script =>
  script('scripts/token', {
    key: keyOf(action.id),
    service: names.tokenService(action.id),
    tokenKey: tokenKey(bot.id),
  });

function moreSentences(bot: Bot, action: Action): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    bot.spoken.map((s) => {
      const own = s.actions.find((a) => a.id === action.id) ?? action;
      const utterance = moreUtterance(own, plainOf(own.next?.more?.text ?? []));
      return [s.language, utterance ? partsOf(utterance.text) : []];
    }),
  );
}

function fieldView(field: Field): Readonly<Record<string, unknown>> {
  if ('each' in field)
    return { name: field.name, each: steps(field.each), only: field.only, fields: field.fields.map(fieldView) };
  return { name: field.name, path: steps(field.path), filters: field.filters.map((f) => [f.name, ...f.args]) };
}

const usedFilters = (fields: readonly Field[]): readonly FilterUse[] =>
  fields.flatMap((field) => ('each' in field ? usedFilters(field.fields) : field.filters));

/** Filters that lean on another one's function. */
const NEEDS: Readonly<Record<string, string>> = {
  money: 'amount',
  moneyIfAny: 'amount',
  moneyIn: 'amount',
  moneyRange: 'amount',
};

function filterPartials(uses: readonly { readonly name: string }[]): readonly { readonly partial: string }[] {
  const used = new Set(uses.flatMap(({ name }) => [NEEDS[name] ?? name, name]));
  const order = ['amount', ...Object.keys(filters)];
  return order.filter((name) => used.has(name)).map((name) => ({ partial: `filters/${name}` }));
}

/** Only what the action's filters use, so that a script stays short enough to read. */
function localeTables(bot: Bot, uses: readonly FilterUse[]): Readonly<Record<string, unknown>> {
  const used: readonly string[] = uses.map((use) => use.name);
  const money = used.some((name) => NEEDS[name] === 'amount');
  const tables = new Set(uses.filter((use) => use.name === 'words').map((use) => String(use.args[0])));
  return Object.fromEntries(
    bot.spoken.map(({ language, texts }) => {
      const { months, date, decimal, group, money: format } = styleOf(language);
      const words = Object.fromEntries(
        [...tables].map((table) => [table, Object.fromEntries(texts.words.get(table) ?? [])]),
      );
      return [
        language,
        {
          words,
          ...(used.includes('date') ? { months, date } : {}),
          ...(money ? { decimal, group, money: format, symbols: currencySymbols, digits: currencyDigits } : {}),
        },
      ];
    }),
  );
}
