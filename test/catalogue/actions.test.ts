import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../generator/build';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { TARGETS } from '../../kore/format';
import { templates } from '../build/specs';
import { runOptions, transcripts } from '../conversations/play-all';

/** A project of its own, whose specs are actions of the platform's ready-made catalogue. */
const ROOT = __dirname;

const integrations = readdirSync(join(ROOT, 'specs')).sort();

test.each(integrations)('%s builds with nothing to complain about', async (id) => {
  const { diagnostics } = await build(ROOT, id, templates);
  expect(diagnostics.map((d) => `${d.place.path} ${d.code} ${d.message}`)).toEqual([]);
});

const options = runOptions(undefined, ROOT);
const played = transcripts(ROOT).map((one) => [one.path.replace(/^specs\//, ''), one.name, one] as const);

describe.each(TARGETS)('on %s', (target) => {
  test.each(played)('%s: %s', async (_file, _name, transcript) => {
    expect(printFailure(await runTranscript(transcript, target, options))).toBe('');
  });
});
