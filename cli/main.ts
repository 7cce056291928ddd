#!/usr/bin/env node
import { existsSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keepCompiled } from './compiled/keep-compiled';
import { BUILD_STEPS, looksFresh, readManifest } from './compiled/manifest';
import { processConsole as console } from './console';
import { printableInColour } from '../kore/printable';
import type { Host } from './host';
import type { SaidByBuild } from './run/quick-record';
import { unchanged, unchangedAtAGlance } from './run/unchanged';

const PROJECT = join(__dirname, '..', '..');
const load = createRequire(__filename);

/** The command as it is called: what is compiled is brought up to date first, where its sources stand beside it. */
function start(): void {
  const said = isPlainBuild() ? unchangedAtAGlance(PROJECT, process.cwd()) : undefined;
  if (said && !said.warnings && printed(said.out)) return;
  if (said && repeated(said)) return;
  if (isFresh()) return main();
  if (!recompile()) return void (process.exitCode = 2);
  // This file is one of those that have just been compiled.
  for (const path of Object.keys(load.cache)) if (path.startsWith(join(PROJECT, 'lib'))) delete load.cache[path];
  (load(__filename) as { readonly main: typeof main }).main();
}

/** Without any flag. */
const isPlainBuild = (): boolean => process.argv.length === 3 && process.argv[2] === 'build';

/** Says what a build said. False where its warnings were coloured for another place than this. */
function repeated({ out, warnings }: SaidByBuild): boolean {
  if (warnings && warnings.color !== console.color) return false;
  process.stdout.on('error', endWithReader);
  if (warnings) console.err(warnings.text);
  for (const line of out) console.out(line);
  process.exitCode = 0;
  return true;
}

/** Prints lines without loading what a stream of the process needs. False where that cannot be done; nothing is printed then. */
function printed(lines: readonly string[]): boolean {
  const bytes = Buffer.from(lines.map((line) => `${printableInColour(line)}\n`).join(''));
  try {
    const count = writeSync(1, bytes);
    if (count < bytes.length) process.stdout.write(bytes.subarray(count));
    return true;
  } catch {
    return false;
  }
}

function isFresh(): boolean {
  const manifest = readManifest(PROJECT);
  const steps = process.argv[2] === 'build' ? BUILD_STEPS : undefined;
  return manifest ? looksFresh(PROJECT, manifest, steps) : !existsSync(join(PROJECT, 'make-lib.ts'));
}

/** Runs `make-lib.ts`, which compiles what has changed. False when that fails, which it has then said. */
function recompile(): boolean {
  try {
    const compiler = [load.resolve('ts-node/dist/bin.js'), join(PROJECT, 'make-lib.ts')];
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    return spawnSync(process.execPath, compiler, { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  } catch {
    console.err('The sources have changed, and what compiles them is not installed. Run npm ci.');
    return false;
  }
}

export function main(): void {
  process.stdout.on('error', endWithReader);
  // Should the process end before the work does, that is no success.
  process.exitCode = 2;
  const args = process.argv.slice(2);
  const said = isPlainBuild() ? unchanged(PROJECT, process.cwd()) : undefined;
  if (said && repeated(said)) return;
  const host: Host = {
    root: process.cwd(),
    env: process.env,
    console,
    colorOut: console.color && Boolean(process.stdout.isTTY),
    end: (code) => void (process.exitCode = code),
  };
  keepCompiled(PROJECT);
  if (args[0] === 'build' || args[0] === 'check') spareV8();
  void (args[0] === 'build'
    ? (load('./build-program.js') as typeof import('./build-program')).runBuild(args, host)
    : (load('./program.js') as typeof import('./program')).run(args, host));
}

/**
 * A build or a check is over before most of what V8 would optimize pays off: a third of the processor's time would go into that.
 * What runs long is optimized all the same, a moment later. And its memory is cleaned up when it has doubled, not later. The options
 * are those of the V8 of Node 20.
 */
function spareV8(): void {
  if (!process.versions.v8.startsWith('11.')) return;
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const option of ['--interrupt-budget=500000', '--heap-growing-percent=100']) setFlagsFromString(option);
}

/** Whoever read our output has seen enough, as in `npm run diff | head`: nobody is told, and there is nothing left to do. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

if (require.main === module) start();
