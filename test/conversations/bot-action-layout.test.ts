import { describe, expect, it } from 'vitest';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { runOptions, transcripts } from './play-all';

/** The other layout of XO 11. What it says is the same; a few files walk through every kind of node. */
const options = runOptions((name, text) => (name === 'bot.yaml' ? `${text}\nlayout: botAction\n` : text));
const meant = transcripts().filter(
  ({ path, settings }) =>
    /(journeys|get-order-details|fallback|welcome)\.chat$/.test(path) && settings.target !== 'xo10',
);

describe('on xo11 with layout: botAction', () => {
  it.each(meant.map((one) => [one.name, one] as const))('%s', async (_name, transcript) => {
    const result = await runTranscript(transcript, 'xo11', options);
    const { dialogs } = result.bot.kore.definition;
    expect(dialogs.every(({ sequences }) => sequences?.length === 0)).toBe(true);
    expect(dialogs.flatMap(({ nodes }) => nodes).some(({ type }) => type === 'botAction')).toBe(true);
    expect(printFailure(result)).toBe('');
  });
});
