import { describe, expect, test } from 'vitest';
import { schemesOf } from '../../../apis/openapi/credentials';
import { documentOf, type ApiDocument, type Schema } from '../../../apis/openapi/document';
import { findOperation } from '../../../apis/openapi/find-operation';
import { operationsOf, type Operation } from '../../../apis/openapi/operations';
import { responsesTo } from '../../../apis/openapi/responses';
import { sampleAnswer, sampleOfSchema } from '../../../apis/openapi/sample';
import { trimDocument } from '../../../apis/openapi/trim';

const documentWith = (more: object): ApiDocument =>
  documentOf({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {}, ...more });
const none = documentWith({});

describe('finding an operation', () => {
  const at = (path: string, method = 'get', base = '') => ({ path, method, base }) as Operation;
  const all = [at('/t/{id}'), at('/t/recent'), at('/t/{id}', 'put'), at('/t/{id}.json'), at('/a/{x}/b', 'post', '/v1')];
  test.each<[method: 'get' | 'put' | 'post', path: string, found: unknown]>([
    ['get', '/t/{ticket}?a=1', { operation: all[0] }],
    ['get', '/t/recent', { operation: all[1] }],
    ['put', '/t/recent', { methods: ['get'], path: '/t/recent' }],
    ['get', '/t/5.json', { operation: all[0] }],
    ['get', '/v1/a/5/b', { methods: ['post'], path: '/v1/a/{x}/b' }],
    ['get', '/v1/a/{y}/c', { nearest: '/v1/a/{x}/b' }],
    ['get', '/something/else/wholly', {}],
  ])('%s %s', (method, path, found) => expect(findOperation(all, method, path)).toEqual(found));
  test('among none finds none', () => expect(findOperation([], 'get', '/t')).toEqual({}));
});

describe('operations', () => {
  const json = { 'application/json': { schema: { type: 'object' } } };
  const operation = (more: object, root: object = {}) =>
    operationsOf(documentWith({ paths: { '/a/{b}': { post: more } }, ...root }))[0];
  test('have a body as JSON where they take it, else as a form, else none', () => {
    const form = { 'application/x-www-form-urlencoded': {} };
    const file = { 'multipart/form-data': {} };
    const body = (content: object, required?: unknown) => operation({ requestBody: { content, required } });
    expect(body({ ...form, ...json }, true)?.body).toMatchObject({
      as: 'json',
      kinds: ['json', 'form'],
      required: true,
    });
    expect(body(form, 'yes')?.body).toMatchObject({ as: 'form', kinds: ['form'], required: false, schema: {} });
    expect(body(file)).not.toHaveProperty('body');
    expect([body(file)?.otherBody, body(json)?.otherBody]).toEqual([['multipart/form-data'], []]);
  });
  test('answer with a status, a family or the default, and leave odd ones out', () => {
    const responses = { 200: { description: ' fine ', content: json }, '4xx': {}, DEFAULT: {}, 600: {}, x: {}, 20: {} };
    const found = operation({ responses });
    expect(found?.responses).toEqual([
      { status: '200', description: 'fine', schema: { type: 'object' } },
      { status: '4XX', description: '' },
      { status: 'default', description: '' },
    ]);
    const to = (status: number) => found && responsesTo(found, status).map((one) => one.status);
    expect([to(200), to(404), to(500)]).toEqual([['200'], ['4XX'], ['default']]);
  });
  test('take parameters of the path, the query and the headers', () => {
    const parameters = [
      { name: 'b', in: 'path' },
      { name: 'q', in: 'query', required: 'yes', content: { 'application/json': { schema: { type: 'array' } } } },
      { name: 'q', in: 'query', required: true, schema: { type: 'string' }, examples: { one: { value: 7 } } },
      { name: 'c', in: 'cookie' },
      { in: 'query' },
      { $ref: '#/nowhere' },
    ];
    expect(operation({ parameters })?.parameters).toEqual([
      { name: 'b', in: 'path', required: true, description: '', schema: {} },
      { name: 'q', in: 'query', required: true, description: '', schema: { type: 'string' }, example: 7 },
    ]);
    expect(operation({ parameters: 'odd', deprecated: 'yes' })).toMatchObject({
      parameters: [],
      deprecated: false,
      id: 'post /a/{b}',
    });
  });
  test('are let in as they say themselves, else as the document says; nothing at all is no way in', () => {
    const root = { security: [{ key: [] }, {}] };
    expect(operation({}, root)?.security).toEqual([{ key: [] }]);
    expect(operation({ security: [] }, root)?.security).toEqual([]);
  });
});

test('schemes that a bot can use stand first', () => {
  const flows = (kind: string) => ({ [kind]: { tokenUrl: 'https://t', scopes: { a: '' } } });
  const securitySchemes = {
    person: { type: 'oauth2', flows: flows('authorizationCode') },
    digest: { type: 'http', scheme: 'Digest' },
    bot: { type: 'oauth2', flows: flows('clientCredentials') },
    basic: { type: 'http', scheme: 'BASIC' },
    bearer: { type: 'http', scheme: 'Bearer' },
    key: { type: 'apiKey', in: 'query', name: 'k' },
    open: { type: 'openIdConnect' },
    gone: { $ref: '#/nowhere' },
  };
  expect(schemesOf(documentWith({ components: { securitySchemes } }))).toEqual([
    { kind: 'clientCredentials', name: 'bot', url: 'https://t', scopes: ['a'] },
    { kind: 'basic', name: 'basic' },
    { kind: 'bearer', name: 'bearer' },
    { kind: 'apiKey', name: 'key', in: 'query', key: 'k' },
    { kind: 'other', name: 'person', type: 'oauth2' },
    { kind: 'other', name: 'digest', type: 'digest' },
    { kind: 'other', name: 'open', type: 'openIdConnect' },
  ]);
});

test('an example is the answer’s own, or looks like its field; of a circle there is none', () => {
  expect(sampleAnswer(none, { status: '200', description: '', example: 0 })).toBe(0);
  expect(sampleAnswer(none, { status: '200', description: '' })).toBeUndefined();
  const properties = {
    email: { type: 'string' },
    collectionKey2: { type: 'string' },
    list: { items: { type: 'string' } },
  };
  expect(sampleOfSchema(none, { properties } as Schema, 'answer')).toEqual({
    email: 'ada@example.com',
    collectionKey2: 'Collection Key2',
    list: ['List'],
  });
  expect(sampleOfSchema(none, { $ref: '#/nowhere' }, 'answer')).toBeNull();
  const hidden = {
    properties: { r: { type: 'number', readOnly: true }, w: { type: 'number', writeOnly: true } },
  } as Schema;
  expect(Object.keys(sampleOfSchema(none, hidden, 'answer') as object)).toEqual(['r']);
  expect(Object.keys(sampleOfSchema(none, hidden, 'request') as object)).toEqual(['w']);
});

test('a trimmed document drops what nothing reads, and no key of the API', () => {
  const long = 'd'.repeat(201);
  const schemas = {
    Ticket: {
      'x-own': 1,
      description: long,
      externalDocs: {},
      examples: [1],
      properties: {
        'x-own': { $ref: '#/components/schemas/a~1b' },
        examples: { type: 'string', examples: [1] },
        externalDocs: {},
        description: { type: 'string', description: long },
        properties: { properties: { 'x-own': {} }, 'x-other': 1 },
      },
    },
    'a/b': { allOf: [{ $ref: '#/components/schemas/Ticket' }, { $ref: '#/components/schemas/none' }] },
    Other: {},
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Ticket' } } };
  const get = { summary: 's', responses: { 200: { description: '', content } } };
  const document = documentWith({
    paths: { '/a': { get, post: {}, parameters: [] }, '/b': { get } },
    servers: [{ url: '/x' }],
    components: { schemas, securitySchemes: { key: { type: 'apiKey', 'x-own': 1 } } },
  });
  const trimmed = trimDocument(
    document,
    operationsOf(document).filter(({ path, method }) => path === '/a' && method === 'get'),
  );
  const short = 'd'.repeat(200);
  expect(trimmed).toEqual({
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    servers: [{ url: '/x' }],
    paths: { '/a': { get, parameters: [] } },
    components: {
      schemas: {
        'a/b': schemas['a/b'],
        Ticket: {
          description: short,
          properties: {
            'x-own': { $ref: '#/components/schemas/a~1b' },
            examples: { type: 'string' },
            externalDocs: {},
            description: { type: 'string', description: short },
            properties: { properties: { 'x-own': {} } },
          },
        },
      },
      securitySchemes: { key: { type: 'apiKey' } },
    },
  });
  expect(Object.keys(trimmed.components?.schemas ?? {})).toEqual(['Ticket', 'a/b']);
});
