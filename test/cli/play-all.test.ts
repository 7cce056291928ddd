import { expect, it } from 'vitest';
import { playAll } from '../../cli/run/check-play';
import { parseTranscripts } from '../../generator/transcript/parse';
import { TranscriptError } from '../../generator/transcript/transcript';
import { openBot } from '../../preview/open-bot';
import { buildBot, say } from '../preview/build-bot';

const bot = openBot(
  buildBot({
    dialogs: [
      {
        name: 'Hello',
        says: ['hello'],
        nodes: [{ id: 'greet', type: 'message', with: { message: [say('Hello {{1 + 1}}!')] } }],
      },
    ],
  }),
);
const jobsOf = (...texts: readonly string[]) =>
  texts.flatMap((text) =>
    parseTranscripts('specs/shopify/t.chat', text).map((transcript) => ({ transcript, target: 'xo10' as const })),
  );
const options = { openBot: () => Promise.resolve(bot), readFile: () => '' };

it('conversations that are played at a time come out in their order', async () => {
  const count = 9;
  const texts = Array.from({ length: count }, (_, i) =>
    'user: hello\nbot: Hello 2!\n'.repeat(i === 0 ? 5 : 1).concat(`user: hello\nbot: Hello ${i}!`),
  );
  const played = await playAll(jobsOf(...texts), options);
  expect(played.map(({ problems }) => problems.length)).toEqual(Array.from({ length: count }, (_, i) => +(i !== 2)));
  expect(played.map(({ turns }) => turns.length)).toEqual([6, ...Array<number>(count - 1).fill(2)]);
});

it('no conversation begins after one that cannot be played, which is told', async () => {
  let opened = 0;
  const openFor = () => {
    opened += 1;
    return Promise.resolve(bot);
  };
  const text = 'user: hello\nbot: Hello 2!';
  const jobs = jobsOf(`@language fr\n${text}`, ...Array<string>(40).fill(text));
  await expect(playAll(jobs, { ...options, openBot: openFor })).rejects.toThrow(TranscriptError);
  expect(opened).toBeLessThan(20);
});

it('nothing to play is nothing played', async () => expect(await playAll([], options)).toEqual([]));
