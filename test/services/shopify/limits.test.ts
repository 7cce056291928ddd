import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { selectionsIn } from '../../../services/shopify/graphql/size';
import { readRequestBody } from '../../../services/shopify/protocol/body';
import { createBucket } from '../../../services/shopify/protocol/bucket';
import { matches, type FieldKind } from '../../../services/shopify/search/match';
import { parseSearch, type SearchValue } from '../../../services/shopify/search/parse';
import { ask, storeAt } from './store-client';

describe('a bucket of points', () => {
  test('pays what it has, regains with the time, and never more than it holds', () => {
    let now = 0;
    const bucket = createBucket(100, 10, () => now);
    expect([bucket.affords(100), bucket.affords(101)]).toEqual([true, false]);
    bucket.spend(95);
    now = 1550;
    expect(bucket.status()).toEqual({ maximumAvailable: 100, currentlyAvailable: 20, restoreRate: 10 });
    now = 0;
    expect(bucket.status().currentlyAvailable).toBe(20);
    now = 1e6;
    expect(bucket.status().currentlyAvailable).toBe(100);
  });

  test('a query may ask for a thousand points, and not for more', () => {
    const store = storeAt({ bucketSize: 1e9 });
    const many = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `p${i}: products(first: 250) { nodes { id } }`).join(' ')} }`;
    const { body } = ask(store, many(1));
    const one = (body.extensions?.['cost'] as unknown as { requestedQueryCost: number }).requestedQueryCost;
    const most = Math.floor(1000 / one);
    expect(ask(store, many(most)).body.errors).toBeUndefined();
    expect(ask(store, many(most + 1)).body.errors).toMatchObject([
      { extensions: { code: 'MAX_COST_EXCEEDED', cost: one * (most + 1), maxCost: 1000 } },
    ]);
  });
});

describe('the body of a request', () => {
  const read = (body: string, type = 'application/json') =>
    readRequestBody({ method: 'POST', url: '/', headers: { 'content-type': type }, body });
  const query = (more: object) => read(JSON.stringify({ query: '{ a }', ...more }));
  test.each([
    [query({}), { query: '{ a }', variables: {}, operationName: null }],
    [query({ variables: null, operationName: '' }), { query: '{ a }', variables: {}, operationName: null }],
    [query({ variables: { a: 1 }, operationName: 'A' }), { query: '{ a }', variables: { a: 1 }, operationName: 'A' }],
    [query({ operationName: 5 }), { query: '{ a }', variables: {}, operationName: null }],
    [read('{ a }', 'application/graphql; charset=utf-8'), { query: '{ a }', variables: {}, operationName: null }],
    [query({ variables: [] }), { errors: { variables: 'Required parameter missing or invalid' } }],
    [query({ query: ' ' }), { errors: { query: 'Required parameter missing or invalid' } }],
    [query({ query: 5 }), { errors: { query: 'Required parameter missing or invalid' } }],
    [read('[]'), { errors: { query: 'Required parameter missing or invalid' } }],
    [read('{'), { errors: { query: 'Required parameter missing or invalid' } }],
  ])('%j', (found, wanted) => expect(found).toEqual(wanted));
});

test.each([
  ['{ a { b c } }', 3],
  ['{ ...F } fragment F on X { a b }', 5],
  ['{ ... on X { a } }', 2],
  ['{ ...None }', 1],
  ['{ ...F } fragment F on X { a ...F }', 5],
  ['{ ...A } fragment A on X { ...B ...B } fragment B on X { x }', 10],
  ['type X { a: Int }', 0],
])('%s selects %i', (text, count) => expect(selectionsIn(parse(text))).toBe(count));

test.each<[kind: FieldKind, values: readonly unknown[], term: SearchValue, is: boolean]>([
  ['text', ['Blué Mug'], { match_all: 'mug blue' }, true],
  ['text', ['Blue Mug'], { match_all: 'mug red' }, false],
  ['text', ['Blue Mug'], { match_all: '!' }, false],
  ['text', ['Blue big Mug'], { match_phrase: 'blue mug' }, false],
  ['text', ['A Blue Mug'], { match_phrase: 'blue-mug' }, true],
  ['text', ['Blue'], { match_phrase: '' }, false],
  ['text', ['Blue Mug'], { match_prefix: 'blue m' }, true],
  ['text', ['Blue Mug'], { match_prefix: 'bl mug' }, false],
  ['text', ['Blue Mug'], { match_prefix: '' }, false],
  ['text', [null, undefined, ''], { exists: true }, false],
  ['text', [0], { exists: true }, true],
  ['keyword', ['#1001'], { match_all: '1001' }, true],
  ['keyword', ['1001'], { match_all: '5, #1001' }, true],
  ['keyword', ['1001'], { match_all: '100' }, false],
  ['keyword', ['#1001'], { match_prefix: '#10' }, true],
  ['number', [5], { range: { op: '<', value: '5' } }, false],
  ['number', [5], { range: { op: '<=', value: '5' } }, true],
  ['number', [5], { range: { op: '>', value: '5' } }, false],
  ['number', [5], { range: { op: '>=', value: '5' } }, true],
  ['number', [4], { range: { op: '<', value: '5' } }, true],
  ['number', [6], { range: { op: '>', value: '5' } }, true],
  ['id', [7], { match_all: 'gid://shopify/Product/7' }, true],
  ['id', [7], { match_phrase: '8' }, false],
  ['date', ['2026-01-02T00:00:00Z'], { range: { op: '>', value: '2026-01-01' } }, true],
])('%s %j answers %j: %s', (kind, values, term, is) => expect(matches(kind, values, term)).toBe(is));

test.each([
  ['', { all: true }],
  ['-a', { not: { field: 'default', match_all: 'a' } }],
  ['NOT a', { not: { field: 'default', match_all: 'a' } }],
  ['NOTa', { field: 'default', match_all: 'NOTa' }],
  ['ORa', { field: 'default', match_all: 'ORa' }],
  [
    'a OR(b)',
    {
      or: [
        { field: 'default', match_all: 'a' },
        { field: 'default', match_all: 'b' },
      ],
    },
  ],
  ['(a', { field: 'default', match_all: 'a' }],
  [
    'a)b',
    {
      and: [
        { field: 'default', match_all: 'a' },
        { field: 'default', match_all: 'b' },
      ],
    },
  ],
  ['"a', { field: 'default', match_phrase: 'a' }],
  ['"a\\', { field: 'default', match_phrase: 'a\\' }],
  ['a\\', { field: 'default', match_all: 'a\\' }],
  ['a\\*', { field: 'default', match_all: 'a*' }],
  ['*', { field: 'default', exists: true }],
  ['p:<"5"', { field: 'p', range: { op: '<', value: '5' } }],
  ['p:<5*', { field: 'p', range: { op: '<', value: '5' } }],
  [`${'('.repeat(100)}a`, { field: 'default', match_all: 'a' }],
  [`${'('.repeat(101)}a OR b`, { and: [{ field: 'default', match_all: 'a' }] }],
])('%j is read', (text, node) => {
  if (text.startsWith('('.repeat(101))) expect(JSON.stringify(parseSearch(text))).toContain('"a"');
  else expect(parseSearch(text)).toEqual(node);
});
