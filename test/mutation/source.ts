import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { relatedTests } from './related';
import { mutantsOfSource, sample, sourcesBelow } from './source-mutants';
import type { SourceMutant } from './source-mutants';

const PROJECT = join(__dirname, '..', '..');
/** At least this part of the mutants must be caught. */
const WANTED = 0.9;
const FOLDERS = ['kore', 'apis', 'generator', 'preview', 'services', 'deploy'];
const LEFT_OUT = ['node_modules', 'dist', '.git', 'test-report.json'];
/** A run that takes longer hangs, and that is noticed, too. */
const LONGEST_RUN_MS = 8 * 60_000;
/** So many test files are run, the nearest ones before the others: they catch most. */
const MOST_TESTS = 13;
const FIRST_TESTS = 3;

interface SourceOptions {
  readonly count: number;
  readonly seed: number;
  /** Parts of paths; all files when there are none. */
  readonly only: readonly string[];
}

/**
 * Breaks guards, limits, masks and boundaries of the sources, one at a time, in a copy of the project, and runs against each
 * the tests that import its file. Prints how many were caught and which survived; the exit code is 1 when too few were caught.
 */
export function breakSources({ count, seed, only }: SourceOptions): 0 | 1 {
  const all = sourcesBelow(PROJECT, FOLDERS).flatMap((file) => mutantsOfSource(PROJECT, file));
  const wanted = all.filter(({ file }) => only.length === 0 || only.some((part) => file.includes(part)));
  const chosen = sample(wanted, count, seed);
  const related = relatedTests(PROJECT);
  const copy = mkdtempSync(join(tmpdir(), 'mutation-'));
  const survivors: SourceMutant[] = [];
  try {
    cpSync(PROJECT, copy, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(PROJECT, path)) });
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
    for (const mutant of chosen) {
      const by = caughtBy(copy, mutant, related(mutant.file));
      if (by === undefined) survivors.push(mutant);
      process.stdout.write(
        `${by === undefined ? 'survived' : 'caught  '}  ${nameOf(mutant)}${by ? `  by ${by}` : ''}\n`,
      );
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const caught = chosen.length === 0 ? 1 : (chosen.length - survivors.length) / chosen.length;
  const summary = `${chosen.length - survivors.length} of ${chosen.length} caught (${Math.floor(caught * 1000) / 10} %), seed ${seed}, of ${wanted.length}`;
  process.stdout.write(`${[summary, ...survivors.map((m) => `  survived  ${nameOf(m)}`)].join('\n')}\n`);
  return caught >= WANTED ? 0 : 1;
}

const nameOf = ({ file, line, from, to }: SourceMutant) => `${file}:${line}  ${from.replace(/\s+/g, ' ')} → ${to}`;

/** The file of the first test that fails; undefined when all pass. A test that fails without the mutant is left out. */
function caughtBy(copy: string, { file, text }: SourceMutant, tests: readonly string[]): string | undefined {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  let left = tests.filter((test) => isSound.get(test) !== false).slice(0, MOST_TESTS);
  try {
    for (let size = FIRST_TESTS; left.length > 0; size = MOST_TESTS) {
      writeFileSync(path, text);
      const now = left.slice(0, size);
      const by = failing(copy, now);
      writeFileSync(path, sound);
      if (by === undefined) {
        left = left.slice(size);
        continue;
      }
      isSound.set(by, isSound.get(by) ?? failing(copy, [by]) === undefined);
      if (isSound.get(by) === true) return by;
      left = left.filter((test) => test !== by);
    }
    return undefined;
  } finally {
    writeFileSync(path, sound);
  }
}

/** Whether a test passes as long as nothing is broken. */
const isSound = new Map<string, boolean>();

function failing(copy: string, tests: readonly string[]): string | undefined {
  if (tests.length === 0) return undefined;
  const vitest = join(PROJECT, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--bail', '1', '--reporter', 'dot', '--test-timeout', '120000', ...tests];
  const ran = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    timeout: LONGEST_RUN_MS,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (ran.status === 0) return undefined;
  if (ran.status === null) return 'a test that does not end';
  const said = `${ran.stdout}${ran.stderr}`;
  const failed = /FAIL\s+(\S+)/.exec(said)?.[1];
  // Counted as caught only when a test says so.
  if (failed === undefined) process.stderr.write(`the tests do not run:\n${said.slice(-2000)}\n`);
  return failed;
}
