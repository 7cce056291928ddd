import { createHash, type Hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../kore/cache/files';

/** The folders whose code a build runs. */
export const SOURCES = ['kore', 'apis', 'generator', 'cli'] as const;

/** What changes when the program does: sizes and times of its files in these folders, of its lock file, and Node itself. */
export function programStamp(...folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of [...folders, 'package-lock.json']) walk(hash, join(PROGRAM, name), sizeAndTime);
  return hash.digest('hex');
}

export const sizeAndTime = (path: string): string => {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
};

/** Adds a file, or every file of a folder in the order of their names; what is not there adds nothing. */
export function walk(hash: Hash, path: string, facts: (path: string) => string | Buffer): Hash {
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
