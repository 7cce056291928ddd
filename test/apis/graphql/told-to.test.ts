import { describe, expect, test } from 'vitest';
import { isToldTo } from '../../../apis/graphql/told-to';

describe('whether something is asked for with a value', () => {
  const me = new Set(['me']);
  test.each([
    ['query Q { a(x: $me) { b } }', 'data.a', true],
    ['query Q { a(x: $me) { b } }', 'a.b', true],
    ['query Q { a(x: { y: [$me] }) { b } }', 'data.a', true],
    ['query Q { c: a(x: $me) { b } a(x: $you) { b } }', 'data.a', false],
    ['query Q { c: a(x: $me) { b } a(x: $you) { b } }', 'data.c', true],
    ['query Q { ...F } fragment F on Query { a(x: $me) { b } }', 'data.a', true],
    ['query Q { ...F } fragment F on Query { ...F }', 'data.a', false],
    ['query Q { ... on Query { a(x: $me) { b } } }', 'data.a', true],
    ['query Q { a { b(x: $me) { c } } }', 'data.a.b[0]', true],
    ['query Q { a { b(x: $me) { c } } }', 'data.a', false],
    ['query Q { a(x: $me) { b } }', '.', true],
    ['query Q { a(x: $me) { b } d }', 'data', false],
    ['query Q { a(x: $me) { b } }', 'data.z', false],
    ['query Q { a(x: $you) { b } a(x: $me) { b } }', 'data.a', false],
    ['query Q { a(x: ', 'data.a', false],
    ['fragment F on Query { a(x: $me) }', 'data.a', false],
  ])('%s at %s: %s', (text, path, told) => {
    expect(isToldTo(text, path, me)).toBe(told);
  });
});
