import { describe, expect, test } from 'vitest';
import type { Expression } from '../../generator/compile/expressions';
import { inertParts } from '../../generator/compile/messages/inert';
import { noScope, resolver, type Scope } from '../../generator/compile/messages/scope';
import { address, atMost, line, truncated, whenComplete } from '../../generator/compile/messages/texts';
import type { Field } from '../../generator/model/model';
import { phrase, printed } from './small';

const { where } = phrase('');
const field = (name: string, ...filters: Extract<Field, { readonly path: string }>['filters']): Field => ({
  name,
  path: name,
  filters,
  unknown: [],
  where,
});
const url = { name: 'url', args: [] } as const;
const last = { name: 'last', args: [4] } as const;
const list = (name: string, fields: readonly Field[], total?: string): Field => ({
  name,
  each: name,
  only: {},
  fields,
  where,
  ...(total === undefined ? {} : { total }),
});

const SCOPE: Scope = {
  inputs: ['a', 'b', 'x'],
  fields: [
    field('x'),
    field('n'),
    field('link', last, url),
    field('cut', url, last),
    list('things', [field('n'), field('page', url)], 'total'),
    list('rest', []),
  ],
};
const find = resolver(SCOPE);

describe('a line', () => {
  test.each([
    ['nothing', undefined, '""'],
    ['plain words', 'plain, words', '"plain, words"'],
    ['one value alone', '${a}', 'said.a'],
    [
      'values with the same separator between them',
      '${a}, ${b}, ${a}',
      '[said.a, said.b, said.a].filter(Boolean).join(", ")',
    ],
    ['two values and a separator', '${a} · ${b}', '[said.a, said.b].filter(Boolean).join(" · ")'],
    ['different separators', '${a}, ${b}; ${a}', 'tidy(`${said.a}, ${said.b}; ${said.a}`, said.a, said.b, said.a)'],
    ['words between values', '${a} or ${b}', 'tidy(`${said.a} or ${said.b}`, said.a, said.b)'],
    ['values without anything between them', '${a}${b}', 'tidy(`${said.a}\\u2060${said.b}`, said.a, said.b)'],
    ['one value with words before it', 'By ${a}', 'said.a && `By ${said.a}`'],
    ['one value with words after it', '${a} left', 'said.a && `${said.a} left`'],
    [
      'one value with a separator inside of its words',
      'By us, to ${a} now, or so',
      'said.a && `By us, to ${said.a} now, or so`',
    ],
    ['a separator before all', ', ${a}', 'tidy(`, ${said.a}`, said.a)'],
    ['a separator after all', '${a},', 'tidy(`${said.a},`, said.a)'],
    ['a separator after two values', '${a}, ${b},', 'tidy(`${said.a}, ${said.b},`, said.a, said.b)'],
    ['a separator before two values', ', ${a}, ${b}', 'tidy(`, ${said.a}, ${said.b}`, said.a, said.b)'],
  ])('of %s', (_, text, wanted) => {
    expect(printed(line(text === undefined ? undefined : phrase(text), find))).toBe(wanted);
  });
});

describe('an address', () => {
  test.each([
    ['a value that is none but an address', '${link}', 'answer.link'],
    ['a value that was cut after that', '${cut}', 'address(answer.cut)'],
    ['another value', '${x}', 'address(answer.x)'],
    ['a list', '${things}', 'address(answer.things)'],
    ['what is unknown', '${zzz}', 'address("")'],
    ['an address with more behind it', '${link}/1', 'address(`${answer.link}/1`)'],
    ['a plain text', 'https://x.example', 'address("https://x.example")'],
    ['nothing', undefined, 'address("")'],
  ])('of %s', (_, text, wanted) => {
    expect(printed(address(text === undefined ? undefined : phrase(text), find))).toBe(wanted);
  });

  test('of a thing of a list', () => {
    expect(printed(address(phrase('${page}'), find.inside('things')))).toBe('item.page');
    expect(printed(address(phrase('${page}'), find))).toBe('address("")');
  });
});

const said: Expression = { kind: 'path', from: 'said', steps: [{ name: 'a', optional: false }] };
const value = (from: string): Expression => ({ kind: 'path', from, steps: [] });

describe('a text that may be so long', () => {
  const with640 = (letters: number, from: string): Expression => ({
    kind: 'text',
    parts: [{ plain: 'x'.repeat(letters) }, { value: value(from) }],
  });
  const cut = (text: Expression) => printed(atMost(text, 640))?.startsWith('short(');

  test.each([
    ['said', 120],
    ['choices', 500],
    ['reason', 400],
    ['looked', 20],
  ])('counts %s with %i letters', (from, letters) => {
    expect(cut(with640(640 - letters, from))).toBe(false);
    expect(cut(with640(641 - letters, from))).toBe(true);
  });

  test.each([
    ['a value of the answer', value('answer'), true],
    ['the longer of two', { kind: 'either', test: said, then: said, otherwise: with640(600, 'said') }, true],
    [
      'the longer of two, the other way round',
      { kind: 'either', test: said, then: with640(600, 'said'), otherwise: said },
      true,
    ],
    [
      'two that are short',
      { kind: 'either', test: said, then: said, otherwise: { kind: 'constant', value: '' } },
      false,
    ],
    ['another expression', { kind: 'list', values: [] }, true],
  ] satisfies readonly (readonly [string, Expression, boolean])[])('is cut, of %s: %#', (_, text, wanted) => {
    expect(cut(text)).toBe(wanted);
  });

  test('is cut at once where it is known', () => {
    expect(printed(atMost({ kind: 'constant', value: '12345' }, 5))).toBe('"12345"');
    expect(printed(atMost({ kind: 'constant', value: '123456' }, 5))).toBe('"1234…"');
  });

  test('is cut by characters', () => {
    expect(truncated('😀😀😀', 3)).toBe('😀😀😀');
    expect(truncated('😀😀😀😀', 3)).toBe('😀😀…');
  });
});

test.each([
  ['words alone', ['hello'], '"hello"'],
  ['nothing', [], '""'],
  ['one value', [said], 'said.a'],
  ['a value among words', ['hello ', said], 'said.a && `hello ${said.a}`'],
])('what is said only when it is complete: %s', (_, parts, wanted) => {
  expect(printed(whenComplete(parts))).toBe(wanted);
});

describe('a placeholder', () => {
  const scope: Scope = { ...SCOPE, counts: true, reason: true, raw: new Set(['x', 'things.n', 'b']) };
  const of = (name: string, from = resolver(scope), inList?: string) =>
    printed((inList === undefined ? from : from.inside(inList)).value({ name }));

  test.each([
    ['a thing of the list first', 'n', 'things', 'shown(item.n)'],
    ['then the answer', 'x', 'things', 'shown(answer.x)'],
    ['the answer, outside of the list', 'n', undefined, 'answer.n'],
    ['the answer, in another list', 'n', 'rest', 'answer.n'],
    ['then what was said', 'a', 'things', 'said.a'],
    ['what was said, as it came', 'b', undefined, 'shown(said.b)'],
    ['how many were looked through', 'count', undefined, 'looked'],
    ['the reason', 'reason', undefined, 'reason'],
    ['the choices', 'choices', undefined, 'choices'],
    ['nothing else', 'zzz', undefined, '""'],
  ])('names %s', (_, name, inList, wanted) => {
    expect(of(name, undefined, inList)).toBe(wanted);
  });

  test.each([
    ['count', '""'],
    ['reason', '""'],
  ])('names no %s where there is none', (name, wanted) => {
    expect(of(name, resolver(noScope))).toBe(wanted);
  });

  test.each(['count', 'reason', 'choices'])('may name an input that is called %s', (name) => {
    expect(of(name, resolver({ ...scope, inputs: [name] }))).toBe(`said.${name}`);
  });

  test('is what was said, whatever the answer calls so', () => {
    expect(printed(resolver(scope).said('x'))).toBe('shown(said.x)');
    expect(printed(find.said('x'))).toBe('said.x');
  });

  test('is noted with the part of the state that it takes', () => {
    const noting = resolver(scope);
    for (const name of ['n', 'b', 'reason', 'zzz']) noting.value({ name });
    expect([...noting.used]).toEqual(['answer', 'said', 'reason']);
  });
});

describe('things that are not shown', () => {
  const long: Scope = { ...SCOPE, isLong: (most) => most < 10 };
  test.each([
    ['of a list that is counted', 'things', 4, SCOPE, 'answer.thingsInAll'],
    ['of a counted list that is shown whole', 'things', undefined, SCOPE, 'answer.thingsInAll'],
    ['of a counted list in pages', 'things', 4, { ...SCOPE, paged: true }, 'none'],
    ['of a counted long list in pages', 'things', 4, { ...long, paged: true }, 'uncounted'],
    ['of a long list', 'rest', 9, long, 'uncounted'],
    ['of a list that is not so long', 'rest', 10, long, 'none'],
    ['of a long list that is shown whole', 'rest', undefined, long, 'none'],
    ['of a list of which nothing is known', 'rest', 4, SCOPE, 'none'],
    ['of what is no list', 'x', 4, SCOPE, 'none'],
    ['of what is not there', 'zzz', 4, SCOPE, 'none'],
  ] as const)('%s', (_, name, most, scope, wanted) => {
    const others = resolver(scope).others(name, most);
    expect(others === null ? 'none' : (printed(others.total) ?? 'uncounted')).toBe(wanted);
  });
});

describe('a text with values in it', () => {
  const of = (...parts: (string | Expression)[]) =>
    inertParts(parts).map((part) => (typeof part === 'string' ? part.replaceAll('\u2060', '~') : '$'));

  test.each([
    ['has look-alikes', ['"\'<>*_`[]{}\\ ', said], ['”’‹›＊＿｀［］｛｝＼ ', '$']],
    [
      'has its marks parted',
      ['a & b ://:// www.x mailto:y :z: ', said],
      ['a &~ b :~//:~// www~.x mailto~:y :~z: ', '$'],
    ],
    ['has a separator between two values', [said, said], ['$', '~', '$']],
    ['has none before its first value', [said, '!'], ['$', '!']],
    ['is parted after a letter', ['x', said], ['x~', '$']],
    ['is parted before a letter', [said, 'x'], ['$', '~x']],
    ['is not parted at white space', ['x ', said, ' x'], ['x ', '$', ' x']],
    ['is parted on either side', [said, 'x', said], ['$', '~x~', '$']],
    ['is not parted at its own ends', ['x ', said, ' x'], ['x ', '$', ' x']],
    ['has no heading at its start', ['# ', said], ['~# ', '$']],
    ['has no line at its start', [' - ', said], ['~ - ', '$']],
    ['may have a sign after a value', [said, ' # ', said], ['$', ' # ', '$']],
    ['has none at the start of a later line', ['a\n# b\n- c ', said], ['a\n~# b\n~- c ', '$']],
  ] satisfies readonly (readonly [string, (string | Expression)[], readonly string[]])[])('%s', (_, parts, wanted) => {
    expect(of(...parts)).toEqual(wanted);
  });

  test('stays as it is without a value', () => {
    expect(of('# "x" & *y*')).toEqual(['# "x" & *y*']);
    expect(of()).toEqual([]);
  });
});
