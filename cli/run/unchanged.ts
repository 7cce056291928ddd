import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { factsOf } from '../compiled/manifest';

/** What the last sound build of a project came from, what it left and what it said. */
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
  readonly said: readonly string[];
}

const PRODUCT = dirname(createRequire(__filename).resolve('#package.json'));

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
  const stamp: Stamp = { inputs: inputsOf(root), outputs: outputsOf(root), said };
  const file = stampFile(root);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(stamp));
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Only time is lost.
  }
}

const stampFile = (root: string): string =>
  join(
    PRODUCT,
    'node_modules',
    '.cache',
    'kore-action-templates',
    `build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`,
  );

/** Everything a build reads: by content below the project, by size and times in the product itself. */
function inputsOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const part of ['lib', 'templates']) walk(hash, join(PRODUCT, part), (path) => factsOf(path) ?? '');
  walk(hash, join(root, 'specs'), (path) => readFileSync(path));
  return hash.digest('hex');
}

const outputsOf = (root: string) =>
  walk(createHash('sha256'), join(root, 'dist'), (path) => factsOf(path) ?? '').digest('hex');

/** Adds every file of a folder in the order of their names; what is not there adds nothing. */
function walk(hash: Hash, folder: string, content: (path: string) => string | Buffer): Hash {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(hash, path, content);
    else if (entry.isFile()) hash.update(`${path}\0`).update(content(path));
  }
  return hash;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
