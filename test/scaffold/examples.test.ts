import { expect, test } from 'vitest';
import { exampleAnswer } from '../../generator/scaffold/examples';

const text = (more: object) =>
  exampleAnswer('colour', 'text', { format: '', minLength: 0, maxLength: 99, ...more } as never);
const number = (more: object, type: 'number' | 'pattern' = 'number') => exampleAnswer('n', type, more as never);

test.each([
  ['a plain one', { example: 'dark red' }, 'dark red'],
  ['a number', { example: 5 }, '5'],
  ['none', {}, 'blue'],
  ['one that is no number and no text', { example: ['x'] }, 'blue'],
  ['a number that is not whole', { example: 1.5 }, 'blue'],
  ['markup', { example: '<b>x</b>' }, 'blue'],
  ['a placeholder', { example: '{name}' }, 'blue'],
  ['an address', { example: 'https://a.example' }, 'blue'],
  ['two spaces', { example: 'a  b' }, 'blue'],
  ['forty characters', { example: 'a'.repeat(40) }, 'a'.repeat(40)],
  ['forty-one characters', { example: 'a'.repeat(41) }, 'blue'],
  ['one that is too short', { example: 'ab', minLength: 5 }, 'ababa'],
  ['a UUID', { format: 'uuid' }, '3fa85f64-5717-4562-b3fc-2c963f66afa6'],
])('an example of a text: %s', (_, schema, said) => {
  expect(text(schema)).toBe(said);
});

test.each([
  [{}, 'number', '3'],
  [{}, 'pattern', '1001'],
  [{ example: 7 }, 'number', '7'],
  [{ default: 8 }, 'number', '8'],
  [{ example: 7, default: 8 }, 'number', '7'],
  [{ example: 1.5, default: 8 }, 'number', '8'],
  [{ example: '7' }, 'number', '3'],
  [{ least: 10 }, 'number', '10'],
  [{ most: 2 }, 'number', '2'],
  [{ example: 7, least: 1, most: 9 }, 'number', '7'],
  [{ example: -4 }, 'number', '-4'],
  [{ example: -4 }, 'pattern', '1'],
] as const)('an example of a number with %j as %s is %s', (schema, type, said) => {
  expect(number(schema, type)).toBe(said);
});
