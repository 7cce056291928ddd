import { expect, test } from 'vitest';
import { collect } from '../../generator/diagnostics/diagnostic';
import { parseYaml, type Path } from '../../generator/source/yaml';

function fileOf(text: string) {
  const file = parseYaml('a.yaml', text, collect().report);
  if (file === undefined) throw new Error('no YAML');
  return file;
}

/** Where some characters of the value of `a` stand, and what stands there. */
const inside = (text: string, offset: number, length: number) => {
  const { start, end } = fileOf(text).within(['a'], offset, length);
  return `${start} ${text.slice(start, end)}`;
};

test.each<[what: string, text: string, offset: number, length: number, found: string]>([
  ['the first word', 'a: one two one\n', 0, 3, '3 one'],
  ['a word that stood before', 'a: one two one\n', 8, 3, '11 one'],
  ['the second of three', 'a: x x x y\n', 2, 1, '5 x'],
  ['the third of three', 'a: x x x y\n', 4, 1, '7 x'],
  ['a word that is the key, too', 'a: b a\n', 2, 1, '5 a'],
  ['all of it', 'a: one two\n', 0, 7, '3 one two'],
  ['more than all of it', 'a: one two\n', 4, 100, '7 two'],
  ['nothing', 'a: one two\n', 4, 0, '7 '],
  ['behind its end', 'a: one\n', 50, 2, '6 '],
  ['a word in quotes', 'a: "one two"\n', 4, 3, '8 two'],
  ['a word behind an escape', 'a: "x \\"y\\" z"\n', 6, 1, '12 z'],
  ['an escape', 'a: "x \\" z"\n', 2, 1, '5  '],
  ['a word that ends at an escape', 'a: "xy\\nzz"\n', 0, 4, '4 xy\\n'],
  ['a doubled quote', "a: 'it''s so'\n", 2, 1, '5 t'],
  ['a word behind a doubled quote', "a: 'it''s so so'\n", 8, 2, '13 so'],
  ['a word of a folded text', 'a: >\n  one\n  two\n', 4, 3, '13 two'],
  ['a word of a plain text over lines', 'a: one\n  two\n', 4, 3, '9 two'],
  ['the break of a plain text over lines', 'a: one\n  two\n', 3, 1, '7  '],
  ['a word of a block', 'a: |\n  one\n  two\n', 4, 3, '13 two'],
  ['a word of a block with an empty line', 'a: |\n  one\n\n  two\n', 5, 3, '14 two'],
  ['a word of a block that begins with an empty line', 'a: |\n\n  two\n', 1, 3, '8 two'],
  ['a word of a block that is moved in', 'a: |\n  one\n    two\n', 6, 3, '15 two'],
  ['a word of a block with a comment', 'a: | # x\n  one\n', 0, 3, '11 one'],
  ['a word of a block with Windows line ends', 'a: |\r\n  one\r\n  two\r\n', 4, 3, '15 two'],
  ['behind the end of a block', 'a: |\n  one\nb: 1\n', 50, 3, '11 '],
  ['a word of a block that stands in its comment', 'a: | # two\n  one\n  two\n', 4, 3, '19 two'],
  ['a word that is written as an escape before it', 'a: "\\u0061 a"\nb: a\n', 2, 1, '11 a'],
  ['a word that is written as an escape before it, at the end', 'x: 1\na: "\\u0062 b"', 2, 1, '16 b'],
  ['of what is no text', 'a: [x, y]\n', 1, 2, '3 [x'],
  ['of a number', 'a: 12345\n', 1, 2, '4 23'],
])('a place inside a text: %s', (_what, text, offset, length, found) => {
  expect(inside(text, offset, length)).toBe(found);
});

const shown = (text: string, path: Path, key: boolean) => {
  const { start, end } = key ? fileOf(text).keyAt(path) : fileOf(text).at(path);
  return `${start} ${text.slice(start, end)}`;
};

test.each<[text: string, path: Path, found: string]>([
  ['a:\n  b: 1\n', [], '0 a:\n  b: 1\n'],
  ['a:\n  b: 1\n', ['a'], '5 b: 1\n'],
  ['a:\n  b: 1\n', ['a', 'b'], '8 1'],
  ['a:\n  b: 1\n', ['a', 'c'], '5 b: 1\n'],
  ['a:\n  b: 1\n', ['c', 'b'], '0 a:\n  b: 1\n'],
  ['a:\n  - 1\n  - 2\n', ['a', 1], '13 2'],
  ['a:\n  - 1\n  - 2\n', ['a', 2], '5 - 1\n  - 2\n'],
  ['a:\n  - 1\n  - 2\n', ['a', 'b'], '5 - 1\n  - 2\n'],
  ['a:\n', ['a'], '2 '],
  ['- 1\n', [0], '2 1'],
  ['1: x\n', [1], '0 1: x\n'],
  ['', ['a'], '0 '],
])('the value in %j at %j', (text, path, found) => expect(shown(text, path, false)).toBe(found));

test.each<[text: string, path: Path, found: string]>([
  ['a:\n  b: 1\n', [], '0 '],
  ['a:\n  b: 1\n', ['a'], '0 a'],
  ['a:\n  b: 1\n', ['a', 'b'], '5 b'],
  ['a:\n  b: 1\n', ['a', 'c'], '5 '],
  ['a:\n  - b: 1\n', ['a', 0, 'b'], '7 b'],
  ['a:\n  - 1\n', ['a', 0], '7 '],
  ['"a b": 1\n', ['a b'], '0 "a b"'],
  ['', ['a'], '0 '],
])('the key in %j at %j', (text, path, found) => expect(shown(text, path, true)).toBe(found));
