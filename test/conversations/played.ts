import { describe, expect, it } from 'vitest';
import type { Turn } from '../../preview/turn';
import type { OpenedBot } from '../../preview/open-bot';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import type { WantedBot } from '../../testing/transcript/harness';
import { FOLDER, runOptions, transcripts } from './play-all';

/** One test per conversation that is meant for a target; `look` sees every turn of the store's conversations. */
export function playOn(
  target: WantedBot['target'],
  look: (bot: OpenedBot, turn: Turn) => void = () => undefined,
): void {
  const options = runOptions();
  const meant = transcripts().filter(({ settings }) => (settings.target ?? target) === target);
  const named = meant.map((t) => [t.path.slice(FOLDER.length + 1), t.name, t] as const);
  describe(`on ${target}`, () => {
    it.each(named)('%s: %s', async (_file, _name, transcript) => {
      const result = await runTranscript(transcript, target, options);
      if (transcript.settings.bot === 'shopify') result.turns.forEach(({ turn }) => look(result.bot, turn));
      expect(printFailure(result)).toBe('');
    });
  });
}
