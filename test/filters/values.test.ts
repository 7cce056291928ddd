import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from './evaluate';
import { anyInput } from './hostile';

test.each([
  ['Ada@Example.COM', 'ada@example.com'],
  [' ada@example.com\n', 'ada@example.com'],
  ["o'neil+tag@mail.example.co.uk", "o'neil+tag@mail.example.co.uk"],
  ['ada@example', null],
  ['ada@@example.com', null],
  ['ada lovelace@example.com', null],
  ['"ada"@example.com', null],
  ['ada@example.com, bob@example.com', null],
  ['ada@example.com;bob@example.com', null],
  ['ada@example.com OR 1', null],
  ['<ada@example.com>', null],
  [`${'a'.repeat(250)}@example.com`, null],
  ['', null],
])('email makes %j %j', (value, expected) => {
  expect(evaluate('email')(value)).toBe(expected);
});

test('email is one address without anything that could end it, or null', () => {
  const email = evaluate('email');
  fc.assert(
    fc.property(fc.oneof(anyInput, fc.emailAddress()), (text) => {
      const result = email(text);
      if (result !== null) expect(result).toMatch(/^[^\s@"\\<>(),;:]+@[^\s@"\\<>(),;:]+$/);
    }),
  );
});

test.each([
  ['  a  b ', 'a  b'],
  ['   ', null],
  ['', null],
])('trim makes %j %j', (value, expected) => {
  expect(evaluate('trim')(value)).toBe(expected);
});

test.each([
  ['12', 12],
  [' -1.5 ', -1.5],
  [7, 7],
  ['', null],
  ['  ', null],
  ['twelve', null],
  ['1,000', null],
  ['Infinity', null],
  ['NaN', null],
])('number makes %j %j', (value, expected) => {
  expect(evaluate('number')(value)).toBe(expected);
});

test.each([
  [[1, 2], '2'],
  [[], '0'],
  [undefined, ''],
  ['two', ''],
])('count makes %j %j', (value, expected) => {
  expect(evaluate('count')(value)).toBe(expected);
});

test.each([
  [['a', '', null, 'b'], undefined, 'a, b'],
  [['a', 'b'], ' / ', 'a / b'],
  [[0, 5], undefined, '0, 5'],
  [[], undefined, ''],
  ['a', undefined, 'a'],
])('join makes %j with %j %j', (value, separator, expected) => {
  expect(evaluate('join')(value, ...(separator === undefined ? [] : [separator]))).toBe(expected);
});

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one two three', 9, 'one two…'],
  ['abcdefghijkl', 5, 'abcd…'],
  ['  spaces \n and lines ', 30, 'spaces and lines'],
  ['😀😀😀😀', 4, '😀😀😀😀'],
  ['😀😀😀😀', 3, '😀😀…'],
  [null, 5, ''],
  [undefined, 5, ''],
])('truncate makes %j at %i %j', (value, length, expected) => {
  expect(evaluate('truncate')(value, length)).toBe(expected);
});

test('truncate never exceeds its length and never cuts a character in two', () => {
  const truncate = evaluate('truncate');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
      const result = String(truncate(text, length));
      expect(Array.from(result).length).toBeLessThanOrEqual(length);
      expect(result.isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['http://example.com', ''],
  ['javascript:alert(1)', ''],
  ['https://example.com/ x', ''],
  ['https://example.com/"onclick="', ''],
  ['https://example.com/<script>', ''],
  [' https://example.com', ''],
  ['//example.com', ''],
  [null, ''],
])('url makes %j %j', (value, expected) => {
  expect(evaluate('url')(value)).toBe(expected);
});

test.each([
  ['PAID', 'paid in full'],
  ['PARTIALLY_PAID', 'Partially paid'],
  ['constructor', 'Constructor'],
  ['__proto__', 'Proto'],
  [true, 'yes'],
  ['', ''],
  [null, ''],
  [undefined, ''],
])('words makes %j %j', (value, expected) => {
  expect(evaluate('words')(value, { PAID: 'paid in full', true: 'yes' })).toBe(expected);
});

test.each([
  ['Default Title', ''],
  ['Default title', 'Default title'],
  [12, '12'],
  [null, ''],
])('unless("Default Title") makes %j %j', (value, expected) => {
  expect(evaluate('unless')(value, 'Default Title')).toBe(expected);
});

test.each([
  [[{ sold: false }, { sold: true }], 'true'],
  [[{ sold: false }, null], 'false'],
  [[{ sold: 'true' }], 'false'],
  [[], ''],
  [null, ''],
])('anyTrue("sold") makes %j %j', (value, expected) => {
  expect(evaluate('anyTrue')(value, 'sold')).toBe(expected);
});

test('a list whose rest is not known is neither denied nor counted as whole', () => {
  const [sold, free] = [{ sold: true }, { sold: false }];
  const page = (nodes: readonly object[], hasNextPage: boolean) => ({ nodes, pageInfo: { hasNextPage } });
  expect(evaluate('anyTrue')(page([free], false), 'sold')).toBe('false');
  expect(evaluate('anyTrue')(page([free], true), 'sold')).toBe('');
  expect(evaluate('anyTrue')(page([free, sold], true), 'sold')).toBe('true');
  expect(evaluate('count')(page([free, sold], true))).toBe('2+');
  expect(evaluate('count')(page([free, sold], false))).toBe('2');
});
