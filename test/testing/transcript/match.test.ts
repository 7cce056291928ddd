import { describe, expect, it } from 'vitest';
import { matchLines } from '../../../services/stub/match';
import { isPart } from '../../../services/stub/part';

describe('an expected line', () => {
  it.each([
    ['Order #1001', 'Order #1001', true],
    ['Order #1001', 'Order #10011', false],
    ['Order *', 'Order #1001', true],
    ['*', '', true],
    ['Order * of *', 'Order 1 of Ada', true],
    ['(a+b) [x] $1 ^', '(a+b) [x] $1 ^', true],
    ['(a*b)', '(a and b)', true],
    ['5 \\* 3', '5 * 3', true],
    ['5 \\* 3', '5 and 3', false],
    ['/Order #\\d{4}/', 'Order #1001', true],
    ['/Order #\\d{4}/', 'My Order #1001', false],
    ['/a|b/', 'bc', false],
  ])('%j and %j: %j', (expected, got, fits) => {
    expect(matchLines([expected], [got]) === undefined).toBe(fits);
  });
});

describe('expected lines', () => {
  it('take three dots for any number of lines, also none', () => {
    expect(matchLines(['a', '...', 'd'], ['a', 'b', 'c', 'd'])).toBeUndefined();
    expect(matchLines(['a', '...'], ['a'])).toBeUndefined();
    expect(matchLines(['...', 'a', '...', 'a'], ['a', 'b', 'a'])).toBeUndefined();
  });

  it('part at the first line that differs', () => {
    expect(matchLines(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual({ index: 1, expected: 'b', got: 'x' });
    expect(matchLines(['a'], ['a', 'b'])).toEqual({ index: 1, expected: undefined, got: 'b' });
    expect(matchLines(['a', 'b'], ['a'])).toEqual({ index: 1, expected: 'b', got: undefined });
  });

  it('do not take forever over many dots', () => {
    const dots = Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? '...' : '*'));
    expect(
      matchLines(
        [...dots, 'end'],
        Array.from({ length: 400 }, () => 'line'),
      ),
    ).toBeDefined();
  });
});

describe('part of a request', () => {
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }, true],
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true],
    [{ a: 1 }, { a: '1' }, false],
    [{ a: [1, 2] }, { a: [1, 2, 3] }, false],
    [{ toString: 1 }, {}, false],
    [{}, undefined, false],
  ])('%j in %j: %j', (wanted, whole, found) => {
    expect(isPart(wanted, whole)).toBe(found);
  });
});
