import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';

const CACHE = 'node_modules/.cache/eslint/';

/** What holds without running a test: scripts of package.json and programs, the longest first. */
const CHECKS = [
  ['types', 'npm', 'run', '-s', 'typecheck'],
  // A file that did not change is not looked at again; CI has no cache, and looks at each.
  ['lint', 'npx', '--no-install', 'eslint', '--cache', '--cache-strategy', 'content', '--cache-location', CACHE, '.'],
  ['format', 'npm', 'run', '-s', 'format'],
  ['walls', 'npm', 'run', '-s', 'walls'],
  ['dead code', 'npm', 'run', '-s', 'unused'],
];

/** Runs a program to its end; what it says comes in one piece, so that two of them do not talk at once. */
const ran = ([name, program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ name, ok: false, said: error.message }));
    child.on('close', (code) => resolve({ name, ok: code === 0, said }));
  });

/** As many at once as there are processors. Every one of them is run, so that all that is wrong is said. */
const waiting = [...CHECKS];
async function lane() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { name, ok, said } = await ran(check);
    process.stdout.write(`${ok ? 'holds ' : 'FAILED'}  ${name}\n${ok ? '' : `${said.trimEnd()}\n`}`);
    if (!ok) process.exitCode = 1;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, lane));
