#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { keepCompiled } from './compiled/keep-compiled';
import { looksFresh, readManifest } from './compiled/manifest';
import { processConsole as console } from './console';
import type { Host } from './host';
import { unchanged } from './run/unchanged';

const PROJECT = join(__dirname, '..', '..');
const load = createRequire(__filename);

/** The command as it is called: what is compiled is brought up to date first, where its sources stand beside it. */
function start(): void {
  if (isFresh()) return main();
  if (!recompile()) return void (process.exitCode = 2);
  // This file is one of those that have just been compiled.
  for (const path of Object.keys(load.cache)) if (path.startsWith(join(PROJECT, 'lib'))) delete load.cache[path];
  (load(__filename) as { readonly main: typeof main }).main();
}

function isFresh(): boolean {
  const manifest = readManifest(PROJECT);
  return manifest ? looksFresh(PROJECT, manifest) : !existsSync(join(PROJECT, 'make-lib.ts'));
}

/** Runs `make-lib.ts`, which compiles what has changed. False when that fails, which it has then said. */
function recompile(): boolean {
  try {
    const compiler = [load.resolve('ts-node/dist/bin.js'), join(PROJECT, 'make-lib.ts')];
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
  const said = args.length === 1 && args[0] === 'build' ? unchanged(process.cwd()) : undefined;
  if (said) {
    for (const line of said) console.out(line);
    process.exitCode = 0;
    return;
  }
  const host: Host = {
    root: process.cwd(),
    env: process.env,
    console,
    colorOut: console.color && Boolean(process.stdout.isTTY),
    end: (code) => void (process.exitCode = code),
  };
  keepCompiled(PROJECT);
  void (load('./program.js') as typeof import('./program')).run(args, host);
}

/** Whoever read our output has seen enough, as in `npm run diff | head`: nobody is told, and there is nothing left to do. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

if (require.main === module) start();
