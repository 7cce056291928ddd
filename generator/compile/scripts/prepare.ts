import { functionWords } from '../../model/function-words';
import { asksDirectly, mayLack } from '../../model/input';
import { goesFurther } from '../../model/further';
import type { FilterUse } from '../../model/filters';
import { openOf } from '../../model/look-up';
import type { Action, Bot, Phrase, RestRequest } from '../../model/model';
import { furtherKey, keyOf, names, pagingKey, sentKey, wholeKey } from '../../model/names';
import { placeholders, plainOf } from '../../model/text';
import { priceLimits } from '../../model/price-limits';
import { isFoundOwn } from '../../model/own';
import { outsideOf, outsidesOf, requestPhrases, type Outside } from '../../model/request-phrases';
import { callExpression, constant, member, type Expression } from '../expressions';
import { secretMembers } from '../../model/direct';
import { formBodyFields } from '../form';
import { ownHeaders } from '../headers';
import { script, type Script } from '../plan';
import { restUrl } from '../rest-url';
import { contentOf, NO_CONTENT } from './content';
import { checker, type Checker } from './checked';
import { rawFields } from '../messages/raw';
import { functionPartials } from './filters';
import { foundValue, givenOf, type Given } from './given';
import { kindOf } from './check';
import { askedPage, moreTitles, pageParameter } from './pages';
import { foldQuery } from './query';
import { isPersonal } from './personal';
import { saidView } from './said';
import { variablesView } from './variables';

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
  const said = saidView(bot, action, given);
  const { inputs, found } = said;
  const unsaid = unsaidWords(bot, uses);
  return script('scripts/prepare', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    service: names.service(action.id),
    requestKind: kindOf(action),
    raw: action.of === undefined ? rawFields(bot, action) : [],
    givers: given.functions,
    given: given.values,
    priceLimits: unpriced(bot, given),
    needed: neededOf(bot, action),
    whole: wholeKey(action),
    ...said,
    texts:
      [inputs, found, address, parameters, headers, form ?? [], checks.all.filter((one) => one.vouches)].some(
        (all) => all.length > 0,
      ) || url.url,
    functions: functionPartials(uses),
    functionWords: unsaid,
    wordsAreLong: unsaid.length > 170,
    chained: checks.isChained(),
    again: asksDirectly(action),
    personal: isPersonal(bot, action),
    near: nearInput(action),
    ...variablesView(bot, action, said.hears),
    ...sendView(action),
    query: request.kind === 'graphql' ? foldQuery(request.query) : '',
    checked: checks.all,
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
