import { describe, expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import type { Operation } from '../../apis/openapi/operations';
import { answerDraft } from '../../generator/scaffold/openapi/answer';
import { plainSchema } from '../../generator/scaffold/openapi/plain-schema';
import { labelOf, singularOf, thingOf, titleOf, verbOf } from '../../generator/scaffold/words';

const none = documentOf({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} });
const plain = (schema: object | undefined) => plainSchema(none, schema);

describe('a schema as one way to write it', () => {
  test.each<[schema: object | undefined, is: object]>([
    [undefined, { type: 'any', whole: false, minLength: 0, maxLength: Infinity, readOnly: false, values: [] }],
    [{ type: 'integer' }, { type: 'number', whole: true }],
    [{ type: ['integer', 'number'] }, { type: 'number', whole: false }],
    [
      { type: ['null', 'string'], format: 5, minLength: 1, maxLength: 2 },
      { type: 'string', format: '', minLength: 1, maxLength: 2 },
    ],
    [
      { minimum: 0, maximum: 9 },
      { least: 0, most: 9 },
    ],
    [
      { allOf: [{ type: 'string' }, { description: 'd', readOnly: true }] },
      { type: 'string', description: 'd', readOnly: true },
    ],
    [{ oneOf: [{ type: 'null' }, {}, { type: 'boolean' }], anyOf: [{ type: 'string' }] }, { type: 'boolean' }],
    [{ anyOf: [{ type: 'null' }, { title: 'one' }, { title: 'two' }] }, { title: 'one' }],
    [{ enum: ['a', '', null, 1, true, {}] }, { values: ['a', 1, true] }],
    [{ const: 'x' }, { values: ['x'] }],
    [{ allOf: [{ enum: ['a', 'b'] }, { enum: ['a'] }] }, { values: ['a'] }],
    [{ enum: 'odd' }, { values: [] }],
    [{ examples: ['e'] }, { example: 'e' }],
    [{ example: 'd', examples: ['e'], default: null }, { example: 'd' }],
  ])('%j', (schema, is) => expect(plain(schema)).toMatchObject(is));

  test('has the keys of all its parts, required as any of them says, and nothing that nobody wrote', () => {
    const found = plain({
      required: ['b'],
      properties: { a: {} },
      allOf: [{ properties: { b: {} } }, { properties: [] }],
    });
    expect([...found.properties].map(([name, { required }]) => [name, required])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    for (const key of ['example', 'default', 'least', 'most', 'items'])
      expect(plain({ minimum: '1', default: null })).not.toHaveProperty(key);
    const nested = (deep: number): object => (deep === 0 ? { title: 't' } : { allOf: [nested(deep - 1)] });
    expect([plain(nested(12)).title, plain(nested(13)).title]).toEqual(['t', '']);
  });
});

describe('what is read of an answer', () => {
  const text = { type: 'string' };
  const object = (properties: object) => ({ type: 'object', properties });
  const list = (items: object) => ({ type: 'array', items });
  const drafted = (schema: object | undefined, path = '/tickets', method = 'get') =>
    answerDraft(none, {
      path,
      method,
      responses: [{ status: '200', description: '', ...(schema && { schema }) }],
    } as unknown as Operation);
  const shape = (...given: Parameters<typeof drafted>) => {
    const { at, fields, list: shown } = drafted(...given);
    const said = fields.map((f) => ('each' in f ? `${f.each}[${f.fields.map(({ value }) => value).join()}]` : f.value));
    return [at, ...said, ...(shown === undefined ? [] : [`list ${shown}`])].join(' ');
  };
  const ticket = object({ id: { type: 'integer' }, subject: text });
  test.each<[is: string, ...given: Parameters<typeof drafted>]>([
    ['.', undefined],
    ['. .[subject,id] list things', list(ticket)],
    ['. .[.] list things', list(text)],
    ['. tickets[subject,id] list tickets', object({ tickets: list(ticket), others: list(ticket) })],
    ['. items[subject,id] list items', object({ items: list(ticket), others: list(ticket) })],
    ['. others[subject,id] list others', object({ count: text, others: list(ticket) })],
    ['ticket subject id', object({ ticket, other: ticket }), '/tickets/{id}'],
    ['ticket subject id', object({ ticket, other: ticket }), '/ticket/{id}.json'],
    ['data subject id', object({ data: ticket, other: ticket }), '/x/{id}'],
    ['only subject id', object({ only: ticket }), '/x/{id}'],
    ['. subject id', ticket, '/tickets', 'post'],
    ['. other.subject other.id', object({ a: list({}), other: ticket }), '/x/{id}'],
    ['. a[subject,id] list a', object({ a: list(ticket) }), '/x/{id}'],
    ['. a | date', object({ a: { type: 'string', format: 'date' } }), '/x/{id}'],
    ['. a | url', object({ a: { type: 'string', format: 'uri' } }), '/x/{id}'],
    ['. html_url | url', object({ html_url: text }), '/x/{id}'],
    ['. body | truncate(200)', object({ body: text }), '/x/{id}'],
    ['. body', object({ body: { type: 'integer' } }), '/x/{id}'],
    ['. n', object({ a: { type: 'array' }, n: text }), '/x'],
    ['. ok', object({ ok: text, 'a.b': text, '1st': text, next_page: text, any: {} }), '/x/{id}'],
    ['. b avatar_url', object({ avatar_url: text, b: text }), '/x/{id}'],
    [
      '. a.b.c',
      object({ x: text, a: object({ b: object({ c: text, d: object({ e: text }) }) }) }).properties &&
        object({ a: object({ b: object({ c: text, d: object({ e: text }) }) }), z: object({}) }),
      '/x/{id}',
    ],
  ])('%s', (is, ...given) => expect(shape(...given)).toBe(is));

  test('has six fields at most, each with a name of its own', () => {
    const many = object(Object.fromEntries([...'abcdefgh'].map((key) => [key, text])));
    expect(drafted(many, '/x/{id}').fields).toHaveLength(6);
    expect(drafted(object({ 'user-name': text, user_name: text }), '/x/{id}').fields).toHaveLength(1);
  });
});

describe('words', () => {
  test.each([
    ['get-order', 'GET', 'get find'],
    ['render-order', 'GET', 'get find'],
    ['create-order', 'POST', 'create create'],
    ['order', 'post', 'create create'],
    ['order', 'delete', 'delete delete'],
    ['order', 'constructor', 'get find'],
    ['find-order', 'POST', 'find find'],
  ])('%s by %s', (id, method, is) => expect(Object.values(verbOf(id, method)).join(' ')).toBe(is));
  test.each([
    ['categories', 'category'],
    ['ties', 'tie'],
    ['boxes', 'box'],
    ['tickets', 'ticket'],
    ['glass', 'glass'],
  ])('one of %s is a %s', (many, one) => expect(singularOf(many)).toBe(one));
  test.each([
    ['get-order-details-by-number', 'order details'],
    ['get', 'get'],
    ['by-number', 'by number'],
    ['get-by-number', 'by number'],
    ['order-of-things', 'order'],
  ])('%s is about %s', (id, thing) => expect(thingOf(id)).toBe(thing));
  test('titles and labels', () => {
    expect(titleOf('get-a-b')).toBe('Get a b');
    expect(['trackingNumber', 'total_priceSet'].map(labelOf)).toEqual(['tracking number', 'total price']);
  });
});
