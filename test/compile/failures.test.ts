import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { checkScript, kindOf } from '../../generator/compile/scripts/check';
import { prepareScript } from '../../generator/compile/scripts/prepare';
import { templates } from '../build/specs';
import { actionText, smallBot } from './small';
import { FETCHED } from './small-flows';

const QUERY = "{ graphql: 'query Q { a }' }";
const SEARCH = "{ graphql: 'query Q { a(query: $q) { b } }' }";
const READ = '{ rest: { path: /x } }';
const WRITE = { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' };
const LOOKS_UP = {
  ...WRITE,
  steps: '{ p: { request: { rest: { path: /p } }, response: { fields: { id: id } }, none: N } }',
};

/** A bot with an action for each request. */
const botOf = (...requests: readonly (string | typeof WRITE)[]) =>
  smallBot(
    Object.fromEntries(
      requests.map((request, i) => [
        `act-${i}.yaml`,
        actionText({ title: `T${i}`, ...(typeof request === 'string' ? { request } : request) }),
      ]),
    ),
  );

interface Sent {
  readonly kind?: string;
  readonly token?: string;
}

/** What the step notes of an answer. */
function failureOf(bot: ReturnType<typeof botOf>, response: unknown, { kind, token }: Sent = {}) {
  const { template, view } = checkScript(bot);
  const state: Record<string, unknown> = { ...(token !== undefined && { token }) };
  const logged: string[] = [];
  const deleted: string[] = [];
  const context = { called: { key: 'act', service: 'actService', kind }, act: state, actService: response };
  runInNewContext(`(() => {${templates.scripts.render(template, view)}\n})()`, {
    context,
    BotContext: { delete: (key: string) => deleted.push(key) },
    koreDebugger: { log: (text: string) => logged.push(text) },
  });
  return { ...state, logged, deleted, body: (context.actService as { response?: { body?: unknown } })?.response?.body };
}

const answer = (statusCode: unknown, body: unknown = {}) => ({ response: { statusCode, body } });
const errors = (...codes: readonly string[]) => ({
  data: null,
  errors: codes.map((code) => ({ extensions: { code } })),
});

describe('what went wrong', () => {
  test.each([
    [QUERY, 200, { data: {} }, ''],
    [QUERY, '200', { data: {} }, ''],
    [QUERY, 401, {}, 'unauthorized'],
    [QUERY, 404, {}, 'invalid'],
    [QUERY, 400, {}, 'invalid'],
    [QUERY, 302, {}, 'invalid'],
    [QUERY, 299, {}, ''],
    [QUERY, 429, {}, 'throttled'],
    [QUERY, 402, {}, 'forbidden'],
    [QUERY, 403, {}, 'forbidden'],
    [QUERY, 423, {}, 'forbidden'],
    [QUERY, 430, {}, 'forbidden'],
    [QUERY, 499, {}, 'invalid'],
    [QUERY, 500, {}, 'unavailable'],
    [QUERY, 199, {}, 'unavailable'],
    [QUERY, undefined, {}, 'unavailable'],
    [QUERY, 200, '', 'unavailable'],
    [QUERY, 200, 'no JSON', 'unavailable'],
    [QUERY, 200, null, 'unavailable'],
    [QUERY, 200, 7, 'unavailable'],
    [QUERY, 200, errors('THROTTLED'), 'throttled'],
    [QUERY, 200, errors('INTERNAL_SERVER_ERROR'), 'unavailable'],
    [QUERY, 200, errors('ACCESS_DENIED'), ''],
    [QUERY, 200, errors('RESOURCE_NOT_FOUND'), ''],
    [QUERY, 200, errors('RESOURCE_NOT_FOUND', 'undefinedField'), 'invalid'],
    [QUERY, 200, { errors: 'text' }, 'invalid'],
    [QUERY, 200, { extensions: { search: [{ warnings: [1] }] } }, ''],
    [SEARCH, 200, { extensions: { search: [{ warnings: [1] }] } }, 'invalid'],
    [SEARCH, 200, { extensions: { search: { warnings: [1] } } }, 'invalid'],
    [SEARCH, 200, { extensions: { search: [{ warnings: [] }] } }, ''],
    [READ, 200, {}, ''],
    [READ, 204, '', 'unavailable'],
    [READ, 404, {}, 'empty'],
    [READ, 400, {}, 'refused'],
    [READ, 409, {}, 'refused'],
    [READ, 422, {}, 'refused'],
    [READ, 410, {}, 'invalid'],
    [READ, 200, errors('THROTTLED'), ''],
    [WRITE, 204, '', ''],
    [WRITE, 200, undefined, ''],
    [WRITE, 500, '', 'unavailable'],
    [WRITE, 408, '', 'invalid'],
  ] as const)('%j with HTTP %s and %j: "%s"', (request, status, body, failure) => {
    const told = failureOf(botOf(request), answer(status, body));
    expect(told).toMatchObject({ failure });
    expect(told.logged).toEqual(['', 'empty'].includes(failure) ? [] : [`act: ${failure}, HTTP ${Number(status)}`]);
  });

  test.each([
    ['graphql', 404, '', 'invalid'],
    ['graphql', 422, '', 'invalid'],
    ['graphql', 200, errors('THROTTLED'), 'throttled'],
    ['rest', 404, '', 'empty'],
    ['rest', 422, '', 'refused'],
    ['rest', 200, errors('THROTTLED'), ''],
    ['rest', 204, '', 'unavailable'],
    ['write', 204, '', ''],
    ['write', 404, '', 'empty'],
    ['write', 200, errors('INTERNAL_SERVER_ERROR'), ''],
  ] as const)('of a %s request of a bot that sends all kinds, with HTTP %s: "%s"', (kind, status, body, failure) => {
    expect(failureOf(botOf(QUERY, READ, WRITE), answer(status, body), { kind })).toMatchObject({ failure });
  });

  test('is nothing where no answer came', () => {
    expect(failureOf(botOf(QUERY), undefined)).toMatchObject({ failure: 'unavailable', nothing: 'empty' });
  });

  test('is known of JSON that is sent as a text', () => {
    expect(failureOf(botOf(READ), answer(200, '{"a":1}'))).toMatchObject({ failure: '', body: { a: 1 } });
    expect(failureOf(botOf(QUERY), answer(200, JSON.stringify(errors('ACCESS_DENIED'))))).toMatchObject({
      failure: '',
      nothing: 'forbidden',
    });
  });

  test('is a fetched token that is refused, once', () => {
    const bot = smallBot({ 'get-it.yaml': actionText({ request: READ }) }, FETCHED);
    expect(failureOf(bot, answer(401), { token: 'ready' })).toMatchObject({
      failure: 'renew',
      token: 'renewed',
      deleted: ['smallAccessToken'],
    });
    for (const token of ['renewed', 'missing'])
      expect(failureOf(bot, answer(401), { token })).toMatchObject({ failure: 'unauthorized', token, deleted: [] });
    expect(failureOf(bot, answer(403), { token: 'ready' })).toMatchObject({ failure: 'forbidden', deleted: [] });
  });

  test('is told apart by the kind of the request, which every dialog names: it may be older than this step', () => {
    const kinds = (bot: ReturnType<typeof botOf>) => bot.actions.map(kindOf);
    expect(kinds(botOf(QUERY, SEARCH))).toEqual(['graphql', 'graphql']);
    expect(kinds(botOf(READ, READ))).toEqual(['rest', 'rest']);
    expect(kinds(botOf(WRITE))).toEqual(['write']);
    for (const request of [QUERY, READ, WRITE]) {
      const bot = botOf(request);
      for (const action of bot.actions) {
        const { template, view } = prepareScript(bot, action);
        expect(templates.scripts.render(template, view)).toContain(`kind: "${kindOf(action)}"`);
      }
    }
    expect(kinds(botOf(QUERY, READ, WRITE))).toEqual(['graphql', 'rest', 'write']);
    expect(kinds(botOf(LOOKS_UP))).toEqual(['write']);
    expect(failureOf(botOf(LOOKS_UP), answer(204, ''), { kind: 'rest' })).toMatchObject({ failure: 'unavailable' });
    expect(failureOf(botOf(LOOKS_UP), answer(204, ''), { kind: 'write' })).toMatchObject({ failure: '' });
  });
});
