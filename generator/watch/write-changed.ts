import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../package/pack';

/**
 * Writes the files that `dist` does not hold yet or holds with other bytes, and removes those of `before` that are not
 * among them. Each file is replaced whole: it is written beside its place and renamed. Returns the paths that changed.
 */
export function writeChanged(
  dist: string,
  before: readonly OutputFile[],
  files: readonly OutputFile[],
): readonly string[] {
  const old = new Map(before.map((f) => [f.path, f.bytes]));
  const changed = files.filter((f) => !isThere(join(dist, f.path), f.bytes, old.get(f.path)));
  for (const file of changed) replace(join(dist, file.path), file.bytes);
  const wanted = new Set(files.map((f) => f.path));
  const gone = before.map((f) => f.path).filter((path) => !wanted.has(path));
  for (const path of gone) rmSync(join(dist, path), { force: true });
  return [...changed.map((f) => f.path), ...gone];
}

/** What was written last is not read again. */
function isThere(path: string, bytes: Buffer, before: Buffer | undefined): boolean {
  if (!existsSync(path)) return false;
  return before === bytes || (before ?? readFileSync(path)).equals(bytes);
}

function replace(path: string, bytes: Buffer): void {
  const fresh = `${path}.new-${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(fresh, bytes, { mode: 0o644 });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
