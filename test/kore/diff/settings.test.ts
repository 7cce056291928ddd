import { beforeAll, describe, expect, test } from 'vitest';
import type { KoreBot } from '../../../kore/format';
import { diffBots } from '../../../kore/diff/diff-bots';
import { compareFacts, type ComparedFact } from '../../../kore/diff/facts';
import { comparedRequest } from '../../../kore/diff/request-facts';
import { lineDiff, wordDiff } from '../../../kore/diff/text-diff';
import { component, edited, readBot, type Editable } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

const changed = (edit: (definition: Editable) => void) => diffBots(bot, edited(bot, edit));

describe('settings of a bot', () => {
  test('a default dialog is told by its name, and known by its identity', () => {
    const [dialog] = bot.definition.dialogs;
    const to = (refId: string | null) => changed((d) => (d.defaultDialogId = refId)).settings;
    const was = bot.definition.defaultDialogId === null ? {} : { before: 'Order Status' };
    const is = bot.definition.defaultDialogId === null ? { after: 'Order Status' } : {};
    const other = bot.definition.defaultDialogId === null ? (dialog?.refId ?? '') : null;
    expect(to(other)).toEqual([
      { field: 'default dialog', as: 'value', ...was, ...is, ...(other === null ? { gone: true } : {}) },
    ]);
    expect(to(bot.definition.defaultDialogId)).toEqual([]);
  });

  test('what holds credentials only says that it changed, and counters of the platform say nothing', () => {
    const { settings } = changed((d) => {
      d['llmConfiguration'] = [{ name: 'm', model: 'new' }];
      d['channels'] = { rtm: { enabled: true } };
      d['scenes'] = [{ name: 'x' }];
      d['exportOptions'] = { tasks: ['x'] };
      d['localeData'] = { ...(d['localeData'] as object), xx: { nlMeta: { count: 1 }, x: { nlMeta: { count: 1 } } } };
    });
    expect(settings.map(({ field, as }) => [field.replace(/[.[].*/, ''), as])).toEqual(
      expect.arrayContaining([
        ['llmConfiguration', 'secret'],
        ['channels', 'secret'],
      ]),
    );
    expect(settings.filter(({ field }) => /scenes|exportOptions|nlMeta/.test(field))).toEqual([]);
  });

  test('names and descriptions are told word by word, other values whole', () => {
    const say = (name: string, title: string) => (d: Editable) => void (d['localeData'] = { en: { name, title } });
    const { settings } = diffBots(edited(bot, say('One shop', 'a b')), edited(bot, say('One store', 'a c')));
    expect(settings).toMatchObject([
      { field: 'localeData.en.name', as: 'words' },
      { field: 'localeData.en.title', as: 'value', before: 'a b', after: 'a c' },
    ]);
  });
});

describe('events', () => {
  const event = (enabled: boolean, task?: string | null) => (d: Editable) =>
    void (d.botEvents = { WELCOME: { enabled, action: 'dialog', ...(task === undefined ? {} : { task }) } } as never);
  const between = (before: (d: Editable) => void, after: (d: Editable) => void) =>
    diffBots(edited(bot, before), edited(bot, after)).events;
  test('that are off are none', () => {
    const none = (d: Editable) => void (d.botEvents = {});
    expect(between(none, event(false))).toEqual([]);
    expect(between(none, event(true))).toMatchObject([{ kind: 'added', name: 'WELCOME' }]);
    expect(between(event(true), event(false))).toMatchObject([{ kind: 'removed', name: 'WELCOME' }]);
  });
  test('lead to a dialog, if they name one', () => {
    const refId = bot.definition.dialogs[0]?.refId ?? '';
    expect(between(event(true), event(true, ''))).toEqual([]);
    expect(between(event(true), event(true, null))).toEqual([]);
    expect(between(event(true), event(true, refId))).toMatchObject([
      { kind: 'changed', fields: [{ field: 'dialog', after: 'Order Status' }] },
    ]);
  });
});

describe('a request', () => {
  const facts = (more: object) =>
    Object.fromEntries(
      [...comparedRequest({ ...component(structuredClone(bot.definition) as Editable, 'OrderId'), ...more })].map(
        ([name, { as, text }]) => [name, `${as} ${text}`],
      ),
    );
  test.each<[more: object, told: Readonly<Record<string, string>>]>([
    [{}, {}],
    [{ endPoint: { method: 'get', path: '/a%20b' } }, { request: 'words GET /a b' }],
    [{ endPoint: { method: 'get', path: '/a', host: 'h', port: '8080' } }, { request: 'words GET https://h:8080/a' }],
    [
      { endPoint: { method: 'get', path: '/a', host: 'h', port: '', protocol: 'http' } },
      { request: 'words GET http://h/a' },
    ],
    [
      { headers: { value: '{"Accept":"x","Authorization":"Bearer abc"}' } },
      { 'header Accept': 'value x', 'header Authorization': 'secret Bearer abc' },
    ],
    [
      { headers: { value: '{"Authorization":"Bearer {{env.A}}{{env.B}}"}' } },
      { 'header Authorization': 'value Bearer {{env.A}}{{env.B}}' },
    ],
    [{ headers: { value: '{"Authorization":"{{env.A}} abc"}' } }, { 'header Authorization': 'secret {{env.A}} abc' }],
    [
      { headers: { value: '{"Ocp-Apim-Subscription-Key":"abc","x-functions-key":"def"}' } },
      { 'header Ocp-Apim-Subscription-Key': 'secret abc', 'header x-functions-key': 'secret def' },
    ],
    [{ headers: { value: 'plain' } }, { 'header text': 'value plain' }],
    [{ headers: { value: '' } }, {}],
    [{ headers: { value: 'null' } }, { 'header text': 'value null' }],
    [{ payload: { value: '{}' } }, {}],
    [{ payload: { value: 'undefined' } }, {}],
    [{ payload: { value: 'a%20b' } }, { body: 'lines a b' }],
    [{ payload: { x: 1, value: 5 } }, { body: 'lines {\n  "x": 1,\n  "value": 5\n}' }],
    [{ idp: 'none' }, {}],
    [{ idp: 'mine' }, { 'authorization profile': 'value mine' }],
    [{ serviceAPITimeout: 0 }, { 'time limit': 'value 0 s' }],
  ])('%j', (more, told) => expect(facts(more)).toEqual(told));
});

describe('facts', () => {
  const one = (fact?: ComparedFact) => new Map(fact === undefined ? [] : [['f', fact]]);
  const value = (text: string, more: object = {}): ComparedFact => ({ as: 'value', text, ...more });
  test.each<[before: ComparedFact | undefined, after: ComparedFact | undefined, told: readonly object[]]>([
    [value('a'), value('a'), []],
    [value('a', { same: '1' }), value('b', { same: '1' }), []],
    [value('a', { same: '1' }), value('a', { same: '2' }), [{ field: 'f', as: 'secret' }]],
    [value('a'), { as: 'secret', text: 'a' }, [{ field: 'f', as: 'secret' }]],
    [value('a'), value('b'), [{ field: 'f', as: 'value', before: 'a', after: 'b' }]],
    [undefined, value('b'), [{ field: 'f', as: 'value', after: 'b' }]],
    [value('b'), undefined, [{ field: 'f', as: 'value', before: 'b', gone: true }]],
    [
      value('a'),
      { as: 'words', text: 'a b' },
      [
        {
          field: 'f',
          as: 'words',
          parts: [
            { op: 'same', text: 'a' },
            { op: 'added', text: ' b' },
          ],
        },
      ],
    ],
    [undefined, { as: 'lines', text: 'x' }, [{ field: 'f', as: 'lines', parts: [{ op: 'added', text: 'x\n' }] }]],
  ])('%j and %j', (before, after, told) => expect(compareFacts(one(before), one(after))).toEqual(told));

  test('that several channels of one language share are told once', () => {
    const said = (text: string, language: string): ComparedFact => ({
      as: 'script',
      text: `print("${text}");`,
      language,
    });
    const both = (text: string, other: string) =>
      new Map([
        ['a', said(text, 'en')],
        ['b', said(text, other)],
      ]);
    expect(compareFacts(both('one', 'en'), both('two', 'en'))).toHaveLength(1);
    expect(compareFacts(both('one', 'es'), both('two', 'es'))).toHaveLength(2);
  });
});

describe('long texts', () => {
  const LONG = 500_000;
  test('are not taken apart, and of one that is too long the beginning is told', () => {
    expect(wordDiff('a'.repeat(LONG), 'a'.repeat(LONG))).toEqual([{ op: 'same', text: 'a'.repeat(LONG) }]);
    const long = 'b'.repeat(LONG + 1);
    const begins = `${'b'.repeat(2000)}… (500001 characters)`;
    for (const diff of [wordDiff, lineDiff]) {
      expect(diff('', long)).toEqual([{ op: 'added', text: begins }]);
      expect(diff(long, 'a')).toEqual([
        { op: 'removed', text: begins },
        { op: 'added', text: 'a' },
      ]);
    }
  });
  test('that differ in too many places are told whole', () => {
    const text = (sign: string) => Array.from({ length: 1200 }, (_, i) => `${sign}${i}`).join('\n');
    expect(lineDiff(text('a'), text('b')).map(({ op }) => op)).toEqual(['removed', 'added']);
    expect(wordDiff('${a} b', '${ab} b').map(({ op, text: part }) => [op, part])).toEqual([
      ['removed', '${a}'],
      ['added', '${ab}'],
      ['same', ' b'],
    ]);
  });
  test('a last line break that is missing is no difference', () => {
    expect(lineDiff('a', 'a\n')).toEqual([{ op: 'same', text: 'a\n' }]);
    expect(lineDiff('', '')).toEqual([]);
  });
});
