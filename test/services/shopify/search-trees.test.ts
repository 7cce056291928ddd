import { describe, expect, test } from 'vitest';
import { COLLECTION_FIELDS, ORDER_FIELDS, PRODUCT_FIELDS } from '../../../services/shopify/search/fields';
import { parseSearch } from '../../../services/shopify/search/parse';
import { runSearch } from '../../../services/shopify/search/run';
import type { CollectionNode, OrderNode, ProductNode } from '../../../services/shopify/seed/nodes';

test.each<[at: object, status: readonly string[]]>([
  [{ cancelledAt: null, closedAt: null }, ['open', 'not_closed']],
  [{ cancelledAt: null, closedAt: 'x' }, ['closed']],
  [{ cancelledAt: 'x', closedAt: null }, ['cancelled']],
])('an order with %j is %j', (at, status) => {
  expect(ORDER_FIELDS.fields['status']?.of(at as OrderNode)).toEqual(status);
});

test('what is published is searched for in two words', () => {
  const product = (publishedAt: string | null) =>
    PRODUCT_FIELDS.fields['published_status']?.of({ publishedAt } as ProductNode);
  const collection = (isPublished: boolean) =>
    COLLECTION_FIELDS.fields['published_status']?.of({ isPublished } as CollectionNode);
  for (const of of [product('x'), collection(true)]) expect(of).toEqual(['published', 'visible']);
  for (const of of [product(null), collection(false)]) expect(of).toEqual(['unpublished', 'hidden']);
});

const word = (text: string) => ({ field: 'default', match_all: text });
test.each([
  ['(a) OR b', { or: [word('a'), word('b')] }],
  ['(a ) OR b', { or: [word('a'), word('b')] }],
  ['NOT (a) b', { and: [{ not: word('a') }, word('b')] }],
  ['NOT  a', { not: word('a') }],
  ['-(a OR b)', { not: { or: [word('a'), word('b')] } }],
  ['()', { all: true }],
  ['-()', { all: true }],
  ['OR', { all: true }],
  ['a OR', word('a')],
  ['a AND', word('a')],
  ['AND(a)', word('a')],
  [')a', word('a')],
  ['a:', { field: 'a', match_all: '' }],
  [':a', { field: '', match_all: 'a' }],
  ["a:'b c' d", { and: [{ field: 'a', match_phrase: 'b c' }, word('d')] }],
  [`'a"b'`, { field: 'default', match_phrase: 'a"b' }],
  ["p:>='5 6'", { field: 'p', range: { op: '>=', value: '5 6' } }],
  ['p:<=5', { field: 'p', range: { op: '<=', value: '5' } }],
  ['a\\ b', word('a b')],
  ['\\*', word('*')],
  ['a\\', word('a\\')],
  [`${'('.repeat(99)}x (a OR b)`, { and: [word('x'), { or: [word('a'), word('b')] }] }],
  [`${'('.repeat(100)}x (a OR b)`, { or: [{ and: [word('x'), word('a')] }, word('b')] }],
])('the search %s', (text, tree) => expect(parseSearch(text)).toEqual(tree));

describe('a search by relevance', () => {
  const field = { kind: 'text', of: (text: string) => [text] } as const;
  const fields = { fields: { a: field, b: { ...field, kind: 'keyword' } as const }, byDefault: ['a'] };
  const items = ['red', 'red mug', 'mug'];
  test.each<[query: string, byRelevance: boolean, found: readonly string[], unknown: readonly string[]]>([
    ['red OR mug', false, ['red', 'red mug', 'mug'], []],
    ['red OR mug', true, ['red mug', 'red', 'mug'], []],
    ['b:mug OR red', true, ['red', 'red mug', 'mug'], []],
    ['()', true, items, []],
    ['-red', true, ['mug'], []],
    ['nope:x OR NOT bogus:y', false, items, ['nope', 'bogus']],
    ['constructor:x', false, items, ['constructor']],
    ['NOT (nope:x) red', false, ['red', 'red mug'], ['nope']],
    ['nope:1 nope:2', false, items, ['nope']],
  ])('%s, %s', (query, byRelevance, found, unknown) => {
    const result = runSearch(items, query, fields, byRelevance);
    expect([result.items, result.warnings.map((one) => one.field)]).toEqual([found, unknown]);
  });
});
