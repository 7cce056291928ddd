import { describe, expect, test } from 'vitest';
import type { More } from '../../generator/compile/messages/setting';
import { rawNames } from '../../generator/compile/messages/raw';
import { answeredScope } from '../../generator/compile/messages/scope';
import { fixedMessageList, helpersOf, messageList } from '../../generator/compile/reply';
import { oneAction, phrase } from './small';

const FIELDS = `{ fields: { id: id, name: name, page: page | url,
  things: { each: things, fields: { n: n, m: m, page: page | url } } } }`;

const buttons = (...all: readonly string[]) => `{ look: buttons, text: Well?, buttons: [${all.join(', ')}] }`;

const AGAIN = '{ title: Again, action: get-it }';

const PAGE = '{ title: Page, url: "${page}" }';

describe('a message', () => {
  const list = (found: string, more?: More, lines: Readonly<Record<string, string>> = {}) => {
    const [bot, action] = oneAction({ response: FIELDS, reply: `{ found: ${found}, empty: Nothing. }`, ...lines });
    const entries = messageList(bot.locales, {
      name: 'getItFound',
      key: 'getIt',
      reply: () => action.found,
      scope: answeredScope(bot, action),
      ...(more ? { more: () => more } : {}),
    });
    return entries.map(({ view }) => {
      const text = (view['localeData'] as Readonly<Record<string, { readonly view: object }>>)['en']?.view as {
        readonly text: string | { readonly template: string; readonly view: Readonly<Record<string, unknown>> };
        readonly type: string;
      };
      const made = text.text;
      return typeof made === 'string'
        ? `${view['channel'] as string} ${text.type} ${made}`
        : `${view['channel'] as string} ${text.type} ${made.template}, uses ${String(made.view['uses'])}`;
    });
  };
  const more = { title: phrase('More'), sentence: phrase('more of it') };

  test.each([
    ['a fixed text', 'Here.', undefined, ['default basic Here.']],
    ['a text with a value', '"See ${name}"', undefined, ['default uxmap messages/text.default, uses answer']],
    [
      'fixed buttons',
      buttons(AGAIN),
      undefined,
      ['default basic Well? You can say: get me the thing.', 'rtm uxmap messages/buttons.rtm, uses '],
    ],
    [
      'buttons that nobody can say',
      buttons(PAGE),
      undefined,
      ['default basic Well?', 'rtm uxmap messages/buttons.rtm, uses answer'],
    ],
    [
      'buttons below a text with a value',
      buttons(AGAIN).replace('Well?', '"${name}?"'),
      undefined,
      [
        'default basic {{context.getIt.answer.name}}? You can say: get me the thing.',
        'rtm uxmap messages/buttons.rtm, uses answer',
      ],
    ],
    [
      'buttons below what was said',
      buttons(AGAIN).replace('Well?', '"${word}, no?"'),
      undefined,
      [
        'default basic {{context.getIt.said.word}}, no? You can say: get me the thing.',
        'rtm uxmap messages/buttons.rtm, uses said',
      ],
    ],
    [
      'buttons below a value alone',
      buttons(AGAIN).replace('Well?', '"${name}"'),
      undefined,
      [
        'default basic {{context.getIt.answer.name}} You can say: get me the thing.',
        'rtm uxmap messages/buttons.rtm, uses answer',
      ],
    ],
    [
      'buttons below what is kept as it came',
      '{ look: buttons, text: "${page}?", buttons: [{ title: Again, action: get-it }, { title: Page, url: "${page}" }] }',
      undefined,
      ['default uxmap messages/text.default, uses answer', 'rtm uxmap messages/buttons.rtm, uses answer'],
    ],
    ['a text with what was said', '"See ${word}"', undefined, ['default basic See {{context.getIt.said.word}}']],
    [
      'buttons with a value',
      buttons(AGAIN, '{ title: This, action: get-it, with: { word: "${name}" } }'),
      undefined,
      ['default uxmap messages/buttons.default, uses answer', 'rtm uxmap messages/buttons.rtm, uses answer'],
    ],
    [
      'buttons with a value that is known',
      buttons('{ title: This, action: get-it, with: { word: blue } }'),
      undefined,
      ['default uxmap messages/buttons.default, uses ', 'rtm uxmap messages/buttons.rtm, uses '],
    ],
    [
      'buttons that say no more than a value',
      buttons('{ title: This, action: get-it, with: { code: "${name}" } }'),
      undefined,
      ['default uxmap messages/buttons.default, uses answer', 'rtm uxmap messages/buttons.rtm, uses answer'],
    ],
    [
      'buttons that say no more than a value that is known',
      buttons('{ title: This, action: get-it, with: { code: blue } }'),
      undefined,
      ['default basic Well? You can say: blue.', 'rtm uxmap messages/buttons.rtm, uses '],
    ],
    [
      'the button of the next page',
      buttons(AGAIN),
      more,
      ['default uxmap messages/buttons.default, uses more', 'rtm uxmap messages/buttons.rtm, uses more'],
    ],
    [
      'another look with a fixed text',
      '{ look: list, each: things, text: Here., item: { title: "${n}" } }',
      undefined,
      ['default uxmap messages/items.default, uses answer', 'rtm uxmap messages/list.rtm, uses answer'],
    ],
  ])('is %s', (_, found, next, wanted) => {
    const lines = {
      utterances: '[get me the thing, "get ${word}", "${code}"]',
      inputs: '{ word: { prompt: Which? }, code: { prompt: Which? } }',
    };
    expect(list(found, next, lines)).toEqual(wanted);
  });

  test('is a script where several values may have been said', () => {
    const [bot, action] = oneAction({ inputs: '{ mail: { type: email, prompt: Which? } }' });
    const saying = { name: 'x', key: 'getIt', reply: () => action.needsInput };
    const [entry] = messageList(bot.locales, saying);
    expect(JSON.stringify(entry)).toContain('"uses":["choices"]');
  });

  test('may be one sentence for each language', () => {
    expect(fixedMessageList({ en: 'Hi.', de: 'Hallo.' })).toMatchObject([
      { view: { channel: 'default', localeData: { en: { view: { text: 'Hi.' } }, de: { view: { text: 'Hallo.' } } } } },
    ]);
  });
});

test.each([
  ['shown', { text: { kind: 'call', name: 'shown', args: [] } }],
  ['short', { a: [{ b: { kind: 'call', name: 'short', args: [] } }] }],
  ['short', { isCut: true }],
  ['address', { x: { kind: 'given', tests: [], then: { kind: 'call', name: 'address', args: [] } } }],
  ['tidy', { x: { kind: 'tidy', tests: [], then: { kind: 'constant', value: '' } } }],
  ['all', { x: { kind: 'each' } }],
  ['nothing', { x: { kind: 'call' }, isCut: false, kind: 'chain', name: 'short' }],
])('a message has the helper %s when it calls it: %#', (helper, view) => {
  const needed = Object.entries(helpersOf(view)).flatMap(([name, isNeeded]) => (isNeeded ? [name] : []));
  expect(needed).toEqual(helper === 'nothing' ? [] : [helper]);
});

describe('what the state holds as it came', () => {
  const names = (lines: Readonly<Record<string, string>>) => {
    const [bot, action] = oneAction({ response: FIELDS, ...lines });
    return [...rawNames(bot, action)].sort();
  };
  const THINGS = 'look: list, each: things';

  test.each([
    ['nothing of a text', { reply: '{ found: "${name}", empty: Nothing. }' }, []],
    [
      'a picture',
      { reply: '{ found: { look: details, title: T, image: "${page}", rows: [] }, empty: No. }' },
      ['page'],
    ],
    [
      'addresses of links, also in lists',
      {
        reply:
          '{ found: { look: details, title: T, rows: [], links: [{ title: "${id}", url: "${page}" }, { title: L, each: things, url: "${n}" }] }, empty: No. }',
      },
      ['n', 'page', 'things.n'],
    ],
    [
      'what buttons open and ask',
      {
        reply: `{ found: Yes., empty: { text: No., buttons: [{ title: B, url: "\${page}", when: { id: x } }, ${AGAIN}] } }`,
      },
      ['id', 'page'],
    ],
    [
      'pictures, links and buttons of things',
      {
        reply: `{ found: { ${THINGS}, item: { title: "\${name}", image: "\${m}", link: "\${page}", buttons: [{ title: B, action: get-it, when: { n: x } }] } }, empty: No. }`,
      },
      ['m', 'n', 'page', 'things.m', 'things.n', 'things.page'],
    ],
    ['what is kept', { keep: '{ token: "${id}" }' }, ['id']],
    ['what the next steps open', { next: '{ text: Next?, buttons: [{ title: B, url: "${page}" }] }' }, ['page']],
    [
      'what own outcomes open',
      {
        outcomes: '{ gone: { status: 410 } }',
        reply: '{ found: Yes., empty: No., gone: { text: G., buttons: [{ title: B, url: "${id}" }] } }',
      },
      ['id'],
    ],
    [
      'what own words for a problem open',
      { reply: '{ found: Yes., empty: No., throttled: { text: G., buttons: [{ title: B, url: "${id}" }] } }' },
      ['id'],
    ],
    [
      'what is opened when nobody knows whether it happened',
      {
        request: '{ rest: { method: DELETE, path: /x } }',
        confirm: '{ ask: Sure? }',
        reply: '{ found: Yes., empty: No., unsure: { text: G., buttons: [{ title: B, url: "${id}" }] } }',
      },
      ['id'],
    ],
    [
      'what is opened before asking again',
      {
        inputs: '{ a: { prompt: A? } }',
        reply: '{ found: Yes., empty: No., needs-input: { text: G., buttons: [{ title: B, url: "${a}" }] } }',
      },
      ['a'],
    ],
  ] satisfies readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[])(
    'is %s',
    (_, lines, wanted) => {
      expect(names(lines)).toEqual(wanted);
    },
  );
});
