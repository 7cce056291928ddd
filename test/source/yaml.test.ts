import { describe, expect, test } from 'vitest';
import { collect, type Place } from '../../generator/diagnostics/diagnostic';
import { parseYaml, type Path, type YamlFile } from '../../generator/source/yaml';

function parsed(text: string): YamlFile {
  const { report, diagnostics } = collect();
  const file = parseYaml('specs/x/a.yaml', text, report);
  if (!file) throw new Error(diagnostics.map((d) => d.message).join());
  return file;
}
const codes = (text: string) => {
  const { report, diagnostics } = collect();
  expect(parseYaml('specs/x/a.yaml', text, report)).toBeUndefined();
  return diagnostics.map((d) => d.code);
};
const shown = ({ text, start, end }: Place) => text.slice(start, end);

const SPEC = `# a comment
title: Get order
"quoted key": 'it''s'
inputs:
  order:
    prompt: "say \\"\${name}\\" now"
    plain:   \${name} and \${other}
list: [one, two]
items:
  - title: first
  - title: second
`;

describe('the place of', () => {
  const file = parsed(SPEC);

  test.each<[Path, string]>([
    [['title'], 'Get order'],
    [['quoted key'], "'it''s'"],
    [['inputs', 'order', 'prompt'], '"say \\"${name}\\" now"'],
    [['list', 1], 'two'],
    [['items', 1, 'title'], 'second'],
  ])('%j is its value', (path, value) => {
    expect(shown(file.at(path))).toBe(value);
  });

  test.each<[Path, string]>([
    [['title'], 'title'],
    [['quoted key'], '"quoted key"'],
    [['inputs', 'order'], 'order'],
    [['items', 1, 'title'], 'title'],
  ])('the key of %j is the key', (path, key) => {
    expect(shown(file.keyAt(path))).toBe(key);
  });

  test('what does not exist is its nearest parent that does', () => {
    expect(file.at(['inputs', 'order', 'nothing', 'here'])).toEqual(file.at(['inputs', 'order']));
    expect(file.at(['nothing'])).toEqual(file.at([]));
    expect(file.keyAt(['inputs', 'nothing']).start).toBe(file.at(['inputs']).start);
  });

  test('an empty value is the place of its key’s map, not the top', () => {
    expect(parsed('a:\n  b:\n  c: 1\n').at(['a', 'b']).start).toBeGreaterThan(0);
  });
});

describe('a place inside a text', () => {
  /** The stretch of the file that a word of the value at `path` is found at. */
  const inside = (text: string, path: Path, word: string) => {
    const file = parsed(text);
    const value = path.reduce<unknown>((v, key) => (v as Record<string | number, unknown>)[key], file.data) as string;
    const place = file.within(path, value.indexOf(word), word.length);
    return { word: shown(place), line: place.text.slice(0, place.start).split('\n').length };
  };

  test.each([
    ['plain', 'a: say ${name} now', 1],
    ['plain, with spaces before it', 'a:    say ${name} now', 1],
    ['single-quoted', "a: 'say ${name} now'", 1],
    ['double-quoted', 'a: "say ${name} now"', 1],
    ['double-quoted with an escape before it', 'a: "say \\"it\\" ${name} now"', 1],
    ['single-quoted with a doubled quote before it', "a: 'it''s ${name} now'", 1],
    ['a block', 'a: |\n  first\n  say ${name} now\n', 3],
    ['a block that keeps its end', 'a: |+\n  first\n\n  say ${name} now\n\n', 4],
    ['a block that strips its end', 'a: |-\n    first\n      deeper ${name}\n', 3],
    ['a block that begins with an empty line', 'a: |\n\n  ${name}\n', 3],
    ['a block after a comment', 'a: | # comment\n  x\n  ${name}\n', 3],
    ['a block with Windows line ends', 'a: |\r\n  first\r\n  say ${name}\r\n', 3],
  ])('%s', (_, text, line) => {
    expect(inside(text, ['a'], '${name}')).toEqual({ word: '${name}', line });
  });

  test('never leaves the file', () => {
    const file = parsed('a: short\n');
    expect(file.within(['a'], 1_000, 5).start).toBeLessThanOrEqual('a: short\n'.length);
  });
});

describe('is refused:', () => {
  test.each([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key']],
    ['an alias', 'a: &x 1\nb: *x\n', ['yaml-alias']],
    ['a bomb of aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', ['yaml-alias']],
    ['an unclosed quote', 'a: "x\n', ['yaml-syntax']],
    ['a tab as indentation', 'a:\n\tb: 1\n', ['yaml-syntax']],
    ['an open list', 'a: [1, 2\n', ['yaml-syntax']],
    ['deep nesting', `${'['.repeat(60)}${']'.repeat(60)}`, ['yaml-too-deep']],
    ['a huge file', `a: ${'x'.repeat(1_000_001)}`, ['file-too-large']],
  ])('%s', (_, text, expected) => {
    expect([...new Set(codes(text))]).toEqual(expected);
  });

  test.each([['a: 1\n---\nb: 2\n'], ['? [a, b]\n: 1\n']])('%j', (text) => {
    expect(codes(text).length).toBeGreaterThan(0);
  });
});

test('a duplicate key is shown at the second one', () => {
  const { report, diagnostics } = collect();
  parseYaml('a.yaml', 'a: 1\nb: 2\na: 3\n', report);
  expect(diagnostics[0]?.place.start).toBe('a: 1\nb: 2\n'.length);
});

test('every problem of a file is reported', () => {
  expect(codes('a: 1\na: 2\nb: 1\nb: 2\n')).toEqual(['duplicate-key', 'duplicate-key']);
});

test.each([
  ['nothing', '', null],
  ['a comment alone', '# nothing\n', null],
  ['Windows line ends', 'a: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
  [
    'words that other versions of YAML take for booleans',
    'a: yes\nb: no\nc: on\nNO: 1\n',
    { a: 'yes', b: 'no', c: 'on', NO: 1 },
  ],
  ['dates and times as texts', 'a: 2026-11-03\nb: 12:30\n', { a: '2026-11-03', b: '12:30' }],
  ['numbers as keys as texts', '1: a\ntrue: b\n', { '1': 'a', true: 'b' }],
])('reads %s', (_, text, data) => {
  expect(parsed(text).data).toEqual(data);
});

test('a key __proto__ is data', () => {
  const { data } = parsed('__proto__: { polluted: true }\n');
  expect(Object.keys(data as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
