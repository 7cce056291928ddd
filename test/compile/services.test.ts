import { describe, expect, test } from 'vitest';
import { serviceComponent, tokenServiceComponent } from '../../generator/compile/components';
import type { Piece } from '../../generator/compile/plan';
import { oneAction } from './small';

type Lines = Readonly<Record<string, string>>;

const service = (lines: Lines, bot: Lines = {}) => {
  const [made, action] = oneAction(lines, bot);
  const { payload, headers, ...view } = serviceComponent(made, action).view;
  const { template, view: body } = payload as Piece;
  return {
    ...view,
    payload: `${template.replace('payload-', '')} ${body['value'] as string}`,
    headers: JSON.parse(headers as string) as unknown,
  };
};

const SECRET = 'variables: { SECRET: { hint: S, secret: true } }';

const JSON_HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' };

const FORM_HEADERS = { ...JSON_HEADERS, 'Content-Type': 'application/x-www-form-urlencoded' };

const post = (rest: string, paging = '') => ({
  inputs: '{ a: { prompt: A? }, o: { prompt: O?, optional: true } }',
  reads: 'true',
  request: `{ rest: { method: POST, path: /x${rest} }${paging} }`,
});

describe('the body of a request', () => {
  test.each([
    ['is nothing', '', 'json {}'],
    ['is empty', ', body: {}', 'json {}'],
    ['is made by a script', ', body: { v: 1 }', 'json {{context.getIt.body}}'],
    ['is no object', ', body: [1]', 'json {{context.getIt.body}}'],
    ['is null', ', body: null', 'json {{context.getIt.body}}'],
    ['is a text', ', body: x', 'json {{context.getIt.body}}'],
    ['is an empty list', ', body: []', 'json {{context.getIt.body}}'],
    ['has a secret alone', ", body: { k: '${env.SECRET}' }", 'json {{context.getIt.body}}"k":"{{env.SECRET}}"}'],
    [
      'has a secret and more',
      ", body: { k: '${env.SECRET}', v: 1 }",
      'json {{context.getIt.body}}"k":"{{env.SECRET}}"}',
    ],
    ['is a form', ", as: form, body: { v: 1, w: '${a}' }", 'form {"v":"1","w":"{{context.getIt.form.field0}}"}'],
    ['is a form that a script makes', ", as: form, body: { w: '${o}' }", 'form {{context.getIt.body}}'],
    ['is an empty form', ', as: form, body: {}', 'json {}'],
  ])('%s', (_, rest, payload) => {
    expect(service(post(rest), { more: SECRET })).toMatchObject({
      payload,
      headers: payload.startsWith('form') ? FORM_HEADERS : (expect.anything() as object),
    });
  });

  test('asks for a page, also where it is empty otherwise', () => {
    expect(service(post('', ', paging: { cursor: c, as: after }')).payload).toBe('json {{context.getIt.body}}');
    expect(service(post(', body: {}', ', paging: { cursor: c, as: after, in: query }')).payload).toBe('json {}');
  });

  test('has a key of the service', () => {
    const more = `${SECRET}\ncredentials: { apiKey: { in: body, name: key, variable: SECRET } }`;
    expect(service(post(''), { more }).payload).toBe('json {"key":"{{env.SECRET}}"}');
    expect(service({ request: "{ graphql: 'query Q { a }' }" }, { more }).payload).toBe(
      'json {{context.getIt.body}}"key":"{{env.SECRET}}"}',
    );
  });
});

describe('the headers of a request', () => {
  const LAYERS = 'service: { host: h.example, headers: { Content-Type: text/x, X-A: bot } }';
  test.each([
    ['are those of JSON', '', {}, JSON_HEADERS],
    [
      'are those that bot.yaml has',
      '',
      { service: LAYERS },
      { Accept: 'application/json', 'Content-Type': 'text/x', 'X-A': 'bot' },
    ],
    [
      'are those that the request has',
      ', headers: { x-a: own, accept: text/csv }',
      { service: LAYERS },
      { 'Content-Type': 'text/x', 'x-a': 'own', accept: 'text/csv' },
    ],
    ['are those of a form', ", as: form, body: { v: '1' }", { service: LAYERS }, { ...FORM_HEADERS, 'X-A': 'bot' }],
    [
      'may be worded for a form',
      ", as: form, headers: { content-type: x }, body: { v: '1' }",
      {},
      { 'content-type': 'x', Accept: 'application/json' },
    ],
  ])('%s', (_, rest, bot, wanted) => {
    expect(service(post(rest), bot).headers).toEqual(wanted);
  });

  test.each([
    ['no credentials', '', {}],
    ['a token', 'header: T, prefix: "P ", accessToken: { variable: TOKEN }', { T: 'P {{env.TOKEN}}' }],
    [
      'a fetched token',
      'header: T, clientCredentials: { path: /token, id: ID, secret: S }',
      { T: '{{context.session.BotContext.smallAccessToken}}' },
    ],
    [
      'one of the two',
      'header: T, accessToken: { variable: TOKEN }, clientCredentials: { path: /token, id: ID, secret: S }',
      { T: '{{env.TOKEN}}{{context.session.BotContext.smallAccessToken}}' },
    ],
    ['a key in the query', 'apiKey: { in: query, name: k, variable: K }', {}],
    [
      'a profile',
      'mode: oauthProfile, header: T, oauthProfile: { name: P }, clientCredentials: { path: /token, id: ID, secret: S }',
      {},
    ],
  ])('carry %s', (_, credentials, wanted) => {
    const more = credentials === '' ? '' : `credentials: { ${credentials} }`;
    expect(service({}, { more }).headers).toEqual({ ...wanted, ...JSON_HEADERS });
  });
});

describe('a service', () => {
  test.each([
    ['a GET', {}, { path: '/things', method: 'get', host: 'api.example.com' }],
    [
      'another method',
      { request: '{ rest: { method: DELETE, path: /x } }', confirm: '{ ask: Sure? }' },
      { path: '/x', method: 'delete' },
    ],
    [
      'GraphQL',
      { request: "{ graphql: 'query Q { a }' }" },
      { path: '/graphql', method: 'post', payload: 'json {{context.getIt.body}}' },
    ],
  ] satisfies readonly (readonly [string, Lines, object])[])('has the address of %s', (_, lines, wanted) => {
    expect(service(lines)).toMatchObject(wanted);
  });

  test('of GraphQL has a key in its address', () => {
    const more = 'credentials: { apiKey: { in: query, name: k, variable: K } }';
    expect(service({ request: "{ graphql: 'query Q { a }' }" }, { more })).toMatchObject({
      path: '/graphql?k={{env.K}}',
    });
    expect(
      service({ request: "{ graphql: 'query Q { a }' }" }, { service: 'service: { host: h.example }' }),
    ).toMatchObject({ path: '' });
  });

  test.each([
    ['nothing', '', {}, { idp: 'none', authRequired: false, integrationId: null, subType: null }],
    [
      'a profile',
      'credentials: { mode: userProfile, header: T, userProfile: { name: P, checkUrl: u, field: f } }',
      {},
      { idp: 'P', authRequired: true, integrationId: null, subType: null },
    ],
    [
      'an integration',
      'credentials: { mode: integration, integration: { name: I } }',
      {},
      { idp: 'none', authRequired: false, integrationId: 'I', subType: 'getItService' },
    ],
    [
      'a service of an integration',
      'credentials: { mode: integration, integration: { name: I } }',
      { integrationService: 'own' },
      { integrationId: 'I', subType: 'own' },
    ],
  ] satisfies readonly (readonly [string, string, Lines, object])[])(
    'is authorized by %s',
    (_, more, lines, wanted) => {
      expect(service(lines, { more })).toMatchObject(wanted);
    },
  );
});

describe('the service that fetches a token', () => {
  const token = (credentials: string) => {
    const [bot] = oneAction({}, { more: credentials === '' ? '' : `credentials: { ${credentials} }` });
    const { payload, host, path } = tokenServiceComponent(bot)?.view ?? {};
    return payload === undefined
      ? undefined
      : { host, path, form: JSON.parse((payload as Piece).view['value'] as string) as unknown };
  };
  const FORM = { grant_type: 'client_credentials', client_id: '{{env.ID}}', client_secret: '{{env.S}}' };

  test.each([
    ['is not there without', '', undefined],
    ['is not there for a token of its own', 'header: T, accessToken: { variable: TOKEN }', undefined],
    [
      'asks the service',
      'clientCredentials: { path: /token, id: ID, secret: S }',
      { host: 'api.example.com', path: '/token', form: FORM },
    ],
    [
      'asks another host',
      'clientCredentials: { url: "https://login.example/t", id: ID, secret: S }',
      { host: 'login.example', path: '/t', form: FORM },
    ],
    [
      'says what for',
      'clientCredentials: { path: /token, id: ID, secret: S, scope: all, extra: { audience: x } }',
      { host: 'api.example.com', path: '/token', form: { ...FORM, scope: 'all', audience: 'x' } },
    ],
    [
      'has a refresh token',
      'clientCredentials: { path: /token, id: ID, secret: S, refreshToken: R }',
      {
        host: 'api.example.com',
        path: '/token',
        form: { ...FORM, grant_type: 'refresh_token', refresh_token: '{{env.R}}' },
      },
    ],
  ])('%s', (_, credentials, wanted) => {
    expect(token(credentials)).toEqual(wanted);
  });
});
