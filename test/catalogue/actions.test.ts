import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pipeline, type Prepared } from '../../generator/pipeline';
import { readSpecs } from '../../generator/source/read';
import { openBot } from '../../preview/open-bot';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { type KoreBot, TARGETS } from '../../kore/format';
import { PROJECT, templates } from '../build/specs';
import { runOptions, transcripts } from '../conversations/play-all';
import { expressible, isWritten, rows } from './rows';

/** A project of its own, whose specs are actions of the platform's ready-made catalogue. */
const ROOT = __dirname;

const integrations = readdirSync(join(ROOT, 'specs')).sort();

const made = new Map<string, Prepared>();
const preparedOf = (id: string): Prepared => {
  const prepared = made.get(id) ?? pipeline(templates)(readSpecs(ROOT, id));
  made.set(id, prepared);
  return prepared;
};

test.each(integrations)('%s builds with nothing to complain about, and says where it is from', (id) => {
  const { diagnostics } = preparedOf(id);
  expect(diagnostics.map((d) => `${d.place.path} ${d.code} ${d.message}`)).toEqual([]);
  expect(readFileSync(join(ROOT, 'specs', id, 'bot.yaml'), 'utf8')).toMatch(/^# From https:\/\/\S+\n/);
});

test('every action of the catalogue is written, or says why not, and the table says so', () => {
  expect(rows.filter((row) => !isWritten(row) && !row.spec.startsWith('('))).toEqual([]);
  const squeezed = readFileSync(join(PROJECT, 'generator', 'README.md'), 'utf8').replace(/ +\||-{3,}/g, (run) =>
    run.startsWith('-') ? '---' : ' |',
  );
  expect(squeezed.replace(/\| +/g, '| ')).toContain(expressible());
});

const options = runOptions(undefined, ROOT);
const opened = new Map<string, ReturnType<typeof openBot>>();
const open: typeof options.openBot = ({ integration, target }) => {
  const key = `${integration} ${target}`;
  // As the platform would read it from a file.
  const bot =
    opened.get(key) ?? openBot(JSON.parse(JSON.stringify(preparedOf(integration).koreBot?.(target))) as KoreBot);
  opened.set(key, bot);
  return Promise.resolve(bot);
};
const played = transcripts(ROOT).map((one) => [one.path.replace(/^specs\//, ''), one.name, one] as const);

describe.each(TARGETS)('on %s', (target) => {
  test.each(played)('%s: %s', async (_file, _name, transcript) => {
    expect(printFailure(await runTranscript(transcript, target, { ...options, openBot: open }))).toBe('');
  });
});
