import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Draft } from '../../generator/scaffold/draft';
import { replyYaml } from '../../generator/scaffold/reply-yaml';
import { inFlow, lines, scalar } from '../../generator/scaffold/scalar';
import { asked, draftOf, inputOf, leafOf, REST } from './drafts';

describe('a reply', () => {
  const reply = (more: Partial<Draft>) =>
    (parse(replyYaml(draftOf(more))) as { readonly reply: Readonly<Record<string, unknown>> }).reply;
  const found = (fields: Draft['fields'], more: Partial<Draft> = {}) =>
    reply({ fields, ...more })['found'] ?? reply({ fields, ...more })['done'];
  const list = (...fields: readonly ReturnType<typeof leafOf>[]) => [{ name: 'things', each: '.', fields }];

  test('says that nothing was found', () => {
    expect(reply({})['empty']).toBe('I found no order.');
    expect(reply({ inputs: [inputOf('a'), inputOf('b')] })['empty']).toBe('I found no order for a ${a} and b ${b}.');
    expect(reply({ done: true })['empty']).toBe('I found nothing there, so nothing was changed.');
    expect(reply({ outcomes: [{ name: 'gone', statuses: [], says: 'G.' }] })['gone']).toBe('G.');
  });

  test('has a button for the next page where there is one', () => {
    const paged = (request: Draft['request']) => parse(replyYaml(draftOf({ request }))) as { readonly next?: object };
    expect(paged(asked('query', { paging: 'a' })).next).toEqual({ more: 'Show more' });
    expect(paged(asked('query')).next).toBeUndefined();
    expect(paged(REST).next).toBeUndefined();
  });

  test.each([
    ['nothing', [], {}, 'Yes, that is so.'],
    [
      'nothing of what is done',
      [],
      { done: true, id: 'create-order', request: { ...REST, method: 'POST' } },
      'I created an order.',
    ],
    [
      'no list of what is done',
      list(leafOf('a')),
      { done: true, id: 'create-order', list: 'things', request: { ...REST, method: 'POST' } },
      'I created an order.',
    ],
    [
      'what names it',
      [leafOf('id'), leafOf('status'), leafOf('title')],
      {},
      { look: 'details', title: 'Order ${title}', rows: [{ label: 'Status', value: '${status}' }] },
    ],
    [
      'what comes first',
      [leafOf('id'), leafOf('status'), leafOf('total')],
      {},
      { title: 'Order ${status}', rows: [{ label: 'Total', value: '${total}' }] },
    ],
    ['its id alone', [leafOf('id')], {}, { title: 'Order ${id}', rows: [{ label: 'ID', value: '${id}' }] }],
    [
      'a picture',
      [leafOf('pic', 'image'), leafOf('a'), leafOf('b')],
      {},
      { title: 'Order ${a}', image: '${pic}', rows: [{ label: 'B', value: '${b}' }] },
    ],
    [
      'a link',
      [leafOf('a'), leafOf('l', 'link'), leafOf('m', 'link')],
      {},
      { links: [{ title: 'Open', url: '${l}' }], rows: [{ label: 'A', value: '${a}' }] },
    ],
    [
      'lists',
      [leafOf('a'), { name: 'parts', each: 'ps', fields: [...'nmop'].map((one) => leafOf(one)) }],
      {},
      { rows: [{ label: 'Parts', each: 'parts', item: '${n} ${m} ${o}' }] },
    ],
    [
      'no list of pictures',
      [leafOf('a'), { name: 'parts', each: 'ps', fields: [leafOf('p', 'image')] }],
      {},
      { rows: [{ label: 'A', value: '${a}' }] },
    ],
    [
      'what is done',
      [leafOf('id'), leafOf('title')],
      { done: true, id: 'create-order', request: { ...REST, method: 'POST' } },
      { look: 'details', title: 'I created an order.', rows: [{ label: 'Title', value: '${title}' }] },
    ],
    [
      'the id of what is done',
      [leafOf('id')],
      { done: true, id: 'create-order', request: { ...REST, method: 'POST' } },
      { rows: [{ label: 'ID', value: '${id}' }] },
    ],
    ['a list that is another', list(leafOf('a')), { list: 'other' }, { look: 'details' }],
    [
      'a table',
      list(leafOf('id'), leafOf('title'), ...[...'abcde'].map((one) => leafOf(one))),
      { list: 'things' },
      {
        look: 'table',
        text: 'Order',
        each: 'things',
        columns: ['Title', 'A', 'B', 'C', 'D'].map((title) => ({ title, value: `\${${title.toLowerCase()}}` })),
      },
    ],
    [
      'a carousel',
      list(leafOf('title'), leafOf('pic', 'image'), leafOf('l', 'link')),
      { list: 'things' },
      { look: 'carousel', item: { title: '${title}', image: '${pic}', link: '${l}' } },
    ],
    [
      'a short list',
      list(leafOf('title'), ...[...'abcd'].map((one) => leafOf(one))),
      { list: 'things', request: asked('query') },
      { look: 'list', item: { title: '${title}', text: ['${a}', '${b}', '${c}'] } },
    ],
    [
      'four things of a page',
      list(leafOf('title'), leafOf('a')),
      { list: 'things', request: asked('query', { pageSize: 4 }) },
      { look: 'list' },
    ],
    [
      'five things of a page',
      list(leafOf('title'), leafOf('a')),
      { list: 'things', request: asked('query', { pageSize: 5 }) },
      { look: 'table' },
    ],
    ['an empty list', list(), { list: 'things' }, { look: 'carousel', item: { title: 'Order' } }],
  ] satisfies readonly (readonly [string, Draft['fields'], Partial<Draft>, unknown])[])(
    'shows %s',
    (_, fields, more, wanted) => {
      const made = found(fields, more);
      if (typeof wanted === 'string') expect(made).toBe(wanted);
      else expect(made).toMatchObject(wanted);
      expect('done' in reply({ fields, ...more })).toBe('done' in more);
    },
  );

  test('has no picture, link or text where there is none', () => {
    expect(Object.keys(found([leafOf('a')]) as object)).toEqual(['look', 'title', 'rows']);
    expect(found(list(leafOf('a')), { list: 'things' })).toEqual({
      look: 'carousel',
      text: 'Order',
      each: 'things',
      item: { title: '${a}' },
    });
  });
});

test.each([
  ['a', 'a'],
  ['a b.c-d', 'a b.c-d'],
  ['true', "'true'"],
  ['a, b', "'a, b'"],
  ["it's", "'it''s'"],
  ['1a', "'1a'"],
])('%j is %s in flow', (text, wanted) => {
  expect(inFlow(text)).toBe(wanted);
});

test('texts of several lines have a margin, but no blanks', () => {
  expect(lines('a \n\n  b', '  ')).toBe('  a\n\n    b');
  expect(scalar('a: b')).toBe("'a: b'");
});
