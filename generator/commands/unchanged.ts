import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the last sound build of a project came from, what it left and what it said. */
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
  readonly said: readonly string[];
}

/** Everything a build reads: by content below the project, by size and time in the program itself. */
const READ = ['specs', join('test', 'conversations')];
const PROGRAM = join(__dirname, '..', '..');

/**
 * What the last build said, when nothing that it read or left has changed since; undefined when it must be done again.
 * Loads nothing but Node, so that a build with nothing to do costs no more than its start.
 */
export function unchanged(root: string): readonly string[] | undefined {
  try {
    const stamp = JSON.parse(readFileSync(stampFile(root), 'utf8')) as Stamp;
    return stamp.inputs === inputsOf(root) && stamp.outputs === outputsOf(root) ? stamp.said : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a sound build. A build with warnings is not remembered, because they must be said again. */
export function remember(root: string, said: readonly string[]): void {
  const file = stampFile(root);
  const stamp: Stamp = { inputs: inputsOf(root), outputs: outputsOf(root), said };
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(stamp));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Only time is lost.
  }
}

function stampFile(root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return join(PROGRAM, 'node_modules', '.cache', 'kore-action-templates', `build-${name}.json`);
}

function inputsOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of READ) walk(hash, join(root, folder), (path) => readFileSync(path));
  for (const folder of ['generator', 'templates']) walk(hash, join(PROGRAM, folder), sizeAndTime);
  walk(hash, join(PROGRAM, 'package-lock.json'), sizeAndTime);
  return hash.digest('hex');
}

const outputsOf = (root: string) => walk(createHash('sha256'), join(root, 'dist'), sizeAndTime).digest('hex');

const sizeAndTime = (path: string) => {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
};

function walk(hash: Hash, path: string, facts: (path: string) => string | Buffer): Hash {
  const entries = readdirSafely(path);
  if (entries === 'file') return hash.update(`${path}\0`).update(facts(path));
  for (const entry of entries) {
    if (entry.isDirectory()) walk(hash, join(path, entry.name), facts);
    else if (entry.isFile()) hash.update(`${join(path, entry.name)}\0`).update(facts(join(path, entry.name)));
  }
  return hash;
}

function readdirSafely(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return 'file';
    throw error;
  }
}
