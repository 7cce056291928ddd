import { describe, expect, test } from 'vitest';
import type { Piece, Script } from '../../generator/compile/plan';
import { TARGETS, type Target } from '../../kore/format';
import { planned } from './plans';
import { actionText, oneAction, shown, smallBot } from './small';

type Lines = Readonly<Record<string, string>>;

/** The lists and blocks of a bot that the tests look at. */
type Whole = Readonly<
  Record<
    | 'events'
    | 'multiLingualConfigurations'
    | 'exportOptions'
    | 'dialogs'
    | 'integrations'
    | 'localeData'
    | 'sentences'
    | 'patterns',
    unknown
  >
>;

describe('a whole bot', () => {
  const definition = (target: Target, bot: Lines = {}, lines: Lines = {}, only?: string) => {
    const [made] = oneAction(lines, bot);
    const { definition: piece, config } = planned(made, target, only);
    return { ...(piece.view as unknown as Whole), template: piece.template, config };
  };
  const REPLIES =
    'replies: { sign-in: Sign in., unauthorized: No token., forbidden: Not allowed., throttled: Busy., unavailable: Away., invalid: Wrong., task-failure: Failed., buttons: [BUTTONS] }';
  const BUTTON = '{ title: B, action: get-it }';
  const failure = (bot: Lines, lines: Lines = {}) => {
    const events = definition('xo10', bot, lines).events as Readonly<Record<string, Piece>>;
    return (events['TASK_FAILURE_EVENT']?.view['messages'] as readonly Piece[]).map(({ view }) => {
      const { text } = (view['texts'] as Readonly<Record<string, Piece>>)['en']?.view ?? {};
      return typeof text === 'string'
        ? `${view['channel'] as string} ${text}`
        : (shown((text as Script).view) as object);
    });
  };
  const WRITES = { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' };

  test('says that a request had no answer', () => {
    expect(failure({})).toEqual(['default Failed.']);
    expect(failure({ replies: REPLIES.replace('BUTTONS', BUTTON) })).toMatchObject([
      'default Failed. You can say: get me the thing.',
      { writing: null, failure: 'Failed.', buttons: [{ title: '"B"' }] },
    ]);
    expect(failure({ replies: REPLIES.replace('BUTTONS', '{ title: B, url: "https://x.example" }') })).toMatchObject([
      'default Failed.',
      {},
    ]);
    expect(failure({}, WRITES)).toMatchObject([{ writing: 'isWriting', failure: 'Failed.', buttons: [] }]);
  });

  test('has events', () => {
    const names = (target: Target, more: string) => Object.keys(definition(target, { more }).events as object);
    const ALWAYS = ['INTENT_UNIDENTIFIED', 'WELCOME_MESSAGE_EVENT', 'ON_CONNECT_EVENT', 'TASK_FAILURE_EVENT'];
    expect(names('xo10', '')).toEqual(ALWAYS);
    expect(names('xo11', '')).toEqual(ALWAYS);
    expect(names('xo10', 'agent: true')).toEqual(ALWAYS);
    expect(names('xo11', 'agent: true').sort()).toEqual([...ALWAYS, 'AGENT_TRANSFER_EVENT'].sort());
    const start = (target: Target) =>
      (definition(target).events as Readonly<Record<string, Piece>>)['ON_CONNECT_EVENT']?.template;
    expect([start('xo10'), start('xo11')]).toEqual(['xo10/event-dialog', 'xo11/event-start']);
  });

  test('has what a target wants', () => {
    const of = (target: Target) => definition(target);
    expect(of('xo10')).toHaveProperty('scenes');
    expect(of('xo11')).not.toHaveProperty('scenes');
    expect(of('xo11')).toHaveProperty('theme');
    expect(of('xo10')).not.toHaveProperty('theme');
    expect(of('xo10').multiLingualConfigurations).toEqual({
      en: { nluLanguage: 'en', inputTranslation: false, responseTranslation: false },
    });
    expect(of('xo11').multiLingualConfigurations).toEqual({ en: { nluLanguage: 'en' } });
  });

  test.each(TARGETS)('is more than its action on %s', (target) => {
    const [whole, part] = [definition(target), definition(target, {}, {}, 'get-it')];
    expect([whole.template, part.template]).toEqual([`${target}/bot`, `${target}/action`]);
    expect([(whole.exportOptions as Piece).template, (part.exportOptions as Piece).template]).toEqual([
      `${target}/export-options`,
      `${target}/export-options-action`,
    ]);
    expect(part).not.toHaveProperty('events');
    expect([(whole.dialogs as readonly unknown[]).length, (part.dialogs as readonly unknown[]).length]).toEqual([4, 1]);
  });

  test.each([
    ['none', '', []],
    ['a token', 'credentials: { header: T, accessToken: { variable: X } }', []],
    ['an integration', 'credentials: { mode: integration, integration: { name: I } }', [{ view: { name: 'I' } }]],
  ])('has the integration of its credentials: %s', (_, more, wanted) => {
    expect(definition('xo10', { more }).integrations).toMatchObject(wanted);
    expect((definition('xo10', { more }).integrations as readonly unknown[]).length).toBe(wanted.length);
  });

  test('has variables, of which secret ones are empty', () => {
    const more = 'variables: { A: { hint: H, value: x }, B: { hint: H, value: y, secret: true } }';
    const variables = (only?: string) =>
      (definition('xo10', { more }, {}, only).config.view['variables'] as readonly Piece[]).map(({ view }) => [
        view['key'],
        view['value'],
        view['secret'],
      ]);
    expect(variables()).toEqual([
      ['A', 'x', false],
      ['B', '', true],
    ]);
    expect(variables('get-it')).toEqual([]);
  });

  test('counts the sentences of its dialogs', () => {
    const { localeData, sentences, patterns } = definition(
      'xo10',
      {},
      { utterances: '[get it, "get ${a}"]', inputs: '{ a: { prompt: A?, example: e } }' },
    );
    expect((localeData as Readonly<Record<string, Piece>>)['en']?.view['utterances']).toBe(2);
    const views = (sentences as readonly Piece[]).map(({ view }) => view);
    expect(views.map((view) => view['sentence'])).toEqual(['get it', 'get e']);
    expect(views[1]?.['entities']).toEqual([
      { startIndex: 4, endIndex: 5, entityId: expect.stringMatching(/^dc-/) as string },
    ]);
    expect(new Set((patterns as readonly Piece[]).map(({ view }) => view['type']))).toEqual(
      new Set(['intent', 'entity']),
    );
  });

  test('says what it is found by in each language', () => {
    const bot = smallBot({
      'get-it.yaml': actionText(),
      'locales/de.yaml': 'actions: { get-it: { utterances: [gib es mir, her damit] } }',
    });
    const { sentences } = planned(bot, 'xo10').definition.view;
    expect(
      (sentences as readonly Piece[]).map(({ view }) => `${view['language'] as string} ${view['sentence'] as string}`),
    ).toEqual(['en get me the thing', 'de gib es mir', 'de her damit']);
  });

  test('has sentences of its answers and of the way to a person', () => {
    const more =
      'agent: { utterances: [a human] }\nanswers: { t: { title: T, description: D., utterances: [thanks], text: T. } }';
    const { sentences } = definition('xo10', { more, welcome: 'welcome: { text: Hello., utterances: [the menu] }' });
    expect((sentences as readonly Piece[]).map(({ view }) => view['sentence'])).toEqual([
      'get me the thing',
      'the menu',
      'thanks',
      'a human',
    ]);
  });
});
