import { fetchesToken, profileOf } from '../model/credentials';
import { openOf } from '../model/look-up';
import { inputTypes } from '../model/input-types';
import type { Body } from '../model/body';
import type { Action, Bot, Input, Locale, Reply, RestRequest } from '../model/model';
import { fixedText, withVariables } from './expression';
import type { ComponentPlan } from './flow';
import { pageKeys } from '../model/paging';
import { secretMembers } from '../model/direct';
import { keyOf, names, tokenKey } from '../model/names';
import { formBodyFields } from './form';
import { botHeaders, layered, ownHeaders } from './headers';
import { piece, type Piece, type Script, type PlanValue } from './plan';
import { keyParameter, restUrl } from './rest-url';
import { fixedMessageList, messageList, type Saying } from './reply';
import { ownValue } from '../../kore/own-value';

/** A message component; `key` is what its identity is derived from. */
export const messageComponent = (bot: Bot, key: string, saying: Saying): ComponentPlan => ({
  type: 'message',
  name: saying.name,
  key,
  view: { message: messageList(bot.locales, saying) },
});

export const scriptComponent = (key: string, name: string, text: Script): ComponentPlan => ({
  type: 'script',
  name,
  key,
  view: { script: text },
});

/** An entity component: the question, the reprompt and what counts as an answer. */
export function entityComponent(bot: Bot, action: Action, input: Input): ComponentPlan {
  const inLanguage = (s: Locale) =>
    s.actions.find((a) => a.id === action.id)?.inputs.find((i) => i.name === input.name) ?? input;
  const sentence = (pick: (i: Input) => Input['prompt']) =>
    Object.fromEntries(
      bot.locales.map((s) => {
        const i = inLanguage(s);
        return [
          s.language,
          fixedText(pick(i), { example: bot.references.get(i.name) ?? i.example ?? '', label: fixedText(i.label, {}) }),
        ];
      }),
    );
  const values = (i: Input) => ({
    values: i.choices.map((c) => ({ title: c.title, value: c.value, synonyms: [...c.synonyms] })),
  });
  return {
    type: 'entity',
    name: names.entity(action.id, input.name),
    key: `${bot.id}/action/${action.identity}/entity/${input.name}`,
    view: {
      entityType: inputTypes[input.type].entityType,
      regexPattern: input.pattern ?? null,
      choices:
        input.choices.length > 0
          ? Object.fromEntries(bot.locales.map((s) => [s.language, values(inLanguage(s))]))
          : null,
      isArray: input.many,
      message: promptOf(
        bot,
        input,
        inLanguage,
        sentence((i) => i.prompt),
      ),
      errorMessage: fixedMessageList(
        withWayOut(
          bot,
          sentence((i) => i.reprompt),
        ),
      ),
    },
  };
}

/** What is said when an answer does not fit: it also says how to leave, where the bot knows sentences that leave a question. */
const withWayOut = (
  { locales: locales }: Bot,
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    locales.map(({ language, style, texts: { answers } }) => {
      const said = answers.find(({ leaves }) => leaves)?.utterances[0];
      const text = texts[language] ?? '';
      if (said === undefined || style.sentences.wayOut === '') return [language, text];
      return [
        language,
        `${text} ${fixedText({ ...said, text: [style.sentences.wayOut] }, {}).replace('${sentence}', fixedText(said, {}))}`,
      ];
    }),
  );

/** The question; where it can be skipped, with a button that does. */
function promptOf(
  { locales: locales }: Bot,
  { name, skip }: Input,
  inLanguage: (s: Locale) => Input,
  texts: Readonly<Record<string, string>>,
): readonly Piece[] {
  if (skip === undefined) return fixedMessageList(texts);
  const reply = (s: Locale): Reply => {
    const own = inLanguage(s);
    const text = { text: [ownValue(texts, s.language) ?? ''], where: own.prompt.where };
    const title = own.skip ?? skip;
    const button = { title, with: new Map(), say: title, where: title.where };
    return { look: 'buttons', text, rows: [], links: [], columns: [], buttons: [button], where: own.where };
  };
  return messageList(locales, { name, key: name, reply });
}

/** The service component of an action's request. The body is one value, made by the script before it. */
export function serviceComponent(bot: Bot, action: Action): ComponentPlan {
  const { request } = action;
  const key = keyOf(action.id);
  const path = request.kind === 'graphql' ? graphqlPath(bot) : restUrl(action, request, bot).path;
  const { type, payload } =
    request.kind === 'graphql' ? jsonBody(key, secretMembers(request, bot)) : restBody(bot, action, request);
  const form = request.kind === 'rest' && request.as === 'form';
  const own = request.kind === 'rest' ? ownHeaders(request).texts(key) : {};
  const defaults = { 'Content-Type': type, Accept: 'application/json' };
  return {
    type: 'service',
    name: names.service(action.id),
    key: `${bot.id}/action/${action.identity}/service`,
    view: {
      ...endpoint(bot, path, request.kind === 'graphql' ? 'post' : request.method.toLowerCase()),
      payload,
      headers: JSON.stringify(
        // What nobody wrote comes last, as it always did; a form is a form, whatever bot.yaml says of all requests.
        unlessWritten(
          layered(credentialHeader(bot), botHeaders(bot), form ? { 'Content-Type': type } : {}, own),
          defaults,
        ),
      ),
      ...authorization(bot, action),
    },
  };
}

const unlessWritten = (written: Readonly<Record<string, string>>, defaults: Readonly<Record<string, string>>) => {
  const names = new Set(Object.keys(written).map((name) => name.toLowerCase()));
  const missing = Object.entries(defaults).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...written, ...Object.fromEntries(missing) };
};

interface PlannedBody {
  readonly type: string;
  readonly payload: Piece;
}

const jsonBody = (key: string, secrets: Secrets): PlannedBody => ({
  type: 'application/json',
  payload: piece('payload-json', { value: `{{context.${key}.body}}${closing(secrets)}` }),
});

type Secrets = ReturnType<typeof secretMembers>;

/** What the platform puts behind a body that the script leaves open: secret members, and its end. */
const closing = (secrets: Secrets): string =>
  secrets.length === 0
    ? ''
    : `${secrets.map(({ name, variable }) => `${JSON.stringify(name)}:"{{env.${variable}}}"`).join(',')}}`;

function restBody(bot: Bot, action: Action, request: RestRequest): PlannedBody {
  const key = keyOf(action.id);
  const secrets = secretMembers(request, bot);
  if (request.body === undefined || (isEmpty(request.body) && pageKeys(request.paging) === undefined))
    return { type: 'application/json', payload: piece('payload-json', { value: `{${closing(secrets) || '}'}` }) };
  if (request.as === 'json') return jsonBody(key, secrets);
  const fields = formBodyFields(request, openOf(action), bot)?.map(
    ({ key: field, name, value }): readonly [string, string] => [
      field,
      typeof value !== 'string' ? `{{context.${key}.form.${name}}}` : value,
    ],
  );
  const value =
    fields === undefined ? `{{context.${key}.body}}${closing(secrets)}` : JSON.stringify(Object.fromEntries(fields));
  return { type: 'application/x-www-form-urlencoded', payload: piece('payload-form', { value }) };
}

const isEmpty = (body: Body) =>
  typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'object' && body.members.size === 0;

const graphqlPath = (bot: Bot): string => [bot.service.graphql?.path ?? '', ...keyParameter(bot)].join('?');

const endpoint = (bot: Bot, path: string, method: string): Record<string, PlanValue> => ({
  host: withVariables(bot.service.host.text),
  path,
  method,
  timeout: bot.service.timeout,
});

/** With mode either both tokens stand in the header; the script before sees to it that one of them is empty. */
function credentialHeader(bot: Bot): Readonly<Record<string, string>> {
  const { credentials } = bot;
  const own = 'variable' in credentials ? `{{env.${credentials.variable}}}` : '';
  const fetched = fetchesToken(credentials) ? `{{context.session.BotContext.${tokenKey(bot.id)}}}` : '';
  return own + fetched !== '' && 'header' in credentials
    ? { [credentials.header]: `${credentials.prefix}${own}${fetched}` }
    : {};
}

function authorization(bot: Bot, action: Action): Record<string, PlanValue> {
  const { credentials } = bot;
  const integration = credentials.mode === 'integration';
  return {
    idp: profileOf(credentials) ?? 'none',
    authRequired: profileOf(credentials) !== undefined,
    integrationId: integration ? credentials.name : null,
    subType: integration ? (action.integrationService ?? names.service(action.id)) : null,
  };
}

/** The service that fetches a token, the same one in every dialog: a form, so the platform takes the body as it is. */
export function tokenServiceComponent(bot: Bot): ComponentPlan | undefined {
  const { credentials } = bot;
  if (!fetchesToken(credentials)) return undefined;
  const form = {
    ...(credentials.refreshToken === undefined
      ? { grant_type: 'client_credentials' }
      : { grant_type: 'refresh_token', refresh_token: `{{env.${credentials.refreshToken}}}` }),
    client_id: `{{env.${credentials.id}}}`,
    client_secret: `{{env.${credentials.secret}}}`,
    ...(credentials.scope === undefined ? {} : { scope: credentials.scope }),
    ...credentials.extra,
  };
  return {
    type: 'service',
    name: names.tokenService(bot.id),
    key: `${bot.id}/token-service`,
    view: {
      ...endpoint(bot, credentials.path, 'post'),
      ...(credentials.host === undefined ? {} : { host: credentials.host }),
      payload: piece('payload-form', { value: JSON.stringify(form) }),
      headers: JSON.stringify({ 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' }),
      idp: 'none',
      authRequired: false,
      integrationId: null,
      subType: null,
    },
  };
}
