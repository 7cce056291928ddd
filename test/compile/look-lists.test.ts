import { describe, expect, test } from 'vitest';
import { lookCompilers } from '../../generator/compile/messages/looks';
import { noScope, resolver } from '../../generator/compile/messages/scope';
import type { Reply } from '../../generator/model/model';
import { oneAction, phrase } from './small';
import { looked } from './small-looks';

const emptyReply: Reply = { look: 'text', rows: [], links: [], columns: [], buttons: [], where: phrase('').where };

describe.each([
  ['list', 1, ' · '],
  ['carousel', 3, '\\n'],
] as const)('a %s', (look, most, separator) => {
  const found = (more: string, item: string) =>
    `{ look: ${look}, each: things, ${more} item: { title: "\${n}", ${item} } }`;
  const cards = Array.from({ length: 3 }, (_, i) => `{ title: B${i}, action: get-it }`);

  test('has cards on the web', () => {
    const { template, view } = looked(
      found('text: "Of ${name}",', `text: ["\${m}", "by us"], image: "\${page}", buttons: [${cards.join(', ')}]`),
      'rtm',
    );
    expect(template).toBe(`${look}.rtm`);
    expect(view).toMatchObject({
      each: 'answer.things',
      isCut: look === 'list',
      text: 'short(answer.name && `Of ${answer.name}`, 640)',
      title: 'short(item.n, 80)',
      subtitle: `short([item.m, "by us"].filter(Boolean).join("${separator}"), 200)`,
      image: 'item.page',
      link: null,
      opens: false,
    });
    expect(view['buttons']).toHaveLength(most);
  });

  test('has a link', () => {
    const { view } = looked(found('', `link: "\${page}", buttons: [${cards.slice(0, 2).join(', ')}]`), 'rtm');
    expect(view['link']).toBe(look === 'list' ? 'item.page' : null);
    expect((view['buttons'] as readonly unknown[])[2]).toEqual(
      look === 'list' ? undefined : { each: null, title: '"View in store"', url: 'item.page' },
    );
  });

  test('may have cards with a title alone', () => {
    const { view } = looked(found('', ''), 'rtm');
    expect(view).toMatchObject({ subtitle: null, image: null, link: null, buttons: [], says: false, opens: false });
    expect(view['text']).toBe(look === 'list' ? '""' : null);
  });

  test('may have one line below the title', () => {
    expect(looked(found('', 'text: "${m}"'), 'rtm').view['subtitle']).toBe('short(item.m, 200)');
  });

  test('is a sentence for each thing elsewhere', () => {
    const lines = 'text: ["${m}", "by us"]';
    expect(looked(found('', lines), 'default')).toMatchObject({
      template: 'items.default',
      view: { text: null, words: '[item.n, item.m, "by us"]' },
    });
    expect(looked(found('text: Here.,', ''), 'default')).toMatchObject({
      view: { text: '"Here."', words: '[item.n]' },
    });
  });

  test('says that there are more', () => {
    expect(looked(found('', ''), 'rtm').view['others']).toEqual({
      total: null,
      most: look === 'list' ? 4 : 10,
      before: '…and ',
      after: ' more.',
      bare: '…and more.',
    });
  });
});

test('a list without items is a mistake of the tool', () => {
  const [bot] = oneAction();
  const setting = { locale: bot.locales[0], find: resolver(noScope), more: undefined };
  expect(() => lookCompilers.list({ ...emptyReply, look: 'list' }, setting, 'rtm')).toThrow('a list without items');
});

describe('a table', () => {
  const found = (text: string) =>
    `{ look: table, each: things, ${text} columns: [{ title: N, value: "\${n}" }, { title: M, value: "\${m}", align: right }] }`;

  test('has cells on the web', () => {
    expect(looked(found(''), 'rtm')).toMatchObject({
      template: 'table.rtm',
      view: {
        text: '""',
        others: null,
        columns: [
          { title: '"N"', value: 'item.n', align: 'left' },
          { title: '"M"', value: 'item.m', align: 'right' },
        ],
        cells: '[item.n, item.m]',
      },
    });
    expect(looked(found('text: "${name}",'), 'rtm').view['text']).toBe('short(answer.name, 640)');
  });

  test('has the first cell, and the others with their titles, elsewhere', () => {
    expect(looked(found(''), 'default').view).toMatchObject({
      text: null,
      first: 'item.n',
      named: [{ title: '"M"', value: 'item.m' }],
    });
    expect(looked(found('text: "${name}",'), 'default').view['text']).toBe('answer.name');
  });
});
