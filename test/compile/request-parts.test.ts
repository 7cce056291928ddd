import { describe, expect, test } from 'vitest';
import { formBodyFields } from '../../generator/compile/form';
import { keyParameter, restUrl } from '../../generator/compile/rest-url';
import { layered, ownHeaders } from '../../generator/compile/headers';
import { foldQuery } from '../../generator/compile/scripts/query';
import { openOf } from '../../generator/model/look-up';
import { oneAction, phrase } from './small';
import { INPUTS, type Lines, prepared, VARIABLES } from './small-requests';

describe('the fields of a form', () => {
  const fieldsOf = (rest: string, bot: Lines = {}, paging = '') => {
    const [made, action] = oneAction(
      { inputs: INPUTS, request: `{ rest: { method: POST, path: /x, ${rest} }${paging} }`, reads: 'true' },
      bot,
    );
    return action.request.kind === 'rest' ? formBodyFields(action.request, openOf(action), made) : undefined;
  };

  test.each([
    [
      'values',
      "as: form, body: { a: 1, b: true, c: null, d: x, e: '${a}', f: 'x ${o}' }",
      ['a=1', 'b=true', 'c=', 'd=x', 'e:field0', 'f:field1'],
    ],
    ['trees', 'as: form, body: { a: { b: [x, y] } }', ['a[b][0]=x', 'a[b][1]=y']],
    ['a list', 'as: form, body: [x]', ['0=x']],
    ['none', 'as: form, body: {}', []],
    ['nothing at all', 'as: form', undefined],
    ['JSON', 'body: { a: 1 }', undefined],
    ['a value that may be missing', "as: form, body: { a: 1, b: '${o}' }", undefined],
    ['a list of unknown length', "as: form, body: { a: { each: a, item: '${item}' } }", undefined],
    ['a key that the platform fills in', "as: form, body: { k: '${env.SECRET}', v: x }", ['v=x', 'k={{env.SECRET}}']],
  ])('are %s', (_, rest, wanted) => {
    const fields = fieldsOf(rest, { more: VARIABLES });
    expect(
      fields?.map(({ key, name, value }) =>
        name === undefined ? `${key}=${JSON.stringify(value).slice(1, -1)}` : `${key}:${name}`,
      ),
    ).toEqual(wanted);
  });

  test('are made by the script where a page is asked for in them', () => {
    expect(fieldsOf('as: form, body: { a: x }', {}, ', paging: { cursor: c, as: after }')).toBeUndefined();
    expect(fieldsOf('as: form, body: { a: x }', {}, ', paging: { cursor: c, as: after, in: query }')).toHaveLength(1);
  });

  test.each([
    [
      'values',
      "{ a: 1, 'b[c]': '${a}' }",
      { form: [{ name: 'field0', value: 'context.entities.getItA' }], fields: false, content: [], body: false },
    ],
    [
      'what may be missing',
      "{ a: '${o}' }",
      { form: [], fields: true, content: [{ key: 'a', value: 'given.o' }], body: true },
    ],
  ])('have in the script %s', (_, body, wanted) => {
    const request = `{ rest: { method: POST, path: /x, as: form, body: ${body} } }`;
    expect(prepared({ inputs: INPUTS, reads: 'true', request })).toMatchObject(wanted);
  });

  test('are checked under names that are identifiers', () => {
    const request = "{ rest: { method: POST, path: /x, as: form, body: { 'b[c]': '${a | trim}' } } }";
    expect(prepared({ inputs: '{ a: { prompt: A? } }', reads: 'true', request })).toMatchObject({
      checked: [{ name: 'value' }, { name: 'b_c_' }],
    });
  });
});

describe('an address', () => {
  const addressOf = (rest: string, bot: Lines = {}, paging = '') => {
    const [made, action] = oneAction(
      { inputs: INPUTS, request: `{ rest: { ${rest} }${paging} }` },
      { more: VARIABLES, ...bot },
    );
    return action.request.kind === 'rest' ? restUrl(action, action.request, made).path : '';
  };
  const KEY = 'credentials: { apiKey: { in: query, name: "key[]", variable: SECRET } }';

  test.each([
    ['no query', 'path: /x', {}, '', '/x'],
    ['a key', 'path: /x', { more: `${VARIABLES}\n${KEY}` }, '', '/x?key%5B%5D={{env.SECRET}}'],
    [
      'a key and more',
      "path: /x, query: { q: '1' }",
      { more: `${VARIABLES}\n${KEY}` },
      '',
      '/x?key%5B%5D={{env.SECRET}}&q={{context.getIt.url.query0}}',
    ],
    [
      'secrets',
      "path: '/${env.SECRET}/${a}', query: { q: '${env.SECRET}', r: '1' }",
      {},
      '',
      '/{{env.SECRET}}/{{context.getIt.url.path0}}?q={{env.SECRET}}&r={{context.getIt.url.query0}}',
    ],
    ['values that may be missing', "path: /x, query: { q: '${o}' }", {}, '', '/x?{{context.getIt.url.query}}'],
    ['pages', 'path: /x', {}, ', paging: { next: n }', '/x?{{context.getIt.url.query}}'],
    [
      'pages and a secret',
      "path: /x, query: { q: '${env.SECRET}' }",
      {},
      ', paging: { next: n }',
      '/x?q={{env.SECRET}}&{{context.getIt.url.query}}',
    ],
    ['pages in a body', 'path: /x, method: POST', {}, ', paging: { cursor: c, as: after }', '/x'],
  ])('with %s', (_, rest, bot, paging, wanted) => {
    expect(addressOf(rest, bot, paging)).toBe(wanted);
  });

  test.each([
    ['a query', 'query', ['k={{env.V}}']],
    ['a body', 'body', []],
  ] as const)('has a key in %s', (_, place, wanted) => {
    const credentials = { mode: 'apiKey', in: place, name: 'k', variable: 'V', block: 'apiKey' } as const;
    expect(keyParameter({ credentials })).toEqual(wanted);
  });

  test('has none in another mode', () => {
    expect(keyParameter({ credentials: { mode: 'none' } })).toEqual([]);
  });
});

describe('headers', () => {
  test('are texts or values of the script', () => {
    const headers = new Map([
      ['A', phrase('x')],
      ['B', phrase('${env.X}')],
      ['C', phrase('${session.y}')],
      ['D', phrase('${env.X} ${z}')],
    ]);
    const own = ownHeaders({ headers });
    expect(own.texts('k')).toEqual({
      A: 'x',
      B: '{{env.X}}',
      C: '{{context.k.headers.header2}}',
      D: '{{context.k.headers.header3}}',
    });
    expect(own.values.map(({ name }) => name)).toEqual(['header2', 'header3']);
  });

  test('have one value each, however they are written', () => {
    expect(layered({ Accept: 'a', X: '1' }, { accept: 'b' })).toEqual({ accept: 'b', X: '1' });
  });
});

describe('a query is folded', () => {
  const line = (letters: number) => `  ${'x'.repeat(letters - 2)}`;

  test.each([
    ['a selection that fits', 'query Q {\n  a {\n    b\n    c\n  }\n}', 'query Q {\n  a { b c }\n}'],
    ['selections in each other', 'query Q {\n  a {\n    b {\n      c\n    }\n  }\n}', 'query Q {\n  a { b { c } }\n}'],
    ['neighbours', 'query Q {\n  a\n  b\n}', 'query Q {\n  a b\n}'],
    ['but not with a comment', 'query Q {\n  a # x\n  b\n}', 'query Q {\n  a # x\n  b\n}'],
    ['but not with a block text', 'query Q {\n  a(x: """y""")\n  b\n}', 'query Q {\n  a(x: """y""")\n  b\n}'],
    ['but not with braces in a text', 'query Q {\n  a(x: "{")\n  b\n}', 'query Q {\n  a(x: "{")\n  b\n}'],
    ['with other texts', 'query Q {\n  a(x: "y")\n  b\n}', 'query Q {\n  a(x: "y") b\n}'],
    ['but not without an end', 'query Q {\n  a {\n    b', 'query Q {\n  a {\n    b'],
    ['without blank ends of lines', 'query Q {\n  a  \n  b \n}', 'query Q {\n  a b\n}'],
    ['up to 150 letters', `query Q {\n${line(60)}\n${line(91)}\n}`, `query Q {\n${line(60)} ${line(91).trim()}\n}`],
    ['and no further', `query Q {\n${line(60)}\n${line(92)}\n}`, `query Q {\n${line(60)}\n${line(92)}\n}`],
    [
      'selections up to 150 letters',
      `query Q {\n  a {\n  ${line(144)}\n  }\n}`,
      `query Q {\n  a { ${line(144).trim()} }\n}`,
    ],
    ['longer ones not', `query Q {\n  a {\n  ${line(145)}\n  }\n}`, `query Q {\n  a {\n  ${line(145)}\n  }\n}`],
  ])('%s', (_, query, wanted) => {
    expect(foldQuery(query)).toBe(wanted);
  });
});
