import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piece, script, type PlanValue } from '../../generator/compile/plan';
import { parseJsonTemplate } from '../../generator/render/holes';
import type { Templates } from '../../generator/render/load';
import { render } from '../../generator/render/render';
import { scriptTemplates } from '../../generator/render/scripts';

const templates: Templates = {
  json: new Map(
    Object.entries({
      one: '{ "kind": "one", "value": {{json value}} }',
      encoded: '{ "text": {{uri text}}, "path": {{path path}} }',
    }).map(([name, source]) => [name, parseJsonTemplate(name, source)]),
  ),
  scripts: scriptTemplates(new Map([['say', 'print({{js text}});']]), new Map()),
};
const one = (value: PlanValue) => piece('one', { value });

test('values, pieces, lists and scripts fill holes at any depth', () => {
  const plan = one([one('a'), { b: one({ c: [null, 1, true] }) }, script('say', { text: 'x"y' })]);
  expect(render(plan, templates)).toEqual({
    kind: 'one',
    value: [
      { kind: 'one', value: 'a' },
      { b: { kind: 'one', value: { c: [null, 1, true] } } },
      String.raw`print("x\"y");`,
    ],
  });
});

test('each field is encoded as its template says', () => {
  const view = { text: 'a b/ü "{{x}}"', path: '/a b/{{c}}?d=e' };
  expect(render(piece('encoded', view), templates)).toEqual({
    text: 'a%20b%2F%C3%BC%20%22%7B%7Bx%7D%7D%22',
    path: '/a%20b/%7B%7Bc%7D%7D?d=e',
  });
});

test('half a character is encoded as the replacement character', () => {
  expect(render(piece('encoded', { text: 'a\ud800', path: '/\udc00' }), templates)).toEqual({
    text: 'a%EF%BF%BD',
    path: '/%EF%BF%BD',
  });
});

test('whatever JSON fills a hole comes out as it is, also what looks like a hole', () => {
  const likeAHole = ['\u0000hole', 0];
  expect(render(one(likeAHole), templates)).toEqual({ kind: 'one', value: likeAHole });
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      if (JSON.stringify(value).includes('"kind"')) return;
      expect(render(one(value as PlanValue), templates)).toEqual({ kind: 'one', value });
    }),
  );
});

test('a field without a hole is refused', () => {
  expect(() => render(piece('one', { value: 1, other: 2 }), templates)).toThrow(/one\.json\.hbs.*"other"/);
});

test('a hole without a field is refused, with its line', () => {
  expect(() => render(piece('encoded', { text: 'x' }), templates)).toThrow(/encoded\.json\.hbs:1: .*"path"/);
});

test('only a text can be encoded', () => {
  expect(() => render(piece('encoded', { text: 5, path: '' }), templates)).toThrow(/encoded\.json\.hbs:1/);
});

test('an unknown template is named', () => {
  expect(() => render(piece('nobody', {}), templates)).toThrow('nobody.json.hbs');
});
