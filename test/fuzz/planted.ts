import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { PLANTED } from './planted-bugs';
import type { PlantedBug } from './planted-bugs';

const PROJECT = join(__dirname, '..', '..');
const LEFT_OUT = ['node_modules', 'dist', '.git', 'lib'];
const WHOLE_RUN_MS = 3 * 60_000;

/** A copy of the project with one bug in it. Throws when the line that the bug changes is gone. */
function plant({ file, from, to }: PlantedBug): string {
  const copy = mkdtempSync(join(tmpdir(), 'planted-'));
  cpSync(PROJECT, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(relative(PROJECT, path)),
  });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold this line once: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  return copy;
}

/** What the oracle said about it; undefined when it noticed nothing. */
function caught(bug: PlantedBug): string | undefined {
  const copy = plant(bug);
  try {
    const node = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(PROJECT, 'node_modules/ts-node/dist/bin.js'), ...args], {
        cwd: copy,
        encoding: 'utf8',
        timeout: WHOLE_RUN_MS,
      });
    node(join(copy, 'make-lib.ts'));
    const args = ['--minutes', '0', '--seed', '2026', '--runs', String(bug.runs), '--only', bug.oracle];
    const { status, stderr } = node(join(copy, 'test/fuzz/fuzz.ts'), ...args);
    return status === 1 ? reasonIn(stderr) : undefined;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The promise that was broken, in the words of the oracle. */
const reasonIn = (stderr: string): string =>
  [...stderr.matchAll(/^(?:Got error|Broken|Error): (.+)$/gm)]
    .map(([, reason = '']) => reason)
    .filter((reason) => !/^Property failed|\(\d+ characters\), at/.test(reason))[0]
    ?.slice(0, 160) ?? stderr.slice(0, 160);

/**
 * Plants one bug after the other in a copy of the project and walks the oracle that has to notice it. Prints what it said;
 * exit code 1 when one noticed nothing. Arguments narrow it down to oracles whose name holds one of them.
 */
function main(words: readonly string[]): number {
  const chosen = PLANTED.filter(({ oracle }) => words.length === 0 || words.some((word) => oracle.includes(word)));
  const missed = chosen.filter((bug) => {
    const said = caught(bug);
    console.log(`${said === undefined ? 'MISSED' : 'caught'}  ${bug.oracle}: ${bug.bug}\n        ${said ?? ''}`);
    return said === undefined;
  });
  console.log(`${chosen.length - missed.length} of ${chosen.length} planted bugs were caught`);
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
