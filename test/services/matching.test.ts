import { expect, it } from 'vitest';
import { lineFits, matchLines } from '../../services/stub/match';
import { isPart } from '../../services/stub/part';
import { preparedAnswers, readStub } from '../../services/stub/stub';

it.each<[expected: string, got: string, is: boolean]>([
  ['a', 'a', true],
  ['a', 'a  ', true],
  ['a', 'ab', false],
  ['a*', 'abc', true],
  ['a*', 'a', true],
  ['a*c', 'abd', false],
  ['*', '', true],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
  ['a.*', 'a.b', true],
  ['a.*', 'axb', false],
  ['/a+/', 'aaa', true],
  ['/a+/', 'aab', false],
  ['/a|b/', 'ab', false],
  ['//', '//', true],
  ['/a', '/a', true],
])('%j fits %j: %s', (expected, got, is) => expect(lineFits(expected, got)).toBe(is));

it.each<[expected: string[], got: string[], difference: object | undefined]>([
  [[], [], undefined],
  [['a', 'b'], ['a', 'b'], undefined],
  [['a', 'b'], ['a', 'c'], { index: 1, expected: 'b', got: 'c' }],
  [['a', 'b'], ['a'], { index: 1, expected: 'b', got: undefined }],
  [['a'], ['a', 'b'], { index: 1, expected: undefined, got: 'b' }],
  [[], ['a'], { index: 0, expected: undefined, got: 'a' }],
  [['...'], [], undefined],
  [['...'], ['a', 'b'], undefined],
  [['a', '...'], ['a'], undefined],
  [['...', 'b'], ['a', 'a', 'b'], undefined],
  [['...', 'b', '...', 'd'], ['a', 'b', 'c', 'd'], undefined],
  [['...', 'b'], ['a', 'c'], { index: 1, expected: 'b', got: undefined }],
  [['...', 'b', 'c'], ['b', 'd', 'b'], { index: 2, expected: 'c', got: undefined }],
])('%j against %j', (expected, got, difference) => expect(matchLines(expected, got)).toEqual(difference));

it.each([5, null, 'x', [[]]])('an object is no part of %j', (whole) => expect(isPart({}, whole)).toBe(false));

it('is as quick for many lines that stand for any', () => {
  const expected = Array.from({ length: 40 }, () => ['...', 'a']).flat();
  const got = Array.from({ length: 200 }, () => 'a');
  expect(matchLines([...expected, 'b'], got)).toMatchObject({ expected: 'b' });
});

it('an answer is for one method, or for all, and found by its body', () => {
  const answers = [
    { method: 'PUT', url: 'u', text: 'put' },
    { url: 'u', body: null, text: 'null' },
    { url: 'u', body: { a: 1 }, text: 'once', times: 1 },
    { url: 'u', body: { a: 1 }, text: 'twice', times: 2 },
    { url: '*', text: 'any', times: 0 },
  ];
  const given = preparedAnswers(readStub('x.json', JSON.stringify(answers)));
  const ask = (method: string, url: string, body?: string) =>
    given({ method, url, ...(body === undefined ? {} : { body }) })?.body;
  expect([ask('put', 'u'), ask('PUT', 'v'), ask('GET', 'u')]).toEqual(['put', undefined, undefined]);
  expect([ask('GET', 'u', 'null'), ask('GET', 'u', '0')]).toEqual(['null', undefined]);
  const body = '{"a":1}';
  expect([1, 2, 3, 4].map(() => ask('GET', 'u', body))).toEqual(['once', 'twice', 'twice', undefined]);
});

it('a file that is a text in JSON holds no answers', () => {
  expect(() => readStub('x.json', '"x"')).toThrow('x.json: prepared answers are a list');
  expect(() => readStub('x.json', '[{ "url": "u" }, {}]')).toThrow('x.json: answer 2 has no url');
  expect(readStub('x.json', '{ "answers": [] }')).toEqual({ env: {}, answers: [] });
  expect(readStub('x.json', '{ "env": 5, "answers": [] }')).toEqual({ env: {}, answers: [] });
});
