import { describe, expect, test } from 'vitest';
import { collect, type Place } from '../../generator/diagnostics/diagnostic';
import { nameFor } from '../../generator/diagnostics/forms';
import { messages } from '../../generator/diagnostics/messages';
import { printDiagnostic } from '../../generator/diagnostics/print';
import { findSpecSecrets, unescaped } from '../../generator/diagnostics/secrets';
import { allOf, nearest } from '../../generator/diagnostics/suggest';

const place: Place = { path: 'a.yaml', text: 'a: 1\n', start: 0, end: 1 };

test('a detail is told whole up to three hundred signs', () => {
  const said = (size: number) => {
    const { report, diagnostics } = collect();
    report(place, 'dollar-name', 'ä'.repeat(size));
    return diagnostics[0]?.message.replace(/ä+/g, (all) => String(all.length));
  };
  expect([said(300), said(301)]).toEqual([
    '"$300" is plain text here. Write ${300}.',
    '"$300…" is plain text here. Write ${300…}.',
  ]);
});

test('twenty findings of a code in a file are shown, and how many more there are', () => {
  const { report, diagnostics, hasErrors } = collect();
  for (let i = 0; i < 20; i += 1) report(place, 'few-utterances', i);
  report(place, 'yaml-alias');
  report({ ...place, path: 'b.yaml' }, 'few-utterances', 1);
  expect(diagnostics).toHaveLength(22);
  for (let i = 0; i < 2; i += 1) report(place, 'few-utterances', i);
  expect(diagnostics).toHaveLength(23);
  expect(diagnostics.at(-1)).toMatchObject({ code: 'more-warnings', severity: 'warning' });
  expect(diagnostics.at(-1)?.message).toContain('and 2 more of few-utterances');
  for (let i = 0; i < 20; i += 1) report(place, 'yaml-alias');
  expect(diagnostics.at(-1)).toMatchObject({ code: 'more-errors', severity: 'error' });
  expect(hasErrors()).toBe(true);
});

describe('the lines around a place', () => {
  const shown = (text: string, word: string) => {
    const start = text.indexOf(word);
    const one = {
      code: 'yaml-alias',
      severity: 'error',
      message: 'No.',
      place: { path: 'a', text, start, end: start + word.length },
    } as const;
    return printDiagnostic(one, { color: false })
      .split('\n')
      .slice(2)
      .map((line) => line.replace(/x{50,}/g, (all) => `${all.length}x`));
  };
  test.each<[what: string, text: string, word: string, lines: readonly string[]]>([
    ['in the first line', 'one\ntwo\nthree\n', 'one', ['  > 1 | one', '      | ^^^', '    2 | two']],
    ['in the second line', 'one\ntwo\nthree\n', 'two', ['    1 | one', '  > 2 | two', '      | ^^^', '    3 | three']],
    ['in the third line', 'one\ntwo\nthree\n', 'three', ['    2 | two', '  > 3 | three', '      | ^^^^^', '    4 |']],
    ['behind an empty first line', '\ntwo\nthree\n', 'two', ['    1 |', '  > 2 | two', '      | ^^^', '    3 | three']],
    ['in the last line without an end', 'one\ntwo', 'two', ['    1 | one', '  > 2 | two', '      | ^^^']],
    ['in the only line', 'one', 'one', ['  > 1 | one', '      | ^^^']],
    [
      'in a line as long as may be',
      `${'x'.repeat(157)}one\ntwo\n`,
      'one',
      [
        '  > 1 | 157xone',
        '      |                                                                                                                                                              ^^^',
        '    2 | two',
      ],
    ],
    [
      'in a longer line',
      `${'x'.repeat(158)}one\ntwo\n`,
      'one',
      ['  1 | 79xone', '    |                                                                                ^'],
    ],
    ['beside a longer line', `one\n${'x'.repeat(161)}\n`, 'one', ['  1 | one', '    | ^']],
    ['with what moves the cursor', 'one \u001b[2J\ttwo\n', 'one', ['  > 1 | one �[2J\ttwo', '      | ^^^', '    2 |']],
  ])('%s', (_what, text, word, lines) => expect(shown(text, word)).toEqual(lines));
});

const NAME = '^[a-z][A-Za-z0-9]*$';
test.each<[written: string, pattern: string, name: string | undefined]>([
  ['order number', NAME, 'orderNumber'],
  ['OrderNumber', NAME, 'orderNumber'],
  ['order_number-2', NAME, 'orderNumber2'],
  ['shopToken', '^[A-Z][A-Z0-9_]*$', 'SHOP_TOKEN'],
  ['9', NAME, undefined],
  ['--', NAME, undefined],
  ['--', '^x?$', undefined],
])('%j for %s is called %s', (written, pattern, name) => expect(nameFor(written, pattern)).toBe(name));

test.each([
  ['\\x41', 'A'],
  ['\\u0041', 'A'],
  ['\\U0010ffff', '\u{10ffff}'],
  ['\\U00110000', 'U00110000'],
  ['a\\\n   b', 'ab'],
  ['a\\"b', 'a"b'],
])('%j is read as %j', (quoted, text) => expect(unescaped(quoted)).toBe(text));

test('a credential whose sign is written with eight digits is found', () => {
  const text = `a: "shp${'at'}\\U0000005f${'a1B2c3D4'.repeat(4)}"\n`;
  expect(findSpecSecrets(text).map(({ what }) => what)).toEqual(['a Shopify token']);
});

test('what names a client is no secret though it looks like one, and what stands beside it is', () => {
  const random = '0123456789abcdef'.repeat(2);
  const text = `CLIENT_ID:\n  value: ${random}\nKEY:\n  value: ${random}\n`;
  expect(findSpecSecrets(text).map(({ start }) => start)).toEqual([text.lastIndexOf(random)]);
});

test.each<[written: string, candidates: readonly string[], near: string | undefined]>([
  ['abc', ['abd'], 'abd'],
  ['abc', ['abcd'], 'abcd'],
  ['abc', ['abcde'], undefined],
  ['ab', ['ba'], 'ba'],
  ['abcdef', ['abcxyf'], 'abcxyf'],
  ['abcdef', ['abxxxf'], undefined],
  ['ABC', ['xbc', 'abc'], 'abc'],
  ['abc', [], undefined],
])('the nearest to %s of %j is %s', (written, candidates, near) => expect(nearest(written, candidates)).toBe(near));

test.each([
  [12, 12, '"11"'],
  [13, 12, '2 more'],
  [3, 2, '2 more'],
])('of %i things, of which %i may be told, the last is %s', (count, most, last) => {
  expect(
    allOf(
      Array.from({ length: count }, (_one, i) => String(i)),
      most,
    )
      .split(' and ')
      .at(-1),
  ).toBe(last);
});

test.each<[said: string, wanted: string]>([
  [messages['input-condition']('a', 'later'), '"a" is asked for later.'],
  [messages['input-condition']('a', 'open'), 'and "a" is none.'],
  [messages['keep-field']([]), 'Name one under response.fields.'],
  [messages['keep-field'](['a']), ': "${a}".'],
  [messages['document-status'](409, []), 'status 409 here.'],
  [messages['document-status'](409, ['200']), 'It names "200".'],
  [messages['filter-arguments']('trim', ''), 'takes nothing in brackets'],
  [messages['filter-arguments']('last', 'length'), 'last(100)'],
  [messages['filter-arguments']('gid', 'type'), 'gid("type")'],
  [messages['not-utf8']('UTF-16'), 'This file is UTF-16.'],
  [messages['not-utf8']('unknown'), 'From here on'],
  [messages['unknown-key']('a', []), '"a" is not a key here. Remove it.'],
  [messages['unknown-key']('far', ['title']), 'Use "title".'],
  [messages['wrong-name']('order number', NAME), 'Call it orderNumber.'],
  [messages['wrong-name']('9', NAME), 'beginning with a small letter.'],
  [messages['unknown-value']('"a"', 'lsit', ['list']), 'Did you mean "list"?'],
  [messages['unknown-value']('"a"', 'far', ['list', 'text']), 'Use "list" or "text".'],
  [messages['unknown-type']('Ordr', '1', ['Order']), 'Did you mean "Order"?'],
  [messages['unknown-type']('Far', '1', ['Order']), 'Write the name of one'],
  [messages['sample-path']('a.b', 'b', ['cat', 'dog']), '"b" (in a.b). There is "cat" and "dog".'],
  [messages['sample-path']('b', 'b', ['bb']), '"b". Did you mean "bb"?'],
  [messages['unknown-words']('a', []), 'Add them there, under words.'],
  [messages['unknown-words']('sate', ['state']), 'Did you mean "state"?'],
  [messages['button-unsaid']('a', ['x'], 'f'), 'has just ${x} in it'],
  [messages['bad-id']('A', 'file'), 'get-order-details.yaml'],
  [messages['bad-id']('A', 'folder'), 'my-shop'],
])('%s', (said, wanted) => expect(said).toContain(wanted));
