import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The project's folder. */
export const PROJECT = join(__dirname, '..', '..');

/** What one run of a whole process took: milliseconds on the clock and of the processors, megabytes at most. */
export interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly stdout: string;
}

/** The environment of measured programs: without what slows every start of Node on some machines or changes what is measured. */
export const environment: NodeJS.ProcessEnv = { ...process.env, TS_NODE_PROJECT: join(PROJECT, 'tsconfig.json') };
delete environment['NODE_EXTRA_CA_CERTS'];
delete environment['NODE_OPTIONS'];

/** Runs Node on a program and measures the process. Rejects, with what it said, when it fails. */
export async function run(cwd: string, ...program: readonly string[]): Promise<Figures> {
  const start = performance.now();
  const child = spawn(process.execPath, ['-r', join(__dirname, 'record.cjs'), ...program], {
    cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [stdout, stderr, record, code] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  const wall = performance.now() - start;
  if (code !== 0) throw new Error(`${program.join(' ')} ended with ${code}:\n${stderr}`);
  return { wall, stdout, ...(JSON.parse(record) as { readonly cpu: number; readonly memory: number }) };
}

/** The command line, as the npm scripts call it. */
export const COMMAND = join(PROJECT, 'lib', 'cli', 'main.js');

/** What runs the project's own TypeScript scripts. */
export const LOADER = join(PROJECT, 'node_modules', 'ts-node', 'dist', 'bin.js');
