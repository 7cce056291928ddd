import { describe, expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import type { DraftValue } from '../../generator/scaffold/draft';
import { asking } from '../../generator/scaffold/openapi/asked';
import { bodyDraft } from '../../generator/scaffold/openapi/body';

type Part = Readonly<Record<string, unknown>>;

const TEXT = { type: 'string' };

const none = documentOf({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} });

const object = (properties: Part, more: Part = {}) => ({ type: 'object', properties, ...more });

describe('a body', () => {
  const of = (schema: Part, more: Part = { required: true }) => {
    const document = documentOf({
      openapi: '3.1.0',
      info: { title: '', version: '' },
      paths: {
        '/x': {
          post: {
            operationId: 'x',
            responses: {},
            requestBody: { content: { 'application/json': { schema } }, ...more },
          },
        },
      },
    });
    const [operation] = operationsOf(document);
    if (operation === undefined) throw new Error('no operation');
    const all = asking(document, 30);
    const made = bodyDraft(document, operation, 'thing', all);
    return {
      ...made,
      inputs: all.inputs.map(({ name, optional, many }) => `${name}${optional ? '?' : ''}${many ? '*' : ''}`).join(' '),
    };
  };
  const req = (properties: Part, ...required: readonly string[]) => object(properties, { required });
  const deep = (levels: number): Part =>
    levels === 0 ? req({ a: { ...TEXT, example: 'deep' } }, 'a') : req({ n: deep(levels - 1) }, 'n');

  test.each([
    ['what must be there', req({ a: TEXT, b: TEXT }, 'a'), { a: '${a}' }, 'a', ['b']],
    [
      'the likeliest of the rest',
      req({ a: TEXT, title: TEXT, status: TEXT, note: TEXT }, 'a'),
      { a: '${a}', title: '${title}', status: '${status}' },
      'a title? status?',
      ['note'],
    ],
    [
      'anything where nothing must',
      object({ a: TEXT, b: TEXT, title: TEXT }),
      { title: '${title}', a: '${a}' },
      'title? a?',
      ['b'],
    ],
    ['a wrapper', object({ ticket: req({ a: TEXT }, 'a') }), { ticket: { a: '${a}' } }, 'a', []],
    ['a wrapper beside something', object({ ticket: req({ a: TEXT }, 'a'), b: TEXT }), { b: '${b}' }, 'b?', ['ticket']],
    ['an only value', object({ b: TEXT }), { b: '${b}' }, 'b?', []],
    ['nothing that is read only', req({ a: TEXT, b: { ...TEXT, readOnly: true } }, 'a', 'b'), { a: '${a}' }, 'a', []],
    ['nothing that is one value', object({ a: TEXT, b: { const: 'x' } }), { a: '${a}' }, 'a?', ['b']],
    ['a value that must be', req({ a: TEXT, b: { const: 'x' } }, 'a', 'b'), { a: '${a}', b: 'x' }, 'a', []],
    ['several texts', req({ tags: { type: 'array', items: TEXT } }, 'tags'), { tags: '${tags}' }, 'tags*', []],
    ['several of anything', req({ tags: { type: 'array' } }, 'tags'), { tags: '${tags}' }, 'tags*', []],
    [
      'one of some numbers',
      req({ ids: { type: 'array', items: { type: 'integer' } } }, 'ids'),
      { ids: ['${thingId | number}'] },
      'thingId',
      [],
    ],
    [
      'one of some choices',
      req({ kinds: { type: 'array', items: { enum: ['a', 'b'] } } }, 'kinds'),
      { kinds: ['${kind}'] },
      'kind',
      [],
    ],
    [
      'one of some blocks',
      req({ entries: { type: 'array', items: req({ a: TEXT }, 'a') } }, 'entries'),
      { entries: [{ a: '${a}' }] },
      'a',
      [],
    ],
    [
      'nothing likely of a block below a block',
      req({ x: req({ y: req({ a: TEXT, title: TEXT }, 'a') }, 'y') }, 'x'),
      { x: { y: { a: '${a}' } } },
      'a',
      ['title'],
    ],
    [
      'something likely of a block',
      req({ x: req({ a: TEXT, title: TEXT }, 'a') }, 'x'),
      { x: { a: '${a}', title: '${title}' } },
      'a title?',
      [],
    ],
    ['a single value', TEXT, '${thing}', 'thing', []],
  ] satisfies readonly (readonly [string, Part, DraftValue, string, readonly string[]])[])(
    'has %s',
    (_, schema, body, inputs, others) => {
      expect(of(schema)).toMatchObject({ body, inputs, others, as: 'json' });
    },
  );

  test('is not asked for deeper than five levels', () => {
    expect(of(deep(4)).inputs).toBe('a');
    expect(of(deep(5))).toMatchObject({ inputs: '', body: { n: { n: { n: { n: { n: { a: 'deep' } } } } } } });
  });

  test('that need not be there is left out when nothing is in it', () => {
    expect(of(object({ a: { ...TEXT, readOnly: true } }), { required: false })).toEqual({ inputs: '' });
    expect(of(object({}), { required: false })).toMatchObject({ body: {}, inputs: '' });
    expect(of(object({ a: TEXT }), { required: false })).toMatchObject({ body: { a: '${a}' } });
    expect(of(object({}))).toMatchObject({ body: {} });
  });

  test('that must be there has the first that it may have', () => {
    const lists = object({ rows: { type: 'array', items: TEXT } });
    expect(of(lists)).toMatchObject({ body: { rows: '${rows}' }, inputs: 'rows*' });
    expect(of(lists, { required: false })).toEqual({ inputs: '' });
  });

  test('has the document’s example where a block must be there, harmless', () => {
    const block = req(
      { b: { type: 'object', example: { x: '${y} {{z}}', l: [1, 2, 3, 4], t: 'q'.repeat(201), n: null } } },
      'b',
    );
    expect(of(block).body).toEqual({ b: { x: '$${y} { {z}}', l: [1, 2, 3], t: 'q'.repeat(200), n: null } });
  });

  test('is none without one', () => {
    const [operation] = operationsOf(
      documentOf({
        openapi: '3.1.0',
        info: { title: '', version: '' },
        paths: { '/x': { get: { responses: {} } } },
      }),
    );
    expect(operation && bodyDraft(none, operation, 'thing', asking(none, 30))).toBeUndefined();
  });
});
