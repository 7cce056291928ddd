import { describe, expect, it } from 'vitest';
import * as inferred from '../../preview/inferred';
import { findOption } from '../../preview/values/options';
import { findName, findTyped, isTyped } from '../../preview/values/typed';
import { windowRemarks } from '../../preview/windows';

describe('a condition', () => {
  it.each<[left: unknown, op: string, right: string, holds: boolean]>([
    ['2', 'gt', '10', false],
    ['2', 'gt', '1', true],
    [1, 'gt', '1', false],
    [1, 'gte', '1.0', true],
    [1, 'lt', '1', false],
    [0, 'lt', '1', true],
    [1, 'lte', '1', true],
    [2, 'lte', '1', false],
    ['b', 'gt', 'a', true],
    ['', 'lt', 'a', false],
    [undefined, 'gte', '', false],
    [1, 'odd', '1', false],
    ['1', 'eq', '1.0', true],
    ['x', 'eq', 'X', false],
    ['', 'eq', '', false],
    [' ', 'neq', ' ', true],
    [null, 'eq', '0', false],
    [['a', 1], 'cnt', '1', true],
    [['ab'], 'cnt', 'a', false],
    ['abc', 'cnt', 'bc', true],
    [' ', 'cnt', '', false],
    [0, 'exists', '', true],
    [' \n', 'exists', '', false],
    [[], '', '', true],
    [null, 'dne', '', true],
    [false, 'dne', '', false],
  ])('%j %s %j: %s', (left, op, right, holds) => expect(inferred.compareOperands(left, op, right)).toBe(holds));
});

describe('a value as text', () => {
  it.each([
    [undefined, ''],
    [null, ''],
    [0, '0'],
    [false, 'false'],
    [['a', 1, true], 'a,1,true'],
    [['a', {}], '["a",{}]'],
    [{ a: 1 }, '{"a":1}'],
    [[], ''],
  ])('%j is %j', (value, text) => expect(inferred.asText(value)).toBe(text));
});

describe('numbers of settings', () => {
  it.each([
    ['3', 3],
    [1, 1],
    [0, 5],
    [-1, 5],
    ['x', 5],
    [Infinity, 5],
    [undefined, 5],
  ])('a limit of %j is %i', (written, limit) => expect(inferred.limitOf(written)).toBe(limit));
  it.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['1.5', 1.5],
    ['9'.repeat(400), '9'.repeat(400)],
  ])('%s is kept as %j', (digits, kept) => expect(inferred.exactNumber(digits)).toBe(kept));
  it('words of a language that has none are those of any', () => {
    expect(inferred.ownYes('es_mx')).toContain('claro');
    expect(inferred.ownYes('de')).toContain('ja');
    expect(inferred.ownNo('constructor')).toContain('nein');
    expect(inferred.sayIn('es').yes).toBe('Sí');
    expect(inferred.sayIn('est').yes).toBe('Yes');
  });
  it.each([
    ['{"a":"x","b":"","c":1}', [{ target: 'a', value: 'x' }]],
    ['null', []],
    ['{', []],
    [{ a: 'x' }, []],
  ])('what is handed over by %j', (map, given) => expect(inferred.assignments(map)).toEqual(given));
});

describe('a value at the edge of its form', () => {
  const reading = { now: Date.UTC(2026, 0, 15, 12), language: 'en', zone: 'UTC' };
  it.each<[type: string, text: string, value: unknown]>([
    ['number', '12,345.5', 12345.5],
    ['number', 'x-5', undefined],
    ['number', '5@x', undefined],
    ['number', '1.2.3', undefined],
    ['number', `${'a '.repeat(98)}two`, 2],
    ['number', `${'a '.repeat(99)}two`, undefined],
    ['number', 'two 5', 5],
    ['number', '5 two', 5],
    ['number', '2 million', 2_000_000],
    ['number', 'one, two', 1],
    ['number', 'one two 3', 3],
    ['percentage', '60 percent', 0.6],
    ['percentage', '60 percents', undefined],
    ['percentage', 'por ciento', undefined],
    ['phone_number', '123', '123'],
    ['phone_number', '1 2', undefined],
    ['phone_number', '123456789012', '123456789012'],
    ['phone_number', '1234567890123', undefined],
    ['zipcode', 'abcd efg', undefined],
    ['zipcode', 'SW1A 1AA', 'SW1A 1AA'],
    ['email', "ann@example.com.'", 'ann@example.com'],
    ['email', `${'a'.repeat(65)}@example.com`, `${'a'.repeat(64)}@example.com`],
    ['url', 'www.example.com/x', 'www.example.com/x'],
    ['url', 'www.example', undefined],
    ['date', '12/12/2026', '2026-12-12'],
    ['date', '12-12-26', '2026-12-12'],
    ['dateperiod', 'from 2026-03-05 to 2026-03-07', { fromDate: '2026-03-05', toDate: '2026-03-07' }],
    ['dateperiod', '2026-03-05', { fromDate: '2026-03-05', toDate: '2026-03-05' }],
    ['dateperiod', 'nothing', undefined],
    ['datetime', 'at 7 pm', '2026-01-15T19:00:00+00:00'],
    ['datetime', '2026-03-05', '2026-03-05T00:00:00+00:00'],
    ['datetime', 'nothing', undefined],
  ])('%s in %j', async (type, text, value) => expect((await findTyped(type, text, reading))?.value).toEqual(value));
  it('says where it stands, and what may be read otherwise', async () => {
    expect(await findTyped('dateperiod', 'on 2026-03-05, then 2026-03-07.', reading)).toMatchObject({ start: 3 });
    expect(await findTyped('datetime', '7 pm on 2026-03-05', reading)).toMatchObject({ start: 0, end: 18 });
    expect((await findTyped('date', '12-12-2026', reading))?.doubt).toBeUndefined();
    expect((await findTyped('date', '12-11-2026', reading))?.doubt).toBeDefined();
    expect((await findTyped('date', '13-11-2026', reading))?.doubt).toBeUndefined();
    expect((await findTyped('date', '11/13/2026', reading))?.doubt).toBeUndefined();
    expect([isTyped('toString'), isTyped('url')]).toEqual([false, true]);
  });
  it.each([
    ['My name is Ann-Marie O’Neil Lee Smith ok', 'Ann-Marie O’Neil Lee'],
    ['three little words', 'three little words'],
    ['these are four words', undefined],
    ['Al and Bernadette', 'Bernadette'],
  ])('a name in %j', (answer, name) => expect(findName(answer)?.value).toBe(name));
});

describe('an option', () => {
  const options = [
    { title: 'C++', value: 'cpp', synonyms: ['<c>'] },
    { title: 'Red tea', value: '', synonyms: ['"rooibos leaf"'] },
    { title: 'Red wine', value: 'wine', synonyms: [] },
  ];
  const told = (text: string, partly = true) => {
    const choice = findOption(options, text, partly);
    return choice?.kind === 'several' ? choice.options.map(({ title }) => title) : choice?.found;
  };
  it.each<[text: string, found: unknown]>([
    ['i like c++!', { value: 'cpp', start: 7, end: 10 }],
    ['c', { value: 'cpp', start: 0, end: 1 }],
    ['c and other', { value: 'cpp', start: 0, end: 11 }],
    ['cppx', undefined],
    ['xcpp cpp', { value: 'cpp', start: 5, end: 8 }],
    ['rooibos', undefined],
    ['rooibos leaf', { value: '', start: 0, end: 12 }],
    ['wine', { value: 'wine', start: 0, end: 4 }],
    ['red', ['Red tea', 'Red wine']],
    ['red please', ['Red tea', 'Red wine']],
    ['red nice new', undefined],
    ['', undefined],
  ])('in %j', (text, found) => {
    const choice = told(text);
    if (Array.isArray(found) || found === undefined) expect(choice).toEqual(found);
    else expect(choice).toMatchObject(found as object);
  });
});

describe('what a window loses', () => {
  const list = (count: number, more: object = {}): Readonly<Record<string, unknown>> => ({
    template_type: 'list',
    elements: Array.from({ length: count }, (_, i) => ({ title: `Element ${i + 1}` })),
    ...more,
  });
  const button = (title: string) => ({ buttons: [{ title }] });
  it.each<[payload: Readonly<Record<string, unknown>>, lost: readonly string[]]>([
    [list(3), []],
    [list(4), ['XO 11 all']],
    [list(4, button('Other')), ['kore-web-sdk some', 'XO 11 some']],
    [list(4, button('Element 4')), []],
    [list(4, button('Elem…')), []],
    [list(4, button('')), ['kore-web-sdk some', 'XO 11 some']],
    [list(5, button('Element 4')), ['kore-web-sdk some', 'XO 11 some']],
    [list(3, button('Other')), []],
    [list(4, { buttons: [] }), ['XO 11 all']],
    [{ ...list(2), template_type: 'carousel', text: 'hi' }, ['XO 11 some']],
    [{ ...list(2), template_type: 'carousel', text: ' ' }, []],
    [{ ...list(1), template_type: 'carousel', text: 'hi' }, []],
    [{ template_type: 'table', table_design: 'responsive' }, ['XO 11 some']],
    [{ template_type: 'table', table_design: 'regular' }, []],
  ])('%j', (payload, lost) => {
    const remarks = windowRemarks({ type: 'template', payload });
    expect(
      remarks.map((one) => `${one.text.replace(/^(XO 11|kore-web-sdk).*/, '$1')} ${one.lost ? 'all' : 'some'}`),
    ).toEqual(lost);
  });
  it('nothing of a plain text', () => expect(windowRemarks(undefined)).toEqual([]));
});
