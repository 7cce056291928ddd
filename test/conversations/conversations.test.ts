import { afterAll, describe, expect, it } from 'vitest';
import { createCoverage } from '../../preview/transcript/coverage';
import { coverageTable, isComplete } from '../../preview/transcript/coverage-table';
import { printFailure } from '../../preview/transcript/failure';
import { runTranscript } from '../../preview/transcript/run';
import { runOptions, transcripts } from './play-all';

const all = transcripts();
const options = runOptions();
const coverage = createCoverage();

describe.each(['xo10', 'xo11'] as const)('on %s', (target) => {
  const played = all.filter(({ settings }) => (settings.target ?? target) === target);

  it.each(played.map((transcript) => [transcript.path.replace(/^.*\//, ''), transcript.name, transcript] as const))(
    '%s: %s',
    async (_file, _name, transcript) => {
      const result = await runTranscript(transcript, target, options);
      if (target === 'xo10' && transcript.settings.bot === 'shopify')
        result.turns.forEach(({ turn }) => coverage.add(result.bot, turn));
      expect(printFailure(result)).toBe('');
    },
  );
});

describe('the conversations of the store', () => {
  afterAll(() => {
    process.stdout.write(`\n${coverageTable(coverage.report())}\n`);
  });

  it('walk through every node and every transition', () => {
    expect(isComplete(coverage.report())).toBe(true);
  });
});
