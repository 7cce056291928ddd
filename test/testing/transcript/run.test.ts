import { sandbox } from '../../sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBot } from '../../../preview/open-bot';
import { noBugs } from '../../../testing/transcript/checks/notes';
import { safeRequests } from '../../../testing/transcript/checks/requests';
import { soundTexts } from '../../../testing/transcript/checks/texts';
import { createCoverage } from '../../../testing/transcript/coverage';
import { coverageTable, coversEverything } from '../../../testing/transcript/coverage-table';
import { printFailure } from '../../../testing/transcript/failure';
import { parseTranscripts } from '../../../generator/transcript/parse';
import { runTranscript } from '../../../testing/transcript/run';
import type { Played } from '../../../testing/transcript/run';
import { warmUp } from '../../../preview/warm-up';
import { buildBot, say } from '../../preview/build-bot';

const bot = openBot(
  buildBot({
    dialogs: [
      {
        name: 'Hello',
        says: ['hello'],
        nodes: [
          { id: 'ask', type: 'entity', with: { entityType: 'label', message: [say('Who are you?')] }, to: 'greet' },
          { id: 'greet', type: 'message', with: { message: [say('Hello {{context.entities.ask}}!')] } },
        ],
      },
      {
        name: 'Broken',
        says: ['broken'],
        nodes: [{ id: 'oops', type: 'message', with: { message: [say('It is undefined')] } }],
      },
    ],
  }),
);

const play = (...lines: readonly string[]): Promise<Played> => {
  const [transcript] = parseTranscripts('specs/shopify/t.chat', lines.join('\n'));
  if (transcript === undefined) throw new Error('nothing to play');
  return runTranscript(transcript, 'xo10', {
    openBot: () => Promise.resolve(bot),
    readFile: () => '[]',
    checks: [soundTexts, noBugs, safeRequests],
    sandbox,
  });
};

beforeAll(() => warmUp(sandbox));

describe('a transcript that is played', () => {
  it('has no problem when the bot says what is expected', async () => {
    const played = await play('user: hello', 'bot: Who are you?', 'user: Ada', 'bot: Hello *!', '@calls 0');
    expect(printFailure(played)).toBe('');
    expect(played.turns).toHaveLength(2);
  });

  it('may repeat the signs that the user said, but no braces that the platform would fill', async () => {
    const { problems } = await play('user: hello', 'bot: Who are you?', 'user: %7B%7Bx', 'bot: Hello %7B%7Bx!');
    expect(problems).toEqual([]);
    const braces = await play('user: hello', 'bot: Who are you?', 'user: {{x', 'bot: Hello *!');
    expect(braces.problems.map(({ message }) => message)).toEqual(['a message shows {{: Hello {{x!']);
  });

  it('shows the line that differs, the way and the calls when it does not', async () => {
    const shown = printFailure(await play('user: hello', 'bot: Who are you?', 'user: Ada', 'bot: Hello Bo!'));
    expect(shown).toContain('t.chat:4: ');
    expect(shown).toContain('expected  Hello Bo!');
    expect(shown).toContain('got       Hello Ada!');
    expect(shown).toContain('path: ask → greet');
    expect(shown).toContain('calls: none');
  });

  it.each([
    ['a message that was not sent', ['user: hello', 'bot: Who are you?', 'bot: And why?'], 3],
    ['a message too many', ['user: hello'], 1],
    ['a button that was not shown', ['user: hello', 'bot: *', 'click: Orders'], 3],
    ['a number of calls', ['user: hello', 'bot: *', '@calls 1'], 3],
    ['a request that was not made', ['user: hello', 'bot: *', '@request GetOrder {"id": 1}'], 3],
    ['a broken value', ['user: broken', 'bot: It is *'], 1],
    ['a fault there is not', ['user: hello', 'bot: *', '@store fault sleepy', 'user: x'], 3],
  ])('tells the line of %s', async (_what, lines, line) => {
    expect((await play(...lines)).problems.map((problem) => problem.line)).toEqual([line]);
  });

  it('may not be played in a language the bot does not speak', async () => {
    await expect(play('@language tlh', 'user: hello')).rejects.toThrow('t.chat:1: ');
  });
});

describe('coverage', () => {
  it('counts nodes and transitions, and names those that were never visited', async () => {
    const coverage = createCoverage();
    const half = await play('user: hello', 'bot: *');
    half.turns.forEach(({ turn }) => coverage.add(bot, turn));
    const [broken, hello] = coverage.report();
    expect(broken).toMatchObject({ dialog: 'Broken', nodes: { visited: 0, total: 2 } });
    expect(hello).toMatchObject({ nodes: { visited: 2, total: 3 }, transitions: { visited: 1, total: 3 } });
    expect(coverageTable(coverage.report())).toContain('Hello: greet');
    const whole = await play('user: hello', 'bot: *', 'user: Ada', 'bot: *', 'user: broken', 'bot: *');
    whole.turns.forEach(({ turn }) => coverage.add(bot, turn));
    expect(coversEverything(coverage.report().filter(({ dialog }) => dialog === 'Hello'))).toBe(true);
  });
});
