import { functionWords } from '../../model/function-words';
import { asksDirectly, mayLack } from '../../model/input';
import { goesFurther } from '../../model/further';
import type { FilterUse } from '../../model/filters';
import { foundNames, openOf } from '../../model/look-up';
import { fetchesToken, type Credentials } from '../../model/credentials';
import type { Action, Bot, Phrase, RestRequest } from '../../model/model';
import { entityName, furtherKey, keyOf, names, pagingKey, sentKey, tokenKey, wholeKey } from '../../model/names';
import { endpointVariables, usedVariables } from '../../model/normalize-credentials';
import { placeholders, plainOf } from '../../model/text';
import { priceLimits } from '../../model/price-limits';
import { isFoundOwn } from '../../model/own';
import { outsideOf, outsidesOf, requestPhrases, type Outside } from '../../model/request-phrases';
import { callExpression, constant, member, type Expression } from '../expressions';
import { directVariables, secretMembers } from '../../model/direct';
import { formBodyFields } from '../form';
import { ownHeaders } from '../headers';
import { rawNames } from '../messages/raw';
import { script, type Script } from '../plan';
import { restUrl } from '../rest-url';
import { contentOf, NO_CONTENT } from './content';
import { checker, type Checker } from './checked';
import { functionPartials } from './filters';
import { foundValue, givenOf, type Given } from './given';
import { askedPage, pageParameter } from './pages';
import { foldQuery } from './query';
import { readingsOf } from './readings';
import { isPersonal } from './personal';
import { foldedWords } from './words';

/** The step before the request: checks what was said and builds the body. */
export function prepareScript(bot: Bot, action: Action): Script {
  const { request } = action;
  const given = givenOf(bot, action);
  const checks = checker(action, given, vouching(bot, action));
  const secrets = secretMembers(request, bot);
  const content = contentOf(
    action,
    checks,
    secrets.map(({ name }) => name),
  );
  const { address, parameters, headers, form } =
    request.kind === 'rest' ? restView(bot, action, request, checks) : NO_REST;
  const url = urlView(request, address.length, parameters.length);
  const used = requestPhrases(action);
  const uses = used.flatMap((v) => placeholders(v.text).flatMap((p) => p.filters));
  const raw = rawNames(bot, action);
  const inputs = action.inputs.map(({ name, many }) => ({
    name,
    many,
    value: given.of(name),
    entity: entityName(action, name),
    raw: raw.has(name),
  }));
  const found = foundNames(action).flatMap((name) => {
    const value = foundValue(action, name);
    return value ? [{ name, value, raw: raw.has(name) }] : [];
  });
  const reads = readingsOf(bot, action).length > 0;
  const unsaid = unsaidWords(bot, uses);
  return script('scripts/prepare', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    givers: given.functions,
    given: given.values,
    priceLimits: unpriced(bot, given),
    needed: neededOf(bot, action),
    whole: wholeKey(action),
    inputs,
    found,
    says: inputs.length + found.length > 0,
    oneInput: inputs.length + found.length === 1,
    texts:
      [inputs, found, address, parameters, headers, form ?? [], checks.all.filter((one) => one.vouches)].some(
        (all) => all.length > 0,
      ) || url.url,
    shows: reads || [...inputs, ...found].some(({ raw }) => !raw),
    reads,
    functions: functionPartials(uses),
    functionWords: unsaid,
    wordsAreLong: unsaid.length > 170,
    chained: checks.isChained(),
    again: asksDirectly(action),
    personal: isPersonal(bot, action),
    near: nearInput(action),
    settings: settings(bot, request),
    ...tokenView(bot.credentials),
    tokenKey: tokenKey(bot.id),
    ...sendView(action),
    query: request.kind === 'graphql' ? foldQuery(request.query) : '',
    checked: checks.all,
    oneCheck: checks.all.length === 1,
    unasked: checks.all.filter((one) => one.input === ''),
    asked: inputs.flatMap(({ name, entity }) => {
      const tests = checks.all.filter((c) => c.input === name);
      return tests.length > 0 ? [{ name, entity, tests, only: tests.length === 1 }] : [];
    }),
    ...(form === undefined ? content : NO_CONTENT),
    fields: request.kind === 'rest' && request.as === 'form' && form === undefined,
    open: secrets.length > 0,
    holder: request.kind === 'graphql' ? 'variables' : 'content',
    address,
    headers,
    unaltered: unalteredOf(bot, action, given),
    form: form ?? [],
    parameters,
    ...url,
    ...askedPage(request, parameters),
    moreTitles: moreTitles(bot, action),
    pagingKey: pagingKey(action.id),
    further: goesFurther(action) ? furtherKey(action.id) : null,
  });
}

/** The input whose words the next step compares with what is only like it. */
const nearInput = ({ response: { near } }: Action) => near?.input ?? null;

/** A pattern of what an input says of prices, where one of them is looked for in names. */
const unpriced = (bot: Bot, { functions }: Given): string =>
  functions.some(({ partial }) => partial === 'inputs/unpriced')
    ? priceLimits(bot.locales.map(({ language }) => language))
    : '';

/** The words that a search leaves out, of every language that the bot speaks. */
const unsaidWords = (bot: Bot, uses: readonly FilterUse[]): string =>
  !uses.some(({ name }) => name === 'searchWords' || name === 'searchNear')
    ? ''
    : [...new Set(bot.locales.flatMap(({ language }) => functionWords(language)))].sort().join(' ');

const NO_REST = { address: [], parameters: [], headers: [], form: undefined };

/** What a script makes of a REST request besides its body. */
function restView(bot: Bot, action: Action, request: RestRequest, checks: Checker) {
  const named = (values: readonly { readonly name: string; readonly phrase: Phrase }[]) =>
    values.map(({ name, phrase }) => ({ name, value: checks.value(name, phrase, /^path/.test(name)) }));
  const { values, parameters } = restUrl(action, request, bot);
  return {
    address: named(values),
    parameters: parameters.map(({ name, phrase }, i) => ({
      name,
      value: checks.value(`query${i}`, phrase),
      paged: name === pageParameter(request),
    })),
    headers: named(ownHeaders(request).values),
    form: formView(formBodyFields(request, openOf(action), bot), checks),
  };
}

/** Which placeholders make a request somebody's own, where nothing else does. */
const vouching = (bot: Bot, action: Action) => (name: string) =>
  !isPersonal(bot, action) && !action.public && isFoundOwn(action, bot, name);

/** Who is signed in, as the headers say it: letters that a header cannot hold would make it somebody else. */
function unalteredOf(bot: Bot, action: Action, given: Given): readonly Expression[] {
  const { request } = action;
  if (request.kind !== 'rest') return [];
  const told = ownHeaders(request).values.flatMap(({ phrase }) => placeholders(phrase.text).map(({ name }) => name));
  return [...new Set(told)].flatMap((name) => {
    if (outsideOf(name)?.from === 'session')
      return [callExpression('session', constant(name.slice('session.'.length)))];
    if (isFoundOwn(action, bot, name)) return [foundValue(action, name) ?? []].flat();
    return action.inputs.some((input) => input.name === name && input.source?.from === 'session')
      ? [given.of(name)]
      : [];
  });
}

/** What is known of an earlier attempt to send the same. */
const sendView = (action: Action) => ({
  writes: action.writes,
  once: usesOnce(action),
  sentKey: sentKey(action.id),
  fresh: (action.confirm?.change ?? []).length > 0 ? names.confirm(action.id) : '',
});

/** Whether a request wants a key that stays the same when one ask is sent again. */
const usesOnce = (action: Action): boolean =>
  action.inputs.every(({ name }) => name !== 'once') &&
  requestPhrases(action).some(({ text }) => placeholders(text).some(({ name }) => name === 'once'));

const formView = (fields: ReturnType<typeof formBodyFields>, checks: Checker) =>
  fields?.flatMap(({ key, name, value }) =>
    name === undefined || typeof value === 'string'
      ? []
      : [{ name, value: checks.value(key.replace(/\W+/g, '_'), value) }],
  );
/** Which token goes along: one of the bot's own, a fetched one, or whichever of the two there is. */
const tokenView = (credentials: Credentials) => ({
  fetchesToken: fetchesToken(credentials),
  own: credentials.mode === 'either' ? { variable: credentials.variable, id: credentials.id } : null,
});

/** The words of the button for the next page in each language, as scripts compare them. */
const moreTitles = (bot: Bot, action: Action): readonly string[] =>
  bot.locales.flatMap((s) => {
    const more = s.actions.find((a) => a.id === action.id)?.next?.more;
    return more ? [foldedWords(plainOf(more.text)).join(' ')] : [];
  });

/** Whether the script makes parts of the address, and whether it lists all parameters of the query. */
function urlView(request: Action['request'], values: number, parameters: number) {
  const listed = parameters > 0 || (request.kind === 'rest' && request.paging !== undefined);
  return { url: values > 0 || listed, listed };
}

/** Values that must be there, and what it means when one is not. */
const neededOf = (bot: Bot, action: Action) => [
  ...action.inputs.flatMap((input) =>
    input.source && !mayLack(input) ? [needed(input.source, member('said', input.name))] : [],
  ),
  ...outsidesOf(action, bot.service).map((outside) =>
    needed(
      outside,
      outside.from === 'env' ? member('env', outside.name) : callExpression('session', constant(outside.name)),
    ),
  ),
];

const needed = ({ from, name }: Outside, value: Expression) => ({
  value,
  outcome: from === 'session' ? 'sign-in' : 'invalid',
  report: `There is no value in ${from}.${name}`,
});

/** Variables that stand in the host: what does not fit their pattern must never become an address. */
const settings = (bot: Bot, request: Action['request']) => {
  const used = new Set([...usedVariables(bot.service, { mode: 'none' }), ...endpointVariables(bot.credentials)]);
  const direct = directVariables(request, bot);
  return bot.variables.flatMap((v) => {
    const pattern = v.pattern ?? direct.get(v.key);
    if (pattern === undefined || !(used.has(v.key) || direct.has(v.key))) return [];
    const report = `The variable ${v.key} is not set, or does not fit ${pattern}`;
    return [{ variable: v.key, pattern: `^(?:${pattern})$`, report }];
  });
};
