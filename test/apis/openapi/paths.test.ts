import { expect, test } from 'vitest';
import { documentOf, openDocument, type Schema } from '../../../apis/openapi/document';
import { findOperation } from '../../../apis/openapi/find-operation';
import type { Operation } from '../../../apis/openapi/operations';
import { itemsOf, shapeOf, typesOf } from '../../../apis/openapi/schemas';

const at = (path: string) => ({ path, method: 'get', base: '' }) as Operation;

test.each<[known: string, asked: string, found: boolean]>([
  ['/a/pre{x}post', '/a/pre1post', true],
  ['/a/pre{x}post', '/a/prepost', true],
  ['/a/pre{x}post', '/a/pre1pos', false],
  ['/a/pre{x}post', '/a/re1post', false],
  ['/a/ab{x}ba', '/a/aba', false],
  ['/a/ab{x}ba', '/a/abba', true],
  ['/a/{x}-{y}', '/a/{u}-{v}', true],
  ['/a/{x}-{y}', '/a/1-', false],
  ['/a/{x}', '/a/b/c', false],
  ['/a/{x}', '/a', false],
  ['/a/{x}', '//a//b/', true],
  ['/a/b', '/a/{x}', false],
  ['/a/b', '/a/b#c', true],
])('the path %s is that of a request for %s: %s', (known, asked, found) => {
  expect('operation' in findOperation([at(known)], 'get', asked)).toBe(found);
});

test.each<[known: string, asked: string, nearest: string | undefined]>([
  ['/abcdef', '/abcdxx', '/abcdef'],
  ['/abcdef', '/abcxxx', undefined],
  ['/abcdefghijkl', '/abcdefghixxx', '/abcdefghijkl'],
  ['/abcdefghijkl', '/abcdefghxxxx', undefined],
])('%s is near enough to %s to be what was meant: %s', (known, asked, nearest) => {
  expect(findOperation([at(known)], 'get', asked)).toEqual(nearest === undefined ? {} : { nearest });
});

test.each([
  ['3.1.0', true],
  ['3.2.0', true],
  ['3.0.3', false],
])('a document of version %s stays as it is: %s', (version, stays) => {
  const read = openDocument(JSON.stringify({ openapi: version, paths: {}, odd: 1 }));
  expect('problem' in read ? read.problem : read.root.openapi === version).toBe(stays);
});

test('schemas inside schemas are followed sixteen deep', () => {
  const document = documentOf({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {} });
  const deep = (levels: number, inside: object): Schema =>
    Array.from({ length: levels }).reduce<object>((one) => ({ allOf: [one] }), inside);
  const found = (levels: number) => [
    typesOf(document, deep(levels, { type: 'string' })).size,
    itemsOf(document, deep(levels, { items: { type: 'string' } })) !== undefined,
    shapeOf(document, deep(levels, { properties: { a: {} } })) !== undefined,
  ];
  expect([found(16), found(17)]).toEqual([
    [1, true, true],
    [0, false, false],
  ]);
});
