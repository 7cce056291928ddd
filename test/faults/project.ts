import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURES, PROJECT } from '../build/specs';

/** How a build ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Launch {
  readonly env?: Readonly<Record<string, string>>;
  /** Put before the command, such as `['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh']`. */
  readonly before?: readonly string[];
  readonly args?: readonly string[];
  /** Node's own options. */
  readonly node?: readonly string[];
  readonly binary?: string;
  /** Somebody else than who runs the tests. */
  readonly uid?: number;
}

/** A new project with the small bot over a JSON API; `name` is its folder's. */
export function project(name = 'project'): string {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'faults-'))), name);
  mkdirSync(join(root, 'specs'), { recursive: true });
  cpSync(join(FIXTURES, 'specs', 'parcels'), join(root, 'specs', 'parcels'), { recursive: true });
  return root;
}

/** Starts `build` as a process of its own, without a terminal. */
export function start(
  root: string,
  launch: Launch = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const { before = [], args = ['build'], node = [], binary = process.execPath, env = {}, uid } = launch;
  const line = [...before, binary, ...node, join(PROJECT, 'lib', 'cli', 'main.js'), ...args];
  const [command = '', ...rest] = line;
  const child = spawn(command, rest, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => void (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => void (said.err += bytes.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
  return { child, ended };
}

export const run = (root: string, launch?: Launch): Promise<Ended> => start(root, launch).ended;

/** One digest of every path and byte below a folder; undefined when there is no such folder. */
export function digest(folder: string): string | undefined {
  const hash = createHash('sha256');
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((e) => !e.isDirectory()).map((e) => join(e.parentPath, e.name));
    for (const file of files.sort())
      hash
        .update(`${file.slice(folder.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
