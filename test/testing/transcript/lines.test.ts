import { expect, test } from 'vitest';
import { parseTranscripts } from '../../../generator/transcript/parse';

/** What is read of the lines of a file, or why it is not. */
function read(lines: readonly string[], path = 'specs/shop/a.chat'): unknown {
  try {
    return parseTranscripts(path, lines.join('\n')).map(({ name, line, settings, steps }) => ({
      name: `${name}:${line}`,
      settings,
      steps: steps.map(({ input, before, after, bot, voice }) => ({
        ...input,
        ...(before.length > 0 && { before: before.map((one) => `${one.name} ${one.value}:${one.line}`) }),
        ...(after.length > 0 && { after: after.map((one) => `${one.name} ${one.value}:${one.line}`) }),
        ...(bot.length > 0 && { bot: bot.map((one) => `${one.lines.join('/')}:${one.places.join()}`) }),
        ...(voice.length > 0 && { voice: voice.map((one) => `${one.lines.join('/')}:${one.places.join()}`) }),
      })),
    }));
  } catch (error) {
    return (error as Error).message;
  }
}

test.each<[lines: readonly string[], read: unknown]>([
  [
    ['user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['\ufeffuser: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['user: x\r', 'bot: y\r'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [{ kind: 'say', text: 'x', bot: ['y:2'] }],
      },
    ],
  ],
  [['user:x'], 'specs/shop/a.chat:1: a line starts with user:, click:, bot:, voice:, @, ==, # or two spaces'],
  [
    ['user:', 'user: '],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [
          { kind: 'say', text: '' },
          { kind: 'say', text: '' },
        ],
      },
    ],
  ],
  [
    ['user[2 times]: ab', '  c'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'ab\ncab\nc' }] }],
  ],
  [['click[2 times]: ab'], 'specs/shop/a.chat:1: only what the user says can be repeated'],
  [['bot[2 times]: ab'], 'specs/shop/a.chat:1: only what the user says can be repeated'],
  [
    ['click:  Orders '],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'click', title: 'Orders' }] }],
  ],
  [['click:'], 'specs/shop/a.chat:1: click: says which button is pressed'],
  [['click: a', '  b'], 'specs/shop/a.chat:2: an indented line goes on with a line of the user or of the bot'],
  [
    ['bot: y', 'voice: z'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [{ kind: 'connect', bot: ['y:1'], voice: ['z:2'] }],
      },
    ],
  ],
  [
    ['user: x', 'bot:', '  a', '', '  b', '# no', '   c'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [{ kind: 'say', text: 'x', bot: ['a/b/ c:3,5,7'] }],
      },
    ],
  ],
  [
    ['user: x', 'bot: a', '\tb'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [{ kind: 'say', text: 'x', bot: ['a/b:2,3'] }],
      },
    ],
  ],
  [['  a'], 'specs/shop/a.chat:1: an indented line goes on with a line of the user or of the bot'],
  [['@bot shop', '  a'], 'specs/shop/a.chat:2: an indented line goes on with a line of the user or of the bot'],
  [['user: x', 'hello'], 'specs/shop/a.chat:2: a line starts with user:, click:, bot:, voice:, @, ==, # or two spaces'],
  [
    ['== one', 'user: x', '== two ', 'user: y'],
    [
      { name: 'one:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] },
      { name: 'two:3', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'y' }] },
    ],
  ],
  [['== one', 'user: x', '== one', 'user: y'], 'specs/shop/a.chat:3: there are two conversations named "one"'],
  [['user: x', '== a', 'user: y'], 'specs/shop/a.chat:2: there are two conversations named "a"'],
  [['== one', '== two', 'user: y'], 'specs/shop/a.chat:1: "one" says nothing'],
  [['==one', 'user: x'], 'specs/shop/a.chat:1: a line starts with user:, click:, bot:, voice:, @, ==, # or two spaces'],
  [['@calls 1', 'user: x'], 'specs/shop/a.chat:1: @calls is about the turn above it, and there is none'],
  [
    ['user: x', '@calls 1', '@clock +1h', '@store fault', 'user: y'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [
          { kind: 'say', text: 'x', after: ['calls 1:2'] },
          { kind: 'say', text: 'y', before: ['clock +1h:3', 'store fault:4'] },
        ],
      },
    ],
  ],
  [
    ['user: x', '@clock +1h', 'bot: y'],
    'specs/shop/a.chat:3: @clock stands before a line of the user, not before what the bot says',
  ],
  [['user: x', '@clock +1h'], 'specs/shop/a.chat:2: nothing is said after @clock'],
  [
    ['@clock +1h', 'user: x'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {} },
        steps: [{ kind: 'say', text: 'x', before: ['clock +1h:1'] }],
      },
    ],
  ],
  [['user: x', '@bot shop'], 'specs/shop/a.chat:2: @bot stands above the first line of a conversation'],
  [
    ['@what now', 'user: x'],
    'specs/shop/a.chat:1: @what is unknown; known are @bot, @target, @credentials, @audience, @language, @scopes, @session, @env, @stub, @choose, @store, @clock, @said, @transfer, @calls, @url, @request, @sent, @header',
  ],
  [
    ['@bot other', '@target xo10', '@credentials none', '@audience shopper', '@language es', 'user: x'],
    [
      {
        name: 'a:1',
        settings: {
          bot: 'other',
          session: {},
          env: {},
          target: 'xo10',
          credentials: 'none',
          audience: 'shopper',
          language: 'es',
        },
        steps: [{ kind: 'say', text: 'x' }],
      },
    ],
  ],
  [['@target xo12', 'user: x'], 'specs/shop/a.chat:1: @target is xo10 or xo11, not xo12'],
  [['@bot', 'user: x'], 'specs/shop/a.chat:1: @bot needs a value'],
  [['@language es', '@language en', 'user: x'], 'specs/shop/a.chat:2: @language stands twice'],
  [
    ['@session a=1', '@session b=', '@env C=d=e', 'user: x'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: { a: '1', b: '' }, env: { C: 'd=e' } },
        steps: [{ kind: 'say', text: 'x' }],
      },
    ],
  ],
  [['@session a', 'user: x'], 'specs/shop/a.chat:1: @session is written @session NAME=value'],
  [
    ['@scopes none', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {}, scopes: [] }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['@scopes a, b  c', 'user: x'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {}, scopes: ['a', 'b', 'c'] },
        steps: [{ kind: 'say', text: 'x' }],
      },
    ],
  ],
  [
    ['@choose 2', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {}, choose: 2 }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['@choose 0', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {}, choose: 1 }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['@choose two', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {}, choose: 1 }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['@choose 2.9', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {}, choose: 2 }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    ['@stub a.json', 'user: x'],
    [
      {
        name: 'a:1',
        settings: { bot: 'shop', session: {}, env: {}, stub: 'a.json' },
        steps: [{ kind: 'say', text: 'x' }],
      },
    ],
  ],
  [[''], []],
])('%j', (lines, wanted) => expect(read(lines)).toEqual(wanted));

test.each<[path: string, lines: readonly string[], read: unknown]>([
  [
    'specs/shop/a.chat',
    ['user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    '/home/me/specs/shop/conversations/a.chat',
    ['user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  [
    'c:\\specs\\shop\\a.chat',
    ['user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
  ['myspecs/shop/a.chat', ['user: x'], 'myspecs/shop/a.chat:1: say which bot it is with: @bot NAME'],
  ['a.chat', ['# comment', '@language es', 'user: x'], 'a.chat:2: say which bot it is with: @bot NAME'],
  [
    'a.chat',
    ['@bot shop', 'user: x'],
    [{ name: 'a:1', settings: { bot: 'shop', session: {}, env: {} }, steps: [{ kind: 'say', text: 'x' }] }],
  ],
])('%s: %j', (path, lines, wanted) => expect(read(lines, path)).toEqual(wanted));
