import { describe, expect, test } from 'vitest';
import { conversationTests, type Suite } from '../../generator/suite/conversation-test';
import { batchTests } from '../../generator/batch/batch-test';
import { batchCsv } from '../../generator/batch/csv';
import { expectedOf } from '../../generator/suite/expected';
import { actionText, oneAction, smallBot } from '../compile/small';

type Lines = Readonly<Record<string, string>>;

const suites = (chat: string, lines: Lines = {}, bot: Lines = {}) => {
  const [made] = oneAction(lines, bot);
  return conversationTests(made, [{ path: 'specs/small/get-it.chat', text: chat }]).map(({ path, bytes }) => ({
    path,
    suite: JSON.parse(bytes.toString('utf8')) as Suite,
  }));
};
const messages = (chat: string, lines: Lines = {}, bot: Lines = {}) =>
  suites(chat, lines, bot)[0]?.suite.testCases.map((one) => one.messages.map(({ input }) => input));

describe('a conversation test', () => {
  test('is what is said, and what the answers hold', () => {
    expect(suites('== one\nuser: hi\nbot: ho\n')).toMatchObject([
      {
        path: 'small/conversation-test.json',
        suite: {
          botName: 'Small',
          testCases: [
            {
              name: 'get-it: one',
              tags: ['get-it'],
              description: 'specs/small/get-it.chat',
              messages: [{ input: 'hi', outputs: [{ contains: 'ho' }] }],
            },
          ],
        },
      },
    ]);
  });

  test.each(['@target xo10', '@audience shopper', '@credentials none', '@stub x.json', '@env X=y', '@session a=b'])(
    'is none of what only a local store can do: %s',
    (setting) => {
      expect(suites(`== one\n${setting}\nuser: hi\nbot: ho\n`)).toEqual([]);
    },
  );

  test.each([
    ['a transcript that cannot be read', 'user: hi\nnonsense\n', undefined],
    ['nothing said', '== one\n@calls 0\nuser: hi\nbot: ho\n', undefined],
    [
      'what was said before a fault',
      '== one\nuser: hi\nbot: ho\n@store fault throttled\nuser: more\nbot: no\n',
      [['hi']],
    ],
    ['a greeting', '== one\nbot: Hello.\nuser: hi\nbot: ho\n', [['hi']]],
  ])('of %s', (_, chat, wanted) => {
    expect(messages(chat)).toEqual(wanted);
  });

  const button = (more: string) => ({ next: `{ buttons: [{ title: B, ${more} }] }` });
  test.each([
    ['a button', button('action: get-it'), [['hi', 'get me the thing']]],
    ['a button that is another', button('action: get-it').next.replace('B', 'C'), [['hi']]],
    [
      'a button with a value',
      {
        ...button('action: get-it, with: { a: "${id}" }'),
        inputs: '{ a: { prompt: A? } }',
        utterances: '[get me the thing, "get ${a}"]',
      },
      [['hi']],
    ],
    [
      'a button with a known value',
      {
        ...button('action: get-it, with: { a: blue }'),
        inputs: '{ a: { prompt: A? } }',
        utterances: '[get me the thing, "get ${a}"]',
      },
      [['hi', 'get blue']],
    ],
    ['a button that says nothing', button('action: get-it, with: { a: blue }'), [['hi']]],
    ['a button that leads nowhere', button('action: gone'), [['hi']]],
    [
      'two buttons that say the same',
      { next: '{ buttons: [{ title: B, action: get-it }, { title: B, action: get-it }] }' },
      [['hi', 'get me the thing']],
    ],
  ])('clicks %s', (_, lines, wanted) => {
    const of = typeof lines === 'string' ? { next: lines } : lines;
    expect(messages('== one\nuser: hi\nbot: ho\nclick: B\nbot: well\n', of)).toEqual(wanted);
  });

  test('is in the language of its transcript', () => {
    const bot = smallBot({ 'get-it.yaml': actionText(), 'locales/de.yaml': 'name: Klein' });
    const chat = '== one\nuser: hi\nbot: ho\n== two\n@language de\nuser: hallo\nbot: ja\n';
    expect(conversationTests(bot, [{ path: 'specs/small/x.chat', text: chat }]).map(({ path }) => path)).toEqual([
      'small/conversation-test.json',
      'small/conversation-test.de.json',
    ]);
  });

  test('has parts that the platform takes', () => {
    const long = (count: number, letters: number) =>
      Array.from({ length: count }, (_, i) => `== n${i}\nuser: ${'x'.repeat(letters)}\nbot: ho\n`).join('');
    expect(suites(long(3, 600_000)).map(({ path, suite }) => [path, suite.testCases.length])).toEqual([
      ['small/conversation-test.json', 3],
    ]);
    expect(suites(long(4, 600_000)).map(({ path, suite }) => [path, suite.testCases.length])).toEqual([
      ['small/conversation-test.json', 3],
      ['small/conversation-test-2.json', 1],
    ]);
  });
});

test.each([
  [['ho'], 'ho'],
  [['ho', 'ha'], { allOf: ['ho', 'ha'] }],
  [['ho', 'ho'], 'ho'],
  [['...'], ''],
  [['/x.*/'], ''],
  [['/x'], '/x'],
  [['[Yes] [No → get it]'], { allOf: ['Yes', 'No'] }],
  [['Say [Yes]'], 'Say [Yes]'],
  [['- Label: value'], { allOf: ['Label', 'value'] }],
  [['a | b * c'], { allOf: ['a', 'b', 'c'] }],
  [['Card (picture, link)'], 'Card'],
  [['Card (other)'], 'Card (other)'],
  [['—'], ''],
])('of the lines %j a message must hold %j', (lines, contains) => {
  expect(expectedOf(lines)).toEqual({ contains });
});

describe('batch tests', () => {
  const files = (lines: Lines, bot: Lines = {}) =>
    batchTests(oneAction(lines, bot)[0]).map(({ path, bytes }) => [path, bytes.toString('utf8')] as const);
  const cases = (lines: Lines) =>
    (JSON.parse(files(lines)[0]?.[1] ?? '{}') as { readonly testCases: readonly object[] }).testCases;

  test.each([
    ['no mark', '[get it now]', {}],
    ['one', '["get ${a}"]', { entities: [{ entityValue: 'e', entityName: 'getItA' }] }],
    [
      'two',
      '["get ${a} ${b}"]',
      { entities: [{ entityName: 'getItA' }, { entityName: 'getItB' }], entityOrder: ['getItA', 'getItB'] },
    ],
  ])('have entities: %s', (_, tests, wanted) => {
    const [one] = cases({ tests, inputs: '{ a: { prompt: A?, example: e }, b: { prompt: B?, example: f } }' });
    expect(one).toMatchObject({ intent: 'Get it', ...wanted });
    expect(['entities' in (one ?? {}), 'entityOrder' in (one ?? {})]).toEqual([
      'entities' in wanted,
      'entityOrder' in wanted,
    ]);
  });

  test.each([
    [1000, ['small/batch-test.json', 'small/batch-test.csv']],
    [1001, ['small/batch-test.json', 'small/batch-test.csv', 'small/batch-test-2.json', 'small/batch-test-2.csv']],
  ])('of %i sentences are in files of 1,000', (count, paths) => {
    expect(
      files({ tests: `[${Array.from({ length: count }, (_, i) => `t${i}`).join(', ')}]` }).map(([path]) => path),
    ).toEqual(paths);
  });

  test('are none without sentences', () => {
    expect(files({})).toEqual([]);
  });

  test('of another language are those that are written in it', () => {
    const bot = (de: string) =>
      smallBot({ 'get-it.yaml': actionText({ tests: '[get it now]' }), 'locales/de.yaml': de });
    const paths = (de: string) => batchTests(bot(de)).map(({ path }) => path);
    expect(paths('name: Klein')).toEqual(['small/batch-test.json', 'small/batch-test.csv']);
    expect(paths('actions: { get-it: { tests: [gib her] } }')).toContain('small/batch-test.de.json');
  });

  test('have a row for each entity', () => {
    const entity = (n: number) => ({ entityName: `e${n}`, entityValue: 'a,b' });
    expect(
      batchCsv([
        { input: 'say "x"', intent: 'I' },
        { input: 'y', intent: 'I', entities: [entity(1), entity(2)], entityOrder: ['e1', 'e2'] },
      ]),
    ).toBe(
      'input,intent,parentIntent,entityName,entityValue,entityOrder\n"say ""x""",I,,,,\ny,I,,e1,"a,b",e1>e2\n,,,e2,"a,b",\n',
    );
  });
});
