import { describe, expect, test } from 'vitest';
import { lookCompilers } from '../../generator/compile/messages/looks';
import { answeredScope, noScope, resolver } from '../../generator/compile/messages/scope';
import type { More } from '../../generator/compile/messages/setting';
import type { Reply } from '../../generator/model/model';
import { oneAction, phrase, shown } from './small';
import { looked } from './small-looks';

describe('a text', () => {
  test('is cut at 640 letters', () => {
    expect(looked('"${name}"', 'default').view).toEqual({ text: 'short(answer.name, 640)' });
  });

  test('is another where several values were said', () => {
    const reply: Reply = { ...emptyReply, look: 'text', text: phrase('One.'), several: phrase('I see ${choices}.') };
    const [bot] = oneAction();
    const find = resolver(noScope);
    const { view } = lookCompilers.text(reply, { locale: bot.locales[0], find, more: undefined }, 'default');
    expect(shown(view)).toEqual({ text: 'choices ? `I see ${choices}.` : "One."' });
  });
});

const emptyReply: Reply = { look: 'text', rows: [], links: [], columns: [], buttons: [], where: phrase('').where };

const buttons = (...all: readonly string[]) => `{ look: buttons, text: Well?, buttons: [${all.join(', ')}] }`;

const AGAIN = '{ title: Again, action: get-it }';

const WORD = '{ title: This, action: get-it, with: { word: "${name}" } }';

const LONG = '{ title: Call 1234567, action: other }';

const PAGE = '{ title: Page, url: "${page}" }';

describe('buttons', () => {
  test.each([
    ['one', buttons(AGAIN), ' You can say: get me the thing.'],
    ['two', buttons(AGAIN, '{ title: On, action: get-it }'), ' You can say: get me the thing, get me the thing.'],
    ['one that opens a page beside one that does not', buttons(PAGE, AGAIN), ' You can say: get me the thing.'],
    ['one that opens a page', buttons(PAGE), ''],
  ])('are an offer where nothing is open: %s', (_, found, offer) => {
    expect(looked(found, 'default')).toMatchObject({ template: 'text.default', view: { text: `"Well?${offer}"` } });
  });

  test.each([
    ['12345', ' You can say: 12345.'],
    ['123456', ''],
  ])('say no long number: %s', (number, offer) => {
    const { view } = looked(buttons(`{ title: "${number}", action: other }`), 'default');
    expect(view['text']).toBe(`"Well?${offer}"`);
  });

  describe('with a value', () => {
    const said = (type: string, found: string, next?: More) => {
      const [bot, action] = oneAction({
        utterances: '[get me the thing, "get ${code}", "show more of ${code}"]',
        inputs: `{ code: { prompt: Which?, ${type} } }`,
        response: '{ fields: { id: id } }',
        reply: `{ found: ${found}, empty: Nothing. }`,
      });
      const find = resolver(answeredScope(bot, action));
      const { template, view } = lookCompilers.buttons(
        action.found,
        { locale: bot.locales[0], find, more: next },
        'default',
      );
      return { template, ...(shown(view) as object) };
    };
    const CODE = '{ title: This, action: get-it, with: { code: "${code}" } }';
    const next = { title: phrase('More'), sentence: phrase('show more of ${code}') };

    test('that is a long number are said by nobody', () => {
      expect(said('type: id', buttons(CODE, AGAIN))).toEqual({
        template: 'text.default',
        text: '"Well? You can say: get me the thing."',
      });
      expect(said('type: id', buttons(AGAIN), next)).toMatchObject({ template: 'text.default' });
      expect(said('type: id', buttons(CODE))).toEqual({ template: 'text.default', text: '"Well?"' });
    });

    test.each([
      ['of another type', 'type: reference'],
      ['with a pattern of its own', String.raw`type: id, pattern: '\d{3,5}'`],
    ])('%s may be said', (_, type) => {
      expect(said(type, buttons(CODE))).toMatchObject({ template: 'buttons.default', buttons: [{}] });
      expect(said(type, buttons(AGAIN), next)).toMatchObject({ template: 'buttons.default', more: '"More"' });
    });

    test('of the answer may be said', () => {
      const found = buttons('{ title: This, action: get-it, with: { code: "${id}" } }');
      expect(said('type: id', found)).toMatchObject({ template: 'buttons.default' });
    });
  });

  const more = { title: phrase('Show more and more and more'), sentence: phrase('show more of ${word}') };
  const MORE = {
    more: '"Show more and more …"',
    moreSay: '`show more of ${said.word}`',
    known: ['get me the thing'],
    sure: true,
  };

  test.each([
    [
      'one',
      buttons(AGAIN),
      'rtm',
      undefined,
      { known: ['get me the thing'], sure: true, more: null, moreSay: null, only: { say: '"get me the thing"' } },
    ],
    [
      'two',
      buttons(AGAIN, AGAIN),
      'rtm',
      undefined,
      { known: ['get me the thing', 'get me the thing'], sure: true, only: null },
    ],
    ['one with a value', buttons(WORD), 'rtm', undefined, { known: null, sure: false, only: {} }],
    ['one with a value and one without', buttons(WORD, AGAIN), 'rtm', undefined, { known: null, sure: true }],
    ['one with a value, elsewhere', buttons(WORD), 'default', undefined, { known: null, sure: false }],
    ['the next page', buttons(AGAIN), 'rtm', more, MORE],
    ['the next page, elsewhere', buttons(AGAIN), 'default', more, MORE],
    ['none', buttons(), 'rtm', undefined, { known: [], sure: false, only: null, buttons: [] }],
    ['the next page alone', buttons(), 'default', more, { known: null, sure: false, buttons: [] }],
    ['the next page beside a long number', buttons(LONG), 'default', more, { known: null, sure: false }],
  ] as const)('on a channel are listed: %s', (_, found, channel, next, wanted) => {
    const { template, view } = looked(found, channel, next);
    expect(template).toBe(`buttons.${channel}`);
    expect(view).toMatchObject(wanted);
  });

  test('say nothing without one of their values', () => {
    const [button] = looked(buttons(WORD), 'rtm').view['buttons'] as readonly unknown[];
    expect(button).toEqual({ title: '"This"', say: 'answer.name && `show more of ${answer.name}`' });
  });

  test.each([
    ['an address', PAGE, { title: '"Page"', url: 'answer.page' }],
    [
      'an address at times',
      '{ title: P, url: "${page}", when: { name: x } }',
      { url: 'answer.name === "x" && answer.page' },
    ],
    [
      'a sentence at times',
      '{ title: P, action: get-it, when: { name: [x, y] } }',
      { say: '["x", "y"].includes(answer.name) && "get me the thing"' },
    ],
    ['a sentence that no action has', '{ title: Go, action: other }', { say: '"Go"' }],
    [
      'a sentence that the action has not',
      '{ title: Go, action: get-it, with: { word: a, other: b } }',
      { say: '"Go"' },
    ],
  ])('lead to %s', (_, button, wanted) => {
    const { view } = looked(
      `{ look: details, title: T, rows: [{ label: N, value: "1" }], buttons: [${button}] }`,
      'rtm',
    );
    expect((view['buttons'] as readonly unknown[])[0]).toMatchObject(wanted);
  });

  test('lead to a person', () => {
    const found = buttons('{ title: Person, agent: true }');
    expect(looked(found, 'rtm', undefined, { more: 'agent: true' }).view['only']).toMatchObject({
      say: '"talk to a person"',
    });
  });

  test('have a title of 20 letters at most', () => {
    const titled = (title: string) => looked(buttons(`{ title: ${title}, action: get-it }`), 'rtm').view['only'];
    expect(titled('x'.repeat(20))).toMatchObject({ title: `"${'x'.repeat(20)}"` });
    expect(titled('x'.repeat(21))).toMatchObject({ title: `"${'x'.repeat(19)}…"` });
  });

  test('come with another sentence where there is no further page', () => {
    const [bot] = oneAction();
    const find = resolver(noScope);
    const reply: Reply = { ...emptyReply, look: 'buttons', text: phrase('More?'), last: phrase('All.') };
    const { view } = lookCompilers.buttons(reply, { locale: bot.locales[0], find, more: undefined }, 'rtm');
    expect(shown(view)).toMatchObject({ text: 'more === "yes" ? "More?" : "All."' });
    expect([...find.used]).toEqual(['more']);
  });
});

describe('details', () => {
  const details = (more: string) => `{ look: details, title: "\${name}", ${more} }`;

  test.each([
    ['rows', 'rows: [{ label: N, value: "${id}" }]', { rows: [{ label: '"N"', value: 'answer.id', each: false }] }],
    [
      'rows of lists',
      'rows: [{ label: "About ${name}", each: things, item: "${n}, ${m}" }]',
      {
        rows: [
          {
            label: '`About ${answer.name}\\u2060`',
            value: 'all(answer.things, (item) => [item.n, item.m].filter(Boolean).join(", "))',
            each: true,
          },
        ],
      },
    ],
    ['a text', 'rows: [{ label: N, value: "1" }], text: "By ${id}"', { text: 'answer.id && `By ${answer.id}`' }],
    ['no text and no picture', 'rows: [{ label: N, value: "1" }]', { text: null, image: null, cardTitle: null }],
  ])('have %s', (_, more, wanted) => {
    for (const channel of ['rtm', 'default'] as const)
      expect(looked(details(more), channel)).toMatchObject({
        template: `details.${channel}`,
        view: { title: 'answer.name', isCut: channel === 'rtm', ...wanted },
      });
  });

  test('have a card on the web where there is a picture', () => {
    const found = details('rows: [{ label: N, value: "1" }], image: "${page}"');
    expect(looked(found, 'rtm').view).toMatchObject({ cardTitle: 'short(answer.name, 80)', image: 'answer.page' });
    expect(looked(found, 'default').view).toMatchObject({ cardTitle: null, image: 'answer.page' });
  });

  const linked = details(
    'rows: [{ label: N, value: "1" }], links: [{ title: Open, url: "${page}" }, { title: "${n}", each: things, url: "${page}" }], buttons: [' +
      `${AGAIN}]`,
  );

  test('have links and buttons on the web alone', () => {
    expect(looked(linked, 'rtm').view).toMatchObject({
      buttons: [
        { each: null, title: '"Open"', url: 'answer.page' },
        { each: 'answer.things', title: 'short(item.n, 20)', url: 'item.page' },
        { title: '"Again"', say: '"get me the thing"' },
      ],
      says: true,
      opens: true,
    });
    expect(looked(linked, 'default').view).toMatchObject({ buttons: [], says: false, opens: false });
  });
});
