import { describe, expect, test } from 'vitest';
import { type Lines, prepared, VARIABLES, type View } from './small-requests';

describe('a script before the request', () => {
  test.each([
    ['no input', {}, { says: false, texts: false, shows: false, reads: false, again: false }],
    ['one', { inputs: '{ a: { prompt: A? } }' }, { says: true, texts: true, shows: true, reads: false, again: false }],
    ['two', { inputs: '{ a: { prompt: A? }, b: { prompt: B? } }' }, { says: true, again: false }],
    ['an open one', { inputs: '{ a: { prompt: A?, optional: true } }' }, { again: true }],
    ['one that is read again', { inputs: '{ a: { prompt: A?, type: email } }' }, { reads: true, shows: true }],
    [
      'one that stays as it came',
      {
        inputs: '{ a: { prompt: A? } }',
        reply: '{ found: { text: F, buttons: [{ title: B, url: "${a}" }] }, empty: E }',
      },
      { shows: false, inputs: [{ raw: true }] },
    ],
  ] satisfies readonly (readonly [string, Lines, View])[])('with %s', (_, lines, wanted) => {
    expect(prepared(lines)).toMatchObject(wanted);
  });

  test('looks at the variables of the host', () => {
    const HOST = 'service: { host: "${env.HOST}.example.com" }';
    const settings = (bot: Lines, lines: Lines = {}) =>
      (
        prepared(lines, { more: VARIABLES, ...bot })['settings'] as readonly {
          readonly variable: string;
          readonly pattern: string;
        }[]
      ).map(({ variable, pattern }) => `${variable} ${pattern}`);
    expect(settings({})).toEqual([]);
    expect(settings({ service: HOST })).toEqual(['HOST ^(?:[a-z]+)$']);
    expect(settings({ service: HOST.replace('HOST', 'OTHER') })).toEqual([]);
    expect(settings({}, { request: "{ rest: { path: /x, query: { k: '${env.SECRET}' } } }" })).toEqual([
      'SECRET ^(?:[\\w.~-]+)$',
    ]);
  });

  const WRITES = { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' };

  test.each([
    ['reads', {}, { writes: false, once: false, fresh: '' }],
    ['writes', WRITES, { writes: true, once: false, fresh: '' }],
    [
      'writes what may be changed',
      { ...WRITES, inputs: '{ a: { prompt: A? } }', confirm: '{ ask: Sure?, change: [a] }' },
      { fresh: 'getItConfirm' },
    ],
    ['has a key of the ask', { request: "{ rest: { path: /x, headers: { K: '${once}' } } }" }, { once: true }],
    [
      'has an input that is called so',
      { inputs: '{ once: { prompt: O? } }', request: "{ rest: { path: /x, headers: { K: '${once}' } } }" },
      { once: false },
    ],
    [
      'has another value',
      { inputs: '{ a: { prompt: O? } }', request: "{ rest: { path: /x, headers: { K: '${a}' } } }" },
      { once: false },
    ],
  ] satisfies readonly (readonly [string, Lines, View])[])('of an action that %s', (_, lines, wanted) => {
    expect(prepared(lines)).toMatchObject(wanted);
  });

  const TOKEN = 'header: T, accessToken: { variable: TOKEN }';
  const FETCHED = 'clientCredentials: { path: /token, id: ID, secret: S }';
  test.each([
    ['no token', '', { fetchesToken: false, own: null }],
    ['its own token', `credentials: { ${TOKEN} }`, { fetchesToken: false, own: null }],
    ['a fetched one', `credentials: { ${FETCHED} }`, { fetchesToken: true, own: null }],
    [
      'one of the two',
      `credentials: { ${TOKEN}, ${FETCHED} }`,
      { fetchesToken: true, own: { variable: 'TOKEN', id: 'ID' } },
    ],
  ])('with %s', (_, more, wanted) => {
    expect(prepared({}, { more })).toMatchObject(wanted);
  });

  test('knows for whom it is', () => {
    const owned = { response: '{ owner: email, fields: { id: id } }' };
    expect(prepared(owned)['personal']).toBe(false);
    expect(prepared(owned, { more: 'audience: shopper' })['personal']).toBe(true);
    expect(prepared({}, { more: 'audience: shopper' })['personal']).toBe(false);
  });

  test('keeps what is compared with what is only like it', () => {
    const near = '{ near: { at: other, input: a, words: [name] }, fields: { things: { each: ., fields: { n: n } } } }';
    expect(prepared({ inputs: '{ a: { prompt: A? } }', response: near })['near']).toBe('a');
    expect(prepared({})['near']).toBe(null);
  });

  test('makes the values of headers', () => {
    const headers = "{ A: x, B: '${a}', C: '${env.OTHER}', D: 'y ${a} ${env.OTHER}' }";
    expect(
      prepared({ inputs: '{ a: { prompt: A? } }', request: `{ rest: { path: /x, headers: ${headers} } }` })['headers'],
    ).toEqual([
      { name: 'header1', value: 'context.entities.getItA' },
      { name: 'header3', value: '`y ${said.a} ${env.OTHER}`' },
    ]);
  });
});

describe('further pages', () => {
  const LIST = '{ fields: { things: { each: items, fields: { n: n } } } }';
  const FOUND = '{ found: { look: list, each: things, item: { title: "${n}" } }, empty: Nothing. }';
  const paged = (paging: string, query = '{}') =>
    prepared({ request: `{ rest: { path: /x, query: ${query} }, paging: ${paging} }`, response: LIST, reply: FOUND });
  const PAGED = {
    paging: true,
    graphql: false,
    url: true,
    listed: true,
    moreTitles: ['show more'],
    further: 'getItFurther',
  };

  test.each([
    ['an address', '{ next: next }', { pageParameter: null, wholeQuery: true, pageMember: null, pageIsNumber: true }],
    [
      'a cursor',
      '{ cursor: c, as: "page[after]" }',
      { pageParameter: 'page%5Bafter%5D', wholeQuery: false, pageIsNumber: false },
    ],
    ['a number', '{ page: p, of: pages }', { pageParameter: 'p', wholeQuery: false, pageIsNumber: true }],
    ['an offset', '{ offset: o, by: 5 }', { pageParameter: 'o', wholeQuery: false, pageIsNumber: true }],
    ['a number in a body', '{ page: p, of: pages, in: body }', { pageParameter: null, pageMember: 'content.p' }],
  ])('are asked for by %s', (_, paging, wanted) => {
    expect(paged(paging)).toMatchObject({ ...PAGED, ...wanted });
  });

  test('are asked for by a parameter that the request has anyway', () => {
    expect(paged('{ page: p, of: pages }', "{ p: '1', q: x }")).toMatchObject({
      pageParameter: null,
      parameters: [
        { name: 'p', paged: true },
        { name: 'q', paged: false },
      ],
    });
    expect(paged('{ page: p, of: pages }', "{ p: '1' }")).toMatchObject({ pageParameter: null });
    expect(paged('{ page: p, of: pages }', '{ q: x }')).toMatchObject({ pageParameter: 'p' });
  });

  test.each([
    ['not paged', {}, { paging: false, graphql: false, moreTitles: [], further: null, wholeQuery: false }],
    [
      'of GraphQL',
      { request: "{ graphql: 'query Q($after: String) { a }', paging: data.things }" },
      { paging: true, graphql: true, pageParameter: null, further: null, moreTitles: ['show more'] },
    ],
    ['not a list', { request: '{ rest: { path: /x }, paging: { next: next } }' }, { paging: true, further: null }],
  ] satisfies readonly (readonly [string, Lines, View])[])('of a request that is %s', (_, lines, wanted) => {
    expect(prepared(lines)).toMatchObject(wanted);
  });
});
