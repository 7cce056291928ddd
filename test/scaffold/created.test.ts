import { describe, expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { createAction, createIntegration } from '../../generator/scaffold/create';
import { type Created } from '../../generator/scaffold/files';
import { operationsInUse } from '../../generator/scaffold/keep-document';
import { createFromDocument, createIntegrationFromDocument } from '../../generator/scaffold/openapi/create';
import { actionText, smallBot } from '../compile/small';
import { BOT, CHAT, folderOf, type Lines } from './small-folder';

const pathsOf = ({ files }: Created) => files.map(({ path }) => path.replace('specs/small/', ''));

describe('a new action', () => {
  const FOLDER = { 'bot.yaml': BOT, 'a.yaml': actionText() };
  const made = (request: object, files: Lines = FOLDER) =>
    createAction(folderOf(files), { id: 'get-order', ...request } as never, { chat: CHAT });

  test('comes of a request', () => {
    const created = made({ request: 'GET /orders' });
    expect(pathsOf(created)).toEqual(['get-order.yaml', 'get-order.chat', 'stubs/small.json']);
    expect(created.problems).toEqual([]);
    expect(created.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['no request', { request: 'nonsense' }, FOLDER, '"nonsense" is no request'],
    ['a query without a schema', { query: 'query Q { a }' }, FOLDER, 'specs/small/bot.yaml names no GraphQL schema'],
  ])('comes not of %s', (_, request, files, message) => {
    const created = made(request, files);
    expect(created.files).toEqual([]);
    expect(created.problems[0]?.message).toContain(message);
  });

  test('comes not to a bot that cannot be read', () => {
    const created = made({ request: 'GET /orders' }, { 'bot.yaml': 'name: x' });
    expect([created.files, created.problems]).toEqual([[], []]);
    expect(created.diagnostics.length).toBeGreaterThan(0);
  });

  test('says nothing of what was wrong before', () => {
    const before = { ...FOLDER, 'b.yaml': actionText({ title: 'B', reply: '{ found: "${gone}", empty: E }' }) };
    expect(
      made({ request: 'GET /orders' }, before)
        .diagnostics.map(({ message }) => message)
        .join(),
    ).not.toContain('gone');
  });

  test('may be the first of its bot', () => {
    const created = createIntegration(
      folderOf({}),
      'x.example',
      { id: 'get-order', request: 'GET /orders' },
      { chat: CHAT },
    );
    expect(pathsOf(created)).toEqual(['bot.yaml', 'get-order.yaml', 'get-order.chat', 'stubs/small.json']);
    const none = createIntegration(folderOf({}), 'x.example', { id: 'get-order', request: 'x' }, { chat: CHAT });
    expect([none.files, none.problems.length]).toEqual([[], 1]);
  });
});

describe('new actions of a document', () => {
  const OK = {
    200: {
      description: '',
      content: {
        'application/json': { schema: { type: 'object' as const, properties: { name: { type: 'string' as const } } } },
      },
    },
  };
  const operation = (operationId: string, summary = 'Get the order') => ({ operationId, summary, responses: OK });
  const document = documentOf({
    openapi: '3.1.0',
    info: { title: '', version: '' },
    servers: [{ url: 'https://api.example.com' }],
    paths: {
      '/a': { get: operation('getOrder') },
      '/b': { get: operation('get_order') },
      '/c': { get: { operationId: 'getNothing', responses: { 200: { description: '' } } } },
      '/things': { get: operation('listThings') },
    },
  });
  const all = operationsOf(document);
  const chatOf = (id: string) => `specs/small/${id}.chat`;
  const made = (count: number, more: object = {}, files: Lines = { 'bot.yaml': BOT, 'get-it.yaml': actionText() }) =>
    createFromDocument(folderOf(files), { document, operations: all.slice(0, count), ...more }, chatOf);

  test('have ids and titles of their own', () => {
    const created = made(2);
    expect(pathsOf(created)).toEqual([
      'schema/small.json',
      'bot.yaml',
      'get-order.yaml',
      'get-order.chat',
      'get-order-2.yaml',
      'get-order-2.chat',
    ]);
    const titles = created.files.flatMap(({ text }) => /^title: (.*)$/m.exec(text)?.[1] ?? []);
    expect(titles).toEqual(['Get the order', 'Get order 2']);
    expect(created.files.map((one) => 'extends' in one)).toEqual([false, true, false, false, false, false]);
  });

  test('of which there is one may be called otherwise', () => {
    const created = made(1, { id: 'my-order', title: 'Mine', description: 'D.' });
    expect(pathsOf(created)).toContain('my-order.yaml');
    expect(created.files[2]?.text).toContain('title: Mine\n');
    expect(created.files[2]?.text).toContain('description: D.\n');
    expect(pathsOf(made(2, { id: 'my-order' }))).not.toContain('my-order.yaml');
    expect(pathsOf(made(1, {}, { 'bot.yaml': BOT, 'get-order.yaml': actionText() }))).toContain('get-order-2.yaml');
  });

  test('come not where one of them cannot be', () => {
    const created = made(3);
    expect([created.files, created.problems.length]).toEqual([[], 1]);
    expect(made(1, {}, { 'bot.yaml': 'name: x' }).files).toEqual([]);
  });

  test('come to a bot that names its document', () => {
    const named = {
      'bot.yaml': BOT.replace('{ host: api.example.com }', '{ host: api.example.com, openapi: x.json }'),
      'get-it.yaml': actionText(),
    };
    expect(pathsOf(made(1, {}, named))).toEqual(['x.json', 'get-order.yaml', 'get-order.chat']);
  });

  test('may be the first of their bot', () => {
    const created = createIntegrationFromDocument(folderOf({}), { document, operations: all.slice(0, 1) }, chatOf);
    expect(pathsOf(created)).toEqual(['bot.yaml', 'schema/small.json', 'get-order.yaml', 'get-order.chat']);
    expect(
      createIntegrationFromDocument(folderOf({}), { document, operations: all.slice(2, 3) }, chatOf).files,
    ).toEqual([]);
  });

  test('bring along what other actions use', () => {
    const bot = smallBot({
      'get-it.yaml': actionText({
        steps: '{ p: { request: { rest: { path: /gone } }, response: { fields: { id: id } }, none: N. } }',
      }),
      'other.yaml': actionText({ title: 'Other', request: "{ graphql: 'query Q { a }' }" }),
    });
    const { used, without } = operationsInUse(document, bot);
    expect([used.map(({ path }) => path), without]).toEqual([['/things'], ['get-it']]);
  });
});
