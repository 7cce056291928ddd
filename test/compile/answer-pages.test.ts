import { describe, expect, test } from 'vitest';
import { answerScript } from '../../generator/compile/scripts/answer';
import { oneAction, shown } from './small';

type Lines = Readonly<Record<string, string>>;

type View = Readonly<Record<string, unknown>>;

/** What the script after the request is made of. */
const answered = (lines: Lines, bot: Lines = {}): View => {
  const [made, action] = oneAction(lines, bot);
  return shown(answerScript(made, action).view) as View;
};

const LIST = 'look: list, each: things, item: { title: "${n}" }';

const listed = (response: string, more: Lines = {}): View =>
  answered({ response, reply: `{ found: { ${LIST} }, empty: Nothing. }`, ...more });

describe('the list that an answer is', () => {
  test.each([
    [
      'all of it',
      '{ fields: { things: { each: ., fields: { n: n } } } }',
      { wholeList: true, lists: true, list: { name: 'things', from: 'found' } },
    ],
    [
      'a part of it',
      '{ fields: { things: { each: items, fields: { n: n } } } }',
      { wholeList: false, lists: true, list: { name: 'things', from: 'found.items' } },
    ],
    ['not there', '{ fields: { n: n } }', { wholeList: false, lists: false, list: null }],
    ['another', '{ fields: { others: { each: ., fields: { n: n } } } }', { wholeList: false, lists: true, list: null }],
    ['no list', '{ fields: { things: things } }', { wholeList: false, lists: false, list: null }],
  ])('is %s', (_, response, wanted) => {
    expect(listed(response)).toMatchObject(wanted);
  });

  const NEAR = 'near: { at: data.wider, input: a, words: [name, v.title] }';
  test('may have things that are only like what was asked for', () => {
    const inputs = '{ a: { prompt: A? } }';
    const fields = 'fields: { things: { each: nodes, where: { on: "true" }, fields: { n: n } } }';
    expect(listed(`{ ${NEAR}, ${fields} }`, { inputs })['near']).toEqual({
      list: 'body?.data?.wider?.nodes',
      only: ['String(item.on) === "true"'],
      key: 'nodes',
      words: ['item.name', 'item.v?.title'],
    });
    expect(listed(`{ ${fields} }`, { inputs })['near']).toBeNull();
    expect(listed(`{ ${NEAR}, fields: { n: n } }`, { inputs })['near']).toBeNull();
    expect(listed(`{ ${NEAR}, fields: { things: things } }`, { inputs })['near']).toBeNull();
  });
});

describe('pages', () => {
  const paged = (paging: string, response = '{ at: data, fields: { things: { each: items, fields: { n: n } } } }') =>
    listed(response, {
      request: `{ rest: { path: '/a/\${env.SECRET}/\${w}' }, paging: ${paging} }`,
      inputs: '{ w: { prompt: W? } }',
    });
  const view = (paging: string, response?: string) => {
    const [bot, action] = oneAction(
      {
        request: `{ rest: { path: '/a/\${env.SECRET}/\${w}' }, paging: ${paging} }`,
        inputs: '{ w: { prompt: W? } }',
        response: response ?? '{ at: data, fields: { things: { each: items, fields: { n: n } } } }',
        reply: `{ found: { ${LIST} }, empty: Nothing. }`,
      },
      {
        service: 'service: { host: "${env.HOST}.example.com" }',
        more: 'variables: { SECRET: { hint: S, secret: true }, HOST: { hint: H, pattern: x } }',
      },
    );
    return (shown(answerScript(bot, action).view) as View)['pages'];
  };

  test.each([
    [
      'an address',
      '{ next: links.next }',
      {
        partial: 'pages-next',
        at: 'body?.links?.next',
        more: null,
        by: null,
        here: '`https://${env.HOST}.example.com/a/${env.SECRET}/${state.url.path0}`',
        path: '`/a/${env.SECRET}/${state.url.path0}`',
        things: null,
      },
    ],
    [
      'a cursor',
      '{ cursor: c, as: after, more: m }',
      { partial: 'pages-cursor', at: 'body?.c', more: 'body?.m', by: null, here: null, path: null, things: null },
    ],
    ['a cursor alone', '{ cursor: c, as: after }', { at: 'body?.c', more: null }],
    [
      'a number',
      '{ page: p, of: pages }',
      { partial: 'pages-page', at: 'body?.pages', more: null, by: null, things: null },
    ],
    ['a number as long as there is more', '{ page: p, more: m }', { at: null, more: 'body?.m' }],
    [
      'an offset',
      '{ offset: o, by: 5 }',
      { partial: 'pages-offset', at: null, by: 5, here: null, things: 'body?.data?.items' },
    ],
  ])('are found by %s', (_, paging, wanted) => {
    expect(view(paging)).toMatchObject(wanted);
  });

  test('by an offset count the things of this one', () => {
    expect(view('{ offset: o, by: 5 }', '{ fields: { things: { each: ., fields: { n: n } } } }')).toMatchObject({
      things: 'body',
    });
    expect(view('{ offset: o, by: 5 }', '{ at: data, fields: { n: n } }')).toMatchObject({ things: 'body?.data' });
    expect(view('{ offset: o, by: 5 }', '{ at: data, fields: { things: things } }')).toMatchObject({
      things: 'body?.data',
    });
    const two =
      '{ at: data, fields: { a: { each: as, fields: { n: n } }, things: { each: items, fields: { n: n } } } }';
    expect(view('{ offset: o, by: 5 }', two)).toMatchObject({ things: 'body?.data?.items' });
  });

  test.each([
    ['none', {}, { pages: null, paging: null, hasPages: false, further: false }],
    [
      'those of a connection',
      { request: "{ graphql: 'query Q($after: String) { a }', paging: data.things }" },
      { pages: null, paging: 'body?.data?.things', hasPages: true, further: false },
    ],
  ] satisfies readonly (readonly [string, Lines, View])[])('are %s', (_, lines, wanted) => {
    expect(answered(lines)).toMatchObject(wanted);
  });

  test('of a list go on by themselves', () => {
    expect(paged('{ next: n }')).toMatchObject({ hasPages: true, further: true });
  });
});
