import { describe, expect, it } from 'vitest';
import { TARGETS } from '../../kore/format';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { FIXTURES } from '../build/specs';
import { FOLDER, runOptions, transcripts } from './play-all';

/** Conversations with small integrations that use what the project's own specs do not. */
const options = runOptions(undefined, FIXTURES);
const named = transcripts(FIXTURES).map((t) => [t.path.slice(FOLDER.length + 1), t.name, t] as const);

describe.each(TARGETS)('on %s', (target) => {
  it.each(named)('%s: %s', async (_file, _name, transcript) => {
    expect(printFailure(await runTranscript(transcript, target, options))).toBe('');
  });
});
