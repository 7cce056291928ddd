import { sandbox } from '../sandbox';
import { runTranscript } from '../../testing/transcript/run';
import { runOptions, transcripts as all } from '../conversations/play-all';
import type { Row } from './row';

/** Every transcript once for each target it is meant for, with everything built on the way. */
export async function transcripts(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const target of ['xo10', 'xo11'] as const) {
    const options = runOptions();
    const meant = all().filter(({ settings }) => (settings.target ?? target) === target);
    const start = performance.now();
    let turns = 0;
    let wrong = 0;
    for (const transcript of meant) {
      const played = await runTranscript(transcript, target, options);
      turns += played.turns.length;
      wrong += played.problems.length > 0 ? 1 : 0;
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    rows.push({
      what: `All transcripts on ${target}`,
      measured: `${seconds} s: ${meant.length} conversations, ${turns} turns, ${wrong} failed`,
      goal: '< 20 s',
    });
  }
  await sandbox.close();
  return rows;
}
