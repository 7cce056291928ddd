import { fetchesToken } from '../../model/credentials';
import { filters, type FilterUse } from '../../model/filters';
import { goesFurther } from '../../model/further';
import { HITS } from '../../model/look-up';
import type { Action, Bot, Field, Phrase } from '../../model/model';
import { entityName, keyOf, names, sentKey, totalName, wholeKey, WRITING } from '../../model/names';
import { plainOf } from '../../model/text';
import { pathSteps } from '../../model/path-steps';
import { among, callExpression, member, optionalValueAt, valueIn, type Expression } from '../expressions';
import { rawNames } from '../messages/raw';
import { script, type Script } from '../plan';
import { filtered, functionPartials, readsWritten } from './filters';
import { readsLocale, usesOf } from './locales';
import { pagesView } from './pages';
import { isPersonal } from './personal';

/** The step after the request: decides the outcome and keeps what replies show. */
export function answerScript(bot: Bot, action: Action): Script {
  const { request, response } = action;
  const paging = request.kind === 'graphql' ? request.paging : undefined;
  const pages = pagesView(bot, action);
  const uses = usesOf(response.fields);
  const raw = rawOf(bot, action);
  const ending = endingView(action, isPersonal(bot, action));
  const { only, ...right } = rightView(bot, action);
  const fields = response.fields.flatMap((field) => [
    { ...fieldView(field, 'found', raw), ...(only && { only }) },
    ...totalView(field),
  ]);
  const list = response.fields.find((f) => f.name === action.found.each && 'each' in f);
  return script('scripts/answer', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    whole: wholeKey(action),
    service: names.service(action.id),
    ...writtenView(uses),
    functions: functionPartials(uses, bot.audience),
    places: response.at.map((path) => optionalValueAt('body', pathSteps(path))),
    wholeList: list !== undefined && 'each' in list && pathSteps(list.each).length === 0,
    ...right,
    seams: action.inputs.some(({ name, type }) => type === 'reference' && response.confirm.has(name)),
    writes: action.writes,
    usesStatus: action.writes || action.outcomes.length > 0 || response.done.length > 0,
    sentKey: sentKey(action.id),
    writing: WRITING,
    ...ending,
    graphql: request.kind === 'graphql',
    fields,
    lists: response.fields.some((field) => 'each' in field),
    list: listView(list),
    further: goesFurther(action),
    near: nearView(action, list),
    paging: paging === undefined ? null : optionalValueAt('body', pathSteps(paging)),
    pages,
    hasPages: paging !== undefined || pages !== null,
    kept: action.keep.map(({ name, value, minutes }) => ({ name, minutes, value: keptValue(value) })),
    fetchesToken: fetchesToken(bot.credentials),
  });
}

/** What the step before has made ready for these filters. */
function writtenView(uses: readonly FilterUse[]) {
  const [amounts, localized] = [readsWritten(uses), readsLocale(uses)];
  return { amounts, localized, written: amounts || localized };
}

/** The list that the answer is, and where its things stand before any is left out. */
const listView = (list: Field | undefined) =>
  list === undefined || !('each' in list) ? null : { name: list.name, from: valueIn('found', pathSteps(list.each)) };

/** Where things stand that are only like what was asked for, and what of each is compared with it. */
function nearView({ response: { near } }: Action, list: Field | undefined) {
  if (near === undefined || list === undefined || !('each' in list)) return null;
  return {
    list: optionalValueAt('body', [...pathSteps(near.at), ...pathSteps(list.each)]),
    only: conditions('item', list.only),
    key: list.each,
    words: near.words.map((path) => valueIn('item', pathSteps(path))),
  };
}

/** A field of the answer that is kept; a check says that it is one. */
const keptValue = ({ text: [only] }: Phrase): Expression =>
  member('state', 'answer', typeof only === 'object' ? only.name : '');

/** What must hold of a thing that counts: at each path the text that is asked for, or anything at all. */
const conditions = (from: string, only: Readonly<Record<string, string>>): readonly Expression[] =>
  Object.entries(only).map(([path, text]) => {
    const value = valueIn(from, pathSteps(path));
    if (text === 'present') return { kind: 'present', value };
    if (text === 'positive') return { kind: 'positive', value };
    return { kind: 'equals', value, text, asText: /^(?:true|false|null|undefined|-?[\d.]+)$/.test(text) };
  });

/** What decides the outcome besides the answer itself. */
function endingView({ request, response, outcomes, writes }: Action, personal: boolean) {
  const rest = request.kind === 'rest';
  const mutates = !rest && writes;
  return {
    done: response.done.length > 0 ? response.done : null,
    outcomes: outcomes.map((one) => ({ ...outcomeView(one), guarded: personal && !isFailure(one, rest) })),
    guards: personal && outcomes.some((one) => !isFailure(one, rest)),
    mutates,
    reasons: tellsReasons({ request, writes, outcomes }),
    // A write that succeeded did so without a body, too.
    bare: rest && writes,
  };
}

/** Whether a reply can tell the service's own words for what it did not do. */
export const tellsReasons = ({ request, writes, outcomes }: Pick<Action, 'request' | 'writes' | 'outcomes'>): boolean =>
  (request.kind !== 'rest' && writes) || outcomes.some(({ reason }) => reason !== undefined);

/** Whether an outcome is told of no thing that could belong to somebody: the service did not succeed. */
function isFailure({ statuses, at, reason }: Action['outcomes'][number], rest: boolean): boolean {
  if (rest) return statuses.length > 0 && statuses.every((status) => status >= 300);
  return [at, reason].every((path) => path === undefined || pathSteps(path)[0] === 'errors');
}

/** When an outcome of the action's own is the one, and where the API's words for it stand. */
function outcomeView({ name, statuses, at, is, reason }: Action['outcomes'][number]) {
  const value = at === undefined ? undefined : callExpression('text', optionalValueAt('body', pathSteps(at)));
  const tests: readonly Expression[] = [
    ...(statuses.length > 0 ? [among(member('status'), statuses)] : []),
    ...(value === undefined
      ? []
      : [
          is.length > 0
            ? among(value, is)
            : ({ kind: 'present', value: optionalValueAt('body', pathSteps(at ?? '')) } as const),
        ]),
  ];
  return { name, tests, reason: reason === undefined ? null : optionalValueAt('body', pathSteps(reason)) };
}

/** What makes an answer the one that was asked for; where one of several hits is chosen, `only` says that of each of them. */
function rightView(bot: Bot, action: Action) {
  const { confirm, owner = '' } = action.response;
  const personal = isPersonal(bot, action);
  const perHit = action.of !== undefined && action.found.each === HITS;
  const mine = personal ? [callExpression('isOwn', member('item'))] : [];
  return {
    conditions: perHit ? [] : rightAs('found', action),
    confirm: confirm.size > 0,
    compares: confirm.size > 0 || personal,
    owner: personal ? valueIn('found', pathSteps(owner)) : null,
    owned: personal && !perHit,
    ...(perHit && { only: [...rightAs('item', action), ...mine] }),
  };
}

/** What must hold of a thing that is taken: its own conditions, and that it shows what was asked for. */
const rightAs = (from: string, action: Action): readonly Expression[] => [
  ...conditions(from, action.response.only),
  ...[...action.response.confirm].map(([input, paths]) =>
    callExpression(
      'same',
      member('context', 'entities', entityName(action, input)),
      ...paths.map((path) => valueIn(from, pathSteps(path))),
    ),
  ),
];

interface FieldView {
  readonly name: string;
  readonly value?: Expression;
  readonly list?: Expression;
  readonly only?: readonly Expression[];
  readonly fields?: readonly FieldView[];
}

/** What is kept as it came: of a look-up all, because it goes into later requests. */
const rawOf = (bot: Bot, action: Action) => (action.of === undefined ? rawNames(bot, action) : 'all');

/** Filters that may give something else than a text. */
const TEXTLESS: ReadonlySet<string> = new Set(['join', 'pluck', 'when']);

/** A field as the script makes it: one value, or a list of things with fields of their own. What is shown is a text, whatever it was. */
function fieldView(field: Field, from: string, raw: ReadonlySet<string> | 'all', at = ''): FieldView {
  if ('each' in field) {
    return {
      name: field.name,
      list: valueIn(from, pathSteps(field.each)),
      only: conditions('item', field.only),
      fields: field.fields.map((inner) => fieldView(inner, 'item', raw, `${field.name}.`)),
    };
  }
  const value = field.filters.reduce<Expression>(
    (value, use) => filtered(value, use, from),
    valueIn(from, pathSteps(field.path)),
  );
  const last = field.filters.filter(({ name }) => name !== 'when').at(-1)?.name;
  const isText = last !== undefined && !TEXTLESS.has(last) && filters[last].gives === 'text';
  const isKept = raw === 'all' || (raw.has(at + field.name) && field.filters.every(({ name }) => !TEXTLESS.has(name)));
  return { name: field.name, value: isText || isKept ? value : callExpression('text', value) };
}

/** How many there are in all, beside the list itself. */
const totalView = (field: Field): readonly FieldView[] =>
  'each' in field && field.total !== undefined
    ? [{ name: totalName(field.name), value: callExpression('text', valueIn('found', pathSteps(field.total))) }]
    : [];
