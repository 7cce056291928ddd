import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { relatedTests } from './related';
import { runTests } from './run-tests';
import { mutantsOfSource, sample, sourcesBelow } from './source-mutants';
import type { SourceMutant } from './source-mutants';
import { trySwitched } from './switched';

const PROJECT = join(__dirname, '..', '..');
/** At least this part of the mutants must be caught. */
const WANTED = 0.9;
const FOLDERS = ['kore', 'apis', 'generator', 'preview', 'services', 'deploy'];
const LEFT_OUT = ['node_modules', 'dist', '.git', 'test-report.json'];
/** A run of the tests of one mutant that takes longer hangs, and that is noticed, too. */
const LONGEST_RUN_MS = 8 * 60_000;
/** So many test files are run for each mutant, the nearest ones: they catch most. */
const MOST_TESTS = 25;
interface SourceOptions {
  readonly count: number;
  readonly seed: number;
  /** Parts of paths; all files when there are none. */
  readonly only: readonly string[];
  /** `2/3`: the second third of what is chosen. */
  readonly part: string;
  /** So many test files have processes of their own for a mutant that the others do not notice, the nearest ones. */
  readonly alone: number;
}

/**
 * Breaks guards, limits, masks and boundaries of the sources in a copy of the project: all at once, behind switches, and those that
 * no test in one process notices one at a time, with the nearest tests that import the file, as many as `alone` says. Prints how many were caught and which
 * survived; the exit code is 1 when too few were caught.
 */
export async function breakSources({ count, seed, only, part, alone }: SourceOptions): Promise<0 | 1> {
  const all = sourcesBelow(PROJECT, FOLDERS).flatMap((file) => mutantsOfSource(PROJECT, file));
  const wanted = all.filter(({ file }) => only.length === 0 || only.some((one) => file.includes(one)));
  const [nth = 1, of = 1] = part.split('/').map(Number);
  const chosen = sample(wanted, count, seed).filter((_mutant, i) => i % of === nth - 1);
  const { near, byCost } = relatedTests(PROJECT);
  const nearest = new Map(chosen.map(({ file }) => [file, near(file).slice(0, MOST_TESTS)] as const));
  const copy = mkdtempSync(join(tmpdir(), 'mutation-'));
  const survivors: string[] = [];
  try {
    cpSync(PROJECT, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(PROJECT, path)) });
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
    const tried = await trySwitched(copy, chosen, byCost(new Set([...nearest.values()].flat())));
    for (const [mutant, { caughtBy, passedBy }] of tried) {
      const left = near(mutant.file)
        .filter((test) => !passedBy.has(test))
        .slice(0, alone);
      const by = caughtBy ?? (await caughtAlone(copy, mutant, left));
      const line = `${by === undefined ? 'survived' : 'caught  '}  ${nameOf(mutant)}  ${by ?? `${passedBy.size} and ${left.length} tests`}`;
      if (by === undefined) survivors.push(line);
      process.stdout.write(`${line}\n`);
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const caught = chosen.length - survivors.length;
  const percent = chosen.length === 0 ? 100 : Math.floor((1000 * caught) / chosen.length) / 10;
  const summary = `${caught} of ${chosen.length} caught (${percent} %), seed ${seed}, of ${wanted.length}`;
  process.stdout.write(`${[summary, ...survivors].join('\n')}\n`);
  return percent >= 100 * WANTED ? 0 : 1;
}

const nameOf = ({ file, line, from, to }: SourceMutant) => `${file}:${line}  ${from.replace(/\s+/g, ' ')} → ${to}`;

/** Whether a test file passes as long as nothing is broken. */
const isSound = new Map<string, boolean>();

/** The first of these test files that notices a mutant, in processes of its own. One that fails without it is left out. */
async function caughtAlone(copy: string, mutant: SourceMutant, tests: readonly string[]): Promise<string | undefined> {
  const left = tests.filter((test) => isSound.get(test) !== false);
  if (left.length === 0) return undefined;
  const path = join(copy, mutant.file);
  const sound = readFileSync(path, 'utf8');
  writeFileSync(path, mutant.text);
  const { failed, how } = await runTests(copy, left, { ms: LONGEST_RUN_MS });
  writeFileSync(path, sound);
  if (how === 'hung') return 'a test that does not end';
  if (failed === undefined) return undefined;
  if (!isSound.has(failed)) {
    const without = await runTests(copy, [failed], { ms: LONGEST_RUN_MS });
    isSound.set(failed, without.how === 'ran' && without.failed === undefined);
  }
  return isSound.get(failed) === true ? failed : caughtAlone(copy, mutant, left);
}
