import { describe, expect, test } from 'vitest';
import { answerPath } from '../../../apis/openapi/answer-path';
import { RuntimeValue, checkBody, type BodyTree } from '../../../apis/openapi/check-body';
import { documentOf, openDocument, type ApiDocument, type Schema } from '../../../apis/openapi/document';
import { choicesOf, itemsOf, shapeOf, typesOf } from '../../../apis/openapi/schemas';
import { basePath, serverUrl } from '../../../apis/openapi/servers';

const documentWith = (more: object): ApiDocument =>
  documentOf({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {}, ...more });
const none = documentWith({});

describe('what is read as a document', () => {
  test.each<[text: string, is: string]>([
    ['{"swagger":"2.0","paths":{}}', '3.1'],
    ['{"openapi":"3.2.0","paths":{}}', '3.2'],
    ['{"openapi":3.1,"paths":{}}', 'neither "openapi" nor "swagger"'],
    ['{"openapi":"3.1.0","paths":[]}', 'has no "paths"'],
    ['{"openapi":"1.2","paths":{}}', 'version 1.2'],
    ['a: &a [1]\nb: *a\nopenapi: 3.1.0\npaths: {}', '3.1'],
  ])('%s', (text, is) => {
    const read = openDocument(text);
    expect('problem' in read ? read.problem : read.root.openapi).toContain(is);
  });
  test('is no larger than the largest that there is', () => {
    const text = '{"openapi":"3.1.0","paths":{}}';
    expect(openDocument(text.padEnd(32 * 2 ** 20))).toHaveProperty('root');
    expect(openDocument(text.padEnd(32 * 2 ** 20 + 1))).toEqual({ problem: 'it has more than 32 MB' });
  });
  test('follows 31 references and no more, with escapes, and only to what is its own', () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [`s${i}`, i === length - 1 ? { type: 'end' } : { $ref: `#/x/s${i + 1}` }]),
      );
    expect(documentWith({ x: chain(31) }).resolve({ $ref: '#/x/s0' })).toEqual({ type: 'end' });
    expect(documentWith({ x: chain(32) }).resolve({ $ref: '#/x/s0' })).toBeUndefined();
    const odd = documentWith({ 'a/b': { '~%': { type: 'odd' } }, list: [{ type: 'first' }], text: 'abc' });
    expect(odd.resolve({ $ref: '#/a~1b/~0%' })).toEqual({ type: 'odd' });
    expect(odd.resolve({ $ref: '#/list/0' })).toEqual({ type: 'first' });
    for (const ref of ['other.yaml#/x', '#/text/length', '#/constructor', '#/list/length', '#/none/x'])
      expect(odd.resolve({ $ref: ref }), ref).toBeUndefined();
  });
});

describe('the address of a server', () => {
  test.each<[url: unknown, path: string]>([
    ['https://a.example/api/', '/api'],
    ['HTTPS://a.example', ''],
    ['/v1?x=1', '/v1'],
    ['/v1#x', '/v1'],
    ['//', ''],
    [5, ''],
  ])('%s has the path %s', (url, path) => {
    expect(basePath([undefined, [], [{ url } as never], [{ url: '/later' }]])).toBe(path);
  });
  test('has its variables filled in, where they have a value', () => {
    const variables = { a: { default: 'x' }, b: {} as never };
    expect(serverUrl({ url: 'https://{a}.{b}.{toString}/{a}', variables })).toBe('https://x.{b}.{toString}/x');
    expect(basePath([])).toBe('');
  });
});

describe('a schema made of several', () => {
  const schema = (written: object) => written as Schema;
  const shape = (written: object) => {
    const found = shapeOf(none, schema(written));
    return (
      found && {
        open: found.open,
        keys: [...found.properties].map(([name, { required }]) => `${name}${required ? '!' : ''}`),
      }
    );
  };
  const part = (names: string, more: object = {}) => ({
    properties: Object.fromEntries([...names].map((name) => [name, {}])),
    ...more,
  });
  test.each<[written: object, wanted: ReturnType<typeof shape>]>([
    [part('ab', { required: ['a'] }), { open: false, keys: ['a!', 'b'] }],
    [part('a', { required: 'a' }), { open: false, keys: ['a'] }],
    [part('a', { additionalProperties: true }), { open: true, keys: ['a'] }],
    [part('a', { additionalProperties: false }), { open: false, keys: ['a'] }],
    [part('a', { additionalProperties: {} }), { open: true, keys: ['a'] }],
    [{ additionalProperties: true }, undefined],
    [
      { allOf: [part('a', { required: ['a'] }), part('b', { additionalProperties: true })] },
      { open: false, keys: ['a!', 'b'] },
    ],
    [
      { oneOf: [part('ab', { required: ['a', 'b'] }), part('a', { required: ['a'] })] },
      { open: false, keys: ['a!', 'b'] },
    ],
    [{ anyOf: [part('a'), part('b', { additionalProperties: true })] }, { open: true, keys: ['a', 'b'] }],
    [{ anyOf: [{ type: 'string' }, part('a', { required: ['a'] })] }, { open: false, keys: ['a!'] }],
  ])('%j', (written, wanted) => expect(shape(written)).toEqual(wanted));

  test.each<[written: object, types: readonly string[]]>([
    [{ type: ['string', 'null'] }, ['string']],
    [{ type: 'null', properties: {} }, ['object']],
    [{ anyOf: [{ type: 'string' }, { type: 'number' }] }, ['string', 'number']],
    [{ items: {} }, ['array']],
    [{ properties: {} }, ['object']],
    [{}, []],
  ])('%j is of the types %j', (written, types) => expect([...typesOf(none, schema(written))]).toEqual(types));

  test('has entries where any of its parts has', () => {
    expect(itemsOf(none, schema({ oneOf: [{ type: 'string' }, { items: { type: 'number' } }] }))).toEqual({
      type: 'number',
    });
    expect(itemsOf(none, schema({ items: false }))).toBeUndefined();
  });
  test('lists values once, and an enum before a constant', () => {
    expect(choicesOf(none, schema({ enum: ['a', 'a', null], const: 'b' }))).toEqual(['a']);
    expect(choicesOf(none, schema({ oneOf: [] }))).toBeUndefined();
  });
});

describe('a body', () => {
  const schema = {
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: 'integer' },
      b: { enum: ['x', 1] },
      c: { type: 'array', items: { type: 'number' } },
      d: { type: 'boolean' },
    },
  } as Schema;
  const open = { ...schema, additionalProperties: true } as Schema;
  const asked = (...given: ConstructorParameters<typeof RuntimeValue>) => new RuntimeValue(...given);
  test.each<[body: BodyTree, of: Schema, problems: readonly object[]]>([
    [{ a: 1 }, schema, []],
    [{ a: 1.5 }, schema, [{ kind: 'wrong-type', path: ['a'], wanted: ['integer'], got: 'number' }]],
    [{ a: null }, schema, []],
    [{ a: '1' }, schema, [{ kind: 'wrong-type', path: ['a'], wanted: ['integer'], got: 'string' }]],
    [{ a: 1, b: 'y' }, schema, [{ kind: 'wrong-value', path: ['b'], got: 'y', known: ['x', '1'] }]],
    [{ a: 1, b: null }, schema, []],
    [{ a: 1, c: [1, 'x'] }, schema, [{ kind: 'wrong-type', path: ['c', 1], wanted: ['number'], got: 'string' }]],
    [{ a: 1, e: 1 }, schema, [{ kind: 'unknown-key', path: [], key: 'e', known: ['a', 'b', 'c', 'd'] }]],
    [{ a: 1, e: 1 }, open, []],
    [{ toString: 1 }, open, [{ kind: 'missing-key', path: [], keys: ['a'] }]],
    [{ a: asked('number') }, schema, []],
    [{ a: asked('string') }, schema, [{ kind: 'wrong-type', path: ['a'], wanted: ['integer'], got: 'string' }]],
    [
      { a: 1, b: asked('string', ['x', 'z']) },
      schema,
      [{ kind: 'wrong-value', path: ['b'], got: 'z', known: ['x', '1'] }],
    ],
    [{ a: 1, d: asked(undefined, ['z']) }, schema, []],
    [{ a: {} }, schema, [{ kind: 'wrong-type', path: ['a'], wanted: ['integer'], got: 'object' }]],
    [{ any: 1 }, {}, []],
  ])('%j', (body, of, problems) => expect(checkBody(none, of, body)).toEqual(problems));
});

describe('a path of an answer', () => {
  const ticket = {
    type: 'object',
    properties: { id: {}, tags: { type: 'array', items: { type: 'string' } } },
  } as Schema;
  test.each<[schema: Schema | undefined, path: readonly string[], at: unknown]>([
    [ticket, ['id'], { schema: {} }],
    [ticket, ['tags', '0'], { schema: { type: 'string' } }],
    [ticket, ['tags', 'x'], { step: 1, known: ['0'] }],
    [ticket, ['0'], { step: 0, known: ['id', 'tags'] }],
    [{ type: 'string' }, ['x'], { step: 0, known: [] }],
    [{ type: 'object' }, ['x'], 'unknown'],
    [{ ...ticket, additionalProperties: true }, ['x'], 'unknown'],
    [{ additionalProperties: { type: 'number' } }, ['x'], { schema: { type: 'number' } }],
    [{}, ['x', 'y'], 'unknown'],
    [undefined, [], 'unknown'],
    [ticket, [], { schema: ticket }],
  ])('%j at %j', (schema, path, at) => expect(answerPath(none, schema, path)).toEqual(at));
});
