import { expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { serverUrl } from '../../apis/openapi/servers';
import { trimDocument } from '../../apis/openapi/trim';
import { training } from '../../generator/compile/language-settings';
import { functionWords } from '../../generator/model/function-words';
import { verbOf } from '../../generator/scaffold/words';
import { transitionWords } from '../../kore/diff/transition-words';
import { fieldChanges } from '../../kore/first-import/field-changes';
import { ownValue } from '../../kore/own-value';
import { createTables } from '../../preview/data-tables';
import { lookOf } from '../../preview/page/node-looks';
import { conditionText } from '../../preview/web/condition-text';

/** Names that every object has, or that change what one inherits. */
const INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'];

test.each(INHERITED)('%s is a name like any other, in every table that strangers ask', (name) => {
  expect(ownValue({}, name)).toBeUndefined();
  expect(ownValue(Object.fromEntries([[name, 1]]), name)).toBe(1);
  expect(functionWords(name)).toEqual([]);
  expect(training('xo10', name).view).toMatchObject({ stopWords: '' });
  expect(verbOf('thing', name)).toEqual(verbOf('thing', 'odd'));
  expect(serverUrl({ url: `https://{${name}}.example` })).toBe(`https://{${name}}.example`);
  expect(
    transitionWords([{ if: { field: 'a', op: name, value: '1' }, then: 'end', metadata: {} as never }], () => 'it'),
  ).toContain(name);
  expect(conditionText({ field: 'a', op: name, value: '1' }, () => 'it')).toBe(`it ${name} 1`);
  expect(lookOf(name)).toEqual({ name, style: 'logic', shape: 'hexagon' });
  const own = JSON.parse(`{"a": {"${name}": 1}}`) as unknown;
  expect(fieldChanges({ a: {} }, own)).toMatchObject([{ kind: 'added' }]);
  expect(fieldChanges(own, { a: {} })).toMatchObject([{ kind: 'removed' }]);
});

test.each(INHERITED)('a row of a data table has no column %s, and no condition is called so', (name) => {
  const ask = (one: { readonly field: string; readonly operand: string }) =>
    createTables({ t: [{ a: '1' }] }).run(
      {
        table: 't',
        method: 'query',
        operator: 'and',
        expressions: [{ ...one, type: 'string', value: '1' }],
        data: {},
        skip: 0,
        limit: 9,
      },
      0,
    );
  expect(JSON.stringify(ask({ field: 'a', operand: '=' }))).toContain('"a":"1"');
  expect(JSON.stringify(ask({ field: name, operand: '!=' }))).not.toContain('"a":"1"');
  expect(JSON.stringify(ask({ field: 'a', operand: name }))).not.toContain('"a":"1"');
});

test('components of a document that are called like a prototype change none', () => {
  const components = JSON.parse('{"__proto__": {"polluted": {"type": "string"}}}') as object;
  const answer = { $ref: '#/components/__proto__/polluted' };
  const paths = { '/a': { get: { responses: { 200: answer } } } };
  const document = documentOf({ openapi: '3.1.0', info: { title: '', version: '' }, paths, components });
  trimDocument(document, operationsOf(document));
  expect({}).not.toHaveProperty('polluted');
});
