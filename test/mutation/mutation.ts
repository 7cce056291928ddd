import { sandbox } from '../sandbox';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { runTranscript } from '../../testing/transcript/run';
import type { Transcript } from '../../generator/transcript/transcript';
import { ROOT, runOptions, transcripts } from '../conversations/play-all';
import { buildErrors } from '../conversations/variants';
import type { EditSpec } from '../conversations/variants';
import { mutantsOf } from './mutants';
import type { Mutant } from './mutants';
import { breakSources } from './source';

/** At least this part of the mutants must be caught. */
const WANTED = 0.9;
const FOLDER = 'specs/shopify';

interface Result {
  readonly mutant: Mutant;
  /** What caught it: `build`, or the transcript that failed; nothing when it survived. */
  readonly caughtBy: string | undefined;
}

/**
 * Breaks the specs in one place after the other and plays the transcripts against each. Prints how many were caught and
 * which survived; exit code 1 when too few were caught. Arguments narrow it down to mutants whose name holds one of them.
 */
async function main(words: readonly string[]): Promise<void> {
  const source = sourceOptions(words);
  if (source !== undefined) return void (process.exitCode = await breakSources(source));
  if (words.some((word) => word.startsWith('-'))) return usage(words);
  const files = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.yaml'));
  const mutants = files
    .flatMap((file) => mutantsOf(file, `${FOLDER}/${file}`, readFileSync(join(ROOT, FOLDER, file), 'utf8')))
    .filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const all = transcripts().filter(({ settings }) => settings.bot === 'shopify' && settings.target !== 'xo11');
  const before = await catchIt(undefined, all);
  if (before !== undefined) throw new Error(`the specs as they are do not pass: ${before}`);
  const results: Result[] = [];
  for (const [i, mutant] of mutants.entries()) {
    if (i % 20 === 0) process.stderr.write(`${i} of ${mutants.length}\n`);
    const result = { mutant, caughtBy: await catchIt(mutant, all) };
    results.push(result);
    if (result.caughtBy === undefined) process.stdout.write(`survived  ${mutant.name}\n`);
  }
  report(results);
  await sandbox.close();
}

/** The options behind `--source`; undefined without it. */
function sourceOptions(words: readonly string[]): Parameters<typeof breakSources>[0] | undefined {
  if (words[0] !== '--source') return undefined;
  const { values, positionals } = parseArgs({
    args: words.slice(1),
    allowPositionals: true,
    options: {
      count: { type: 'string', default: '60' },
      seed: { type: 'string', default: '2026' },
      part: { type: 'string', default: '1/1' },
      alone: { type: 'string', default: '3' },
    },
  });
  const [count, seed, alone] = [Number(values.count), Number(values.seed), Number(values.alone)];
  return { count, seed, alone, part: values.part, only: positionals };
}

function usage(words: readonly string[]): void {
  const help = words.includes('--help') || words.includes('-h');
  (help ? process.stdout : process.stderr).write(HELP);
  process.exitCode = help ? 0 : 2;
}

const HELP = `npm run mutation -- [WORD…]
npm run mutation -- --source [--count N] [--seed N] [--part M/N] [--alone N] [PATH…]

Breaks the specs in one place after the other and plays the transcripts against each.
  WORD   only mutants whose name holds one of the words, such as get-order-details
With --source it breaks guards, limits, masks and boundaries of the sources instead, and runs the quick tests that come by.
  PATH   only files whose path holds one of these; 60 of their mutants are chosen by the seed unless --count says how many;
         --part 1/3 tries a third of them; --alone 20 tries up to 20 test files in processes of their own, 0 none, for a mutant
         that no other test notices

Exit code 0: ${WANTED * 100} % or more were caught; 1: fewer were, and they are listed; 2: wrong usage.
`;

/** Without a mutant the specs are as they are. */
async function catchIt(mutant: Mutant | undefined, all: readonly Transcript[]): Promise<string | undefined> {
  const edit: EditSpec = (name, text) => (name === mutant?.file ? mutant.text : text);
  const options = runOptions(edit);
  const ordered = [...all].sort((a, b) => distance(a, mutant) - distance(b, mutant));
  try {
    await options.openBot({ integration: 'shopify', target: 'xo10' });
  } catch {
    return 'build';
  }
  for (const transcript of ordered) {
    const failed = await runTranscript(transcript, 'xo10', options).then(
      ({ problems }) => problems.length > 0,
      () => true,
    );
    if (failed) return `${transcript.path}: ${transcript.name}`;
  }
  return buildErrors(ROOT, 'shopify', edit).length > 0 ? 'build' : undefined;
}

/** The transcripts of the broken file come first, those that need another form of the bot last: built only when needed. */
function distance({ path, settings }: Transcript, mutant: Mutant | undefined): number {
  const own = mutant !== undefined && path.endsWith(`/${mutant.file.replace(/\.yaml$/, '.chat')}`);
  const other = settings.credentials !== undefined || settings.audience !== undefined;
  return (own ? 0 : 1) + (other ? 2 : 0);
}

function report(results: readonly Result[]): void {
  const table = new Table({
    head: ['Broken', 'Mutants', 'Transcripts', 'Build', 'Survived'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const row = (kind: string, of: readonly Result[]) => {
    const built = of.filter(({ caughtBy }) => caughtBy === 'build').length;
    const survived = of.filter(({ caughtBy }) => caughtBy === undefined).length;
    return [kind, of.length, of.length - built - survived, built, survived];
  };
  const kinds = [...new Set(results.map(({ mutant }) => mutant.kind))].sort();
  for (const kind of kinds)
    table.push(
      row(
        kind,
        results.filter(({ mutant }) => mutant.kind === kind),
      ),
    );
  table.push(row('All', results));
  const survivors = results.filter(({ caughtBy }) => caughtBy === undefined);
  const caught = results.length === 0 ? 1 : (results.length - survivors.length) / results.length;
  const lines = [table.toString(), `${Math.floor(caught * 1000) / 10} % caught`];
  if (survivors.length > 0) lines.push('Survivors:', ...survivors.map(({ mutant }) => `  ${mutant.name}`));
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = caught >= WANTED ? 0 : 1;
}

void main(process.argv.slice(2));
