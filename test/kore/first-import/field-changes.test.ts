import { expect, test } from 'vitest';
import { fieldChanges } from '../../../kore/first-import/field-changes';

const many = (count: number, value: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`field${i}`, value]));

test('of more than 400 kinds of change 400 are told', () => {
  expect(fieldChanges(many(400, 1), many(400, 2))).toHaveLength(400);
  expect(fieldChanges(many(401, 1), many(401, 2))).toHaveLength(400);
});

test('one kind of change is told once, however often it is met, also when no other is told any more', () => {
  const list = (value: number) => Array.from({ length: 3 }, (_, i) => ({ refId: String(i), a: value }));
  const found = fieldChanges({ aaa: list(1), ...many(500, 1) }, { aaa: list(2), ...many(500, 2) });
  expect(found.find(({ at }) => at.includes('aaa'))).toMatchObject({ kind: 'changed', times: 3 });
});

test('a long value is cut, a short one is not', () => {
  const [short, long] = ['x'.repeat(118), 'x'.repeat(119)];
  expect(fieldChanges({ a: short }, { a: '' })[0]?.before).toBe(JSON.stringify(short));
  expect(fieldChanges({ a: long }, { a: '' })[0]?.before).toMatch(/^"x{119}…$/);
});
