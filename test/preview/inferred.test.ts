import { describe, expect, it } from 'vitest';
import { yesOrNo } from '../../preview/confirmation';
import * as inferred from '../../preview/inferred';
import { findButton, readableLines, shownButtons } from '../../preview/readable';
import type { Rendered } from '../../preview/turn';

it.each<[left: unknown, op: string, right: string, is: boolean]>([
  [5, 'gt', '5', false],
  [6, 'gt', '5', true],
  [5, 'gte', '5', true],
  [4, 'gte', '5', false],
  [5, 'lt', '5', false],
  [4, 'lt', '5', true],
  [5, 'lte', '5', true],
  [6, 'lte', '5', false],
  ['a', 'gt', 'a', false],
  ['a', 'gte', 'a', true],
  ['a', 'lt', 'b', true],
  ['10', 'gt', '9a', false],
  [' ', 'lt', '5', false],
  [null, 'gte', '0', false],
  ['', 'eq', '0', false],
  [' ', 'eq', ' ', false],
  [null, 'eq', '', false],
  [5, 'eq', ' ', false],
  [1, 'eq', '2', false],
  [[1, 2], 'eq', '1,2', true],
  [{ a: 1 }, 'eq', '{"a":1}', true],
  [1, 'neq', '1.0', false],
  [undefined, 'neq', '', true],
  [[], 'cnt', '', false],
  [['ab'], 'cnt', 'a', false],
  ['', 'cnt', '', false],
  ['abc', 'cnt', 'd', false],
  [' ', 'exists', '', false],
  [false, 'exists', '', true],
  [' ', 'dne', '', true],
  ['x', 'dne', '', false],
  [1, 'odd', '2', false],
])('%j %s %j: %s', (left, op, right, is) => expect(inferred.compareOperands(left, op, right)).toBe(is));

it.each<[value: unknown, text: string]>([
  [undefined, ''],
  [null, ''],
  ['a', 'a'],
  [0, '0'],
  [false, 'false'],
  [[1, 'a'], '1,a'],
  [[1, {}], '[1,{}]'],
  [{}, '{}'],
])('%j is shown as %j', (value, text) => expect(inferred.asText(value)).toBe(text));

it.each<[written: unknown, limit: number]>([
  [3, 3],
  ['3', 3],
  [0, 5],
  [-1, 5],
  ['x', 5],
  [undefined, 5],
  [Infinity, 5],
  [0.5, 0.5],
])('a limit of %j is %i', (written, limit) => expect(inferred.limitOf(written)).toBe(limit));

it.each<[digits: string, value: number | string]>([
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740993', '9007199254740993'],
  ['1.5', 1.5],
  ['x', 'x'],
  [`1${'0'.repeat(400)}`, `1${'0'.repeat(400)}`],
])('the number %s is kept exactly', (digits, value) => expect(inferred.exactNumber(digits)).toBe(value));

it.each<[map: unknown, pairs: unknown[]]>([
  ['{"a":"context.x","b":"","c":5}', [{ target: 'a', value: 'context.x' }]],
  ['null', []],
  ['5', []],
  ['"x"', []],
  ['{', []],
  [{ a: 'x' }, []],
  [undefined, []],
])('the map %j assigns %j', (map, pairs) => expect(inferred.assignments(map)).toEqual(pairs));

it('has limits, and words in the language of the conversation', () => {
  expect([inferred.DEFAULT_RETRIES, inferred.MAX_INPUT, inferred.SERVICE_TIMEOUT_S]).toEqual([5, 3000, 20]);
  expect(['es', 'es-MX', 'ES', 'est', 'en', 'fr'].map((one) => inferred.sayIn(one).no)).toEqual([
    'No',
    'No',
    'No',
    'No',
    'No',
    'No',
  ]);
  expect(['es', 'es-MX', 'ES', 'est', 'en', 'fr'].map((one) => inferred.sayIn(one).yes)).toEqual([
    'Sí',
    'Sí',
    'Sí',
    'Yes',
    'Yes',
    'Yes',
  ]);
  expect([inferred.dayComesFirst('/'), inferred.dayComesFirst('-'), inferred.dayComesFirst('.')]).toEqual([
    false,
    true,
    true,
  ]);
});

describe('yes and no', () => {
  const none = { yes: [], no: [] };
  it.each<[text: string, language: string, answer: string | undefined]>([
    ['yes', 'en', 'yes'],
    ['of course not', 'en', 'no'],
    ['of course', 'en', 'yes'],
    ['I say okay', 'en', 'yes'],
    ['I say agreed', 'en', undefined],
    ['correct', 'en', 'yes'],
    ['correct that please', 'en', undefined],
    ['no, yes', 'en', 'no'],
    ['yes, no', 'en', 'yes'],
    ['yeah', 'en', 'yes'],
    ["don't", 'en', 'no'],
    ['', 'en', undefined],
    ['blue', 'en', undefined],
    ['de acuerdo', 'es', 'yes'],
    ['claro que no', 'es', 'no'],
    ['absolutely', 'es', undefined],
    ['ja', 'de', 'yes'],
    ['nein', 'de', 'no'],
    [`${'x '.repeat(39)}yo`, 'en', 'yes'],
    [`${'x '.repeat(40)}yo`, 'en', undefined],
  ])('%j in %s is %s', (text, language, answer) => expect(yesOrNo(text, language, none)).toBe(answer));

  it('may be words of the bot', () => {
    const own = { yes: ['go_on', '<>'], no: ['<stop>'] };
    expect(['please go on', 'stop', 'stop it', 'so stop'].map((text) => yesOrNo(text, 'fr', own))).toEqual([
      'yes',
      'no',
      undefined,
      undefined,
    ]);
  });
});

describe('a message in lines', () => {
  const lines = (payload: object) =>
    readableLines({ text: '', template: { type: 'template', payload } } as unknown as Rendered);
  const button = { title: 'A', payload: 'a' };
  it.each<[payload: object, shown: readonly string[]]>([
    [{ template_type: 'button', text: 'T', buttons: [button, { title: 'B', url: 'u' }] }, ['T', '[A] [B → u]']],
    [{ template_type: 'quick_replies', text: '', quick_replies: [button, 'odd'] }, ['[A]']],
    [{ template_type: 'other', text: 'T' }, ['(other)', 'T']],
    [{ template_type: 'list', heading: 'H', elements: [{ title: 'X' }] }, ['H', '- X']],
    [{ template_type: 'carousel', text: 'T', heading: 'H', elements: ['odd'] }, ['T']],
    [{ template_type: 'listView', text: 'a\nb', buttons: [button] }, ['a', 'b', '[A]']],
    [{ template_type: 'list', elements: [{ title: 'X', subtitle: 'a\nb' }] }, ['- X | a | b']],
    [{ template_type: 'list', elements: [{ title: 'X', subtitle: 'a\nb\nc' }] }, ['- X', 'a', 'b', 'c']],
    [
      { template_type: 'list', elements: [{ title: 'X', image_url: 'i', default_action: {}, buttons: [button] }] },
      ['- X (picture, link)', '[A]'],
    ],
    [{ template_type: 'list', elements: [{ title: 'X', image_url: '', default_action: 'x' }] }, ['- X']],
    [
      { template_type: 'table', text: 'T', columns: [['C'], 'odd'], elements: [{ Values: ['1', 2] }, {}] },
      ['T', '| C |  |', '| 1 |  |', '|  |'],
    ],
  ])('%j', (payload, shown) => expect(lines(payload)).toEqual(shown));

  it('without a template is its text', () => {
    expect(readableLines({ text: 'a\n\u2060b' })).toEqual(['a', 'b']);
  });

  it('has buttons that are found by title and place', () => {
    const template = (payload: object) => ({ rtm: { text: '', template: { type: 'template', payload } } });
    const messages = [
      template({ elements: [{ buttons: [button] }], buttons: [{ title: 'B' }] }),
      { rtm: { text: 'plain' } },
      template({
        quick_replies: [
          { title: 'A', payload: 'second' },
          { title: 'A (1)', payload: 'exact' },
        ],
      }),
    ];
    const shown = shownButtons({ messages } as never);
    expect(shown.map(({ payload }) => payload)).toEqual(['a', '', 'second', 'exact']);
    const found = ['A', 'A (1)', 'A (2)', 'A (3)', 'A (0)', 'B', 'C'].map((title) => findButton(shown, title)?.payload);
    expect(found).toEqual(['a', 'exact', 'second', undefined, undefined, '', undefined]);
  });
});
