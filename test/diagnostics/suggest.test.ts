import { expect, test } from 'vitest';
import { messages } from '../../generator/diagnostics/messages';
import { warnings } from '../../generator/diagnostics/warnings';
import { didYouMean, nearest, eitherOf } from '../../generator/diagnostics/suggest';

const TYPES = ['text', 'email', 'number', 'phone', 'date', 'id', 'pattern', 'choice'];

test.each([
  ['nubmer', 'number'],
  ['NUMBER', 'number'],
  ['emial', 'email'],
  ['patern', 'pattern'],
  ['is', 'id'],
  ['colour', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%j is nearest to %j', (written, expected) => {
  expect(nearest(written, TYPES)).toBe(expected);
});

test('the nearest of several is the first of the nearest', () => {
  expect(nearest('title', ['titles', 'tile', 'title'])).toBe('title');
  expect(nearest('cat', ['car', 'cap'])).toBe('car');
});

test('nothing is suggested that was written already, or when nothing is near', () => {
  expect(didYouMean('text', TYPES)).toBe('');
  expect(didYouMean('colour', TYPES)).toBe('');
  expect(didYouMean('txt', TYPES)).toBe(' Did you mean "text"?');
});

test.each([
  [[], 'nothing'],
  [['a'], '"a"'],
  [['a', 'b'], '"a" or "b"'],
  [['a', 'b', 'c'], '"a", "b" or "c"'],
])('%j reads %j', (all, expected) => {
  expect(eitherOf(all)).toBe(expected);
});

test('a long list is cut, and says by how much', () => {
  const all = Array.from({ length: 30 }, (_, i) => `v${i}`);
  expect(eitherOf(all)).toMatch(/"v10" or 19 more$/);
});

test('every warning is a code that has a sentence', () => {
  expect([...warnings].filter((code) => !Object.hasOwn(messages, code))).toEqual([]);
});
