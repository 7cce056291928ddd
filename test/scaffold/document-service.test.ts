import { describe, expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import type { Operation } from '../../apis/openapi/operations';
import { keptDocument } from '../../generator/scaffold/keep-document';
import { serviceOf } from '../../generator/scaffold/openapi/bot-service';
import { operationNamed } from '../../generator/scaffold/openapi/create';

type Part = Readonly<Record<string, unknown>>;

const operation = (id: string, method = 'get', path = '/tickets', summary = '') =>
  ({ id, method, path, summary }) as unknown as Operation;

describe('the service of a document', () => {
  const of = (root: Part) =>
    serviceOf('help-desk', documentOf({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, ...root }));
  const server = (url: string, variables: Part = {}) => of({ servers: [{ url, variables }] });
  const HOST = '${env.HELP_DESK_HOST}';

  test.each([
    ['nowhere', of({}), HOST, [{ name: 'HELP_DESK_HOST' }]],
    ['a path alone', server('/api'), HOST, [{ name: 'HELP_DESK_HOST' }]],
    ['a host', server('https://api.x.example/v1'), 'api.x.example', []],
    ['any host', server('{host}'), HOST, [{ name: 'HELP_DESK_HOST' }]],
    [
      'any host with a default',
      server('https://{host}', { host: { default: 'a.example' } }),
      HOST,
      [{ name: 'HELP_DESK_HOST', value: 'a.example' }],
    ],
    [
      'a part of a host',
      server('https://{site}.x.example', { site: { default: 'acme' } }),
      '${env.HELP_DESK_SITE}.x.example',
      [{ name: 'HELP_DESK_SITE', value: 'acme', hint: 'The part of the address that stands for site.' }],
    ],
    [
      'a part with a hint',
      server('https://{theSite}.x.example', { theSite: { default: 'a', description: 'Your own site.' } }),
      '${env.HELP_DESK_THE_SITE}.x.example',
      [{ hint: 'Your own site.' }],
    ],
    [
      'a part that is called so',
      server('https://{help-desk-site}.x.example', { 'help-desk-site': { default: 'a' } }),
      '${env.HELP_DESK_SITE}.x.example',
      [{ name: 'HELP_DESK_SITE' }],
    ],
  ])('is at %s', (_, { host, variables }, wanted, vars) => {
    expect(host).toBe(wanted);
    expect(variables).toMatchObject(vars);
    expect(variables).toHaveLength(vars.length);
  });

  test.each(['your-site', 'example', 'my', 'subdomain', 'A_b', ''])('has no value for a part that is %j', (value) => {
    expect(server('https://{site}.x.example', { site: { default: value } }).variables[0]).not.toHaveProperty('value');
  });

  const SCHEMES = {
    basic: { type: 'http', scheme: 'basic' },
    bearer: { type: 'http', scheme: 'bearer' },
    key: { type: 'apiKey', in: 'query', name: 'k' },
    cookie: { type: 'apiKey', in: 'cookie', name: 'k' },
    other: { type: 'openIdConnect', openIdConnectUrl: 'x' },
  };
  const grant = (tokenUrl: string, scopes: number) => ({
    type: 'oauth2',
    flows: {
      clientCredentials: {
        tokenUrl,
        scopes: Object.fromEntries(Array.from({ length: scopes }, (_, i) => [`s${i}`, ''])),
      },
    },
  });
  const secured = (schemes: Part, security: readonly Part[] = []) =>
    of({ components: { securitySchemes: schemes }, security }).credentials;

  test.each([
    ['nothing', {}, 'mode: none # the document asks for none'],
    ['a password', { basic: SCHEMES.basic }, 'basic:\n  variable: HELP_DESK_BASIC'],
    [
      'a token',
      { bearer: SCHEMES.bearer },
      "mode: accessToken # a secured variable in a header\nprefix: 'Bearer '\naccessToken:\n  variable: HELP_DESK_TOKEN",
    ],
    ['a key', { key: SCHEMES.key }, 'apiKey:\n  in: query\n  name: k\n  variable: HELP_DESK_KEY'],
    ['a cookie', { cookie: SCHEMES.cookie }, expect.stringContaining('mode: accessToken') as string],
    ['something else', { other: SCHEMES.other }, expect.stringContaining('mode: accessToken') as string],
    [
      'a grant',
      { g: grant('https://l.example/t', 0) },
      "prefix: 'Bearer '\nclientCredentials:\n  url: https://l.example/t\n  id: HELP_DESK_CLIENT_ID\n  secret: HELP_DESK_CLIENT_SECRET",
    ],
    ['a grant of the service', { g: grant('/t', 1) }, expect.stringContaining('  path: /t\n  scope: s0\n') as string],
    [
      'a grant at an address that is not safe',
      { g: grant('http://x', 8) },
      expect.stringContaining('  path: /oauth/token\n  scope: s0 s1 s2 s3 s4 s5 s6 s7\n') as string,
    ],
    ['a grant with many scopes', { g: grant('/t', 9) }, expect.stringContaining('  path: /t\n  id:') as string],
  ])('asks for %s', (_, schemes, yaml) => {
    expect(secured(schemes)).toEqual(yaml);
  });

  test('asks for what most operations ask for', () => {
    const both = { basic: SCHEMES.basic, key: SCHEMES.key, other: SCHEMES.other };
    expect(secured(both)).toContain('basic:');
    expect(secured(both, [{ key: [] }])).toContain('apiKey:');
    expect(secured(both, [{ other: [] }])).toContain('basic:');
    expect(secured({ other: SCHEMES.other, basic: SCHEMES.basic }, [{ other: [] }])).toContain('basic:');
  });
});

describe('an operation is found', () => {
  const document = documentOf({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: {
      '/a': { get: { operationId: 'getA', responses: {} }, post: { operationId: 'GETA', responses: {} } },
      '/b': { get: { responses: {} } },
    },
  });
  test.each([
    ['getA', 'get /a'],
    ['GETA', 'post /a'],
    ['geta', 'get /a'],
    ['POST /a', 'post /a'],
    [' get /b ', 'get /b'],
    ['GET /c', 'near GET /a'],
    ['getB', 'near getA'],
    ['nothing like it', 'near undefined'],
  ])('by %j', (name, wanted) => {
    const found = operationNamed(document, name);
    expect('near' in found ? `near ${String(found.near)}` : `${found.method} ${found.path}`).toBe(wanted);
  });
});

describe('a document that is kept', () => {
  const root = (paths: Part, more: Part = {}) => ({
    openapi: '3.1.0',
    info: { title: 'new', version: '' },
    paths,
    ...more,
  });
  const kept = (before: string | undefined) =>
    JSON.parse(
      keptDocument(
        documentOf(root({ '/a': { get: { responses: {} } } }) as never),
        [{ ...operation('a', 'get', '/a'), base: '' }],
        before,
      ),
    ) as { readonly paths: Part; readonly info: object };

  test.each([
    ['nothing before', undefined, ['/a']],
    ['no document before', 'x', ['/a']],
    ['another path before', JSON.stringify(root({ '/b': { get: { responses: {} } } })), ['/b', '/a']],
    ['another method before', JSON.stringify(root({ '/a': { post: { responses: {} } } })), ['/a']],
  ])('has %s', (_, before, paths) => {
    const made = kept(before);
    expect(Object.keys(made.paths)).toEqual(paths);
    expect(made.info).toMatchObject({ title: 'new' });
    if (before?.includes('post') === true) expect(Object.keys(made.paths['/a'] as object)).toEqual(['post', 'get']);
  });
});
