import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { holds } from '../package/compare';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { writePieces } from '../package/write';

/** What was written last, by path. */
export type WrittenFiles = ReadonlyMap<string, PiecewiseFile>;

/** What writing came to. */
export interface Written {
  /** All files, as they are now. */
  readonly files: WrittenFiles;
  /** Paths. */
  readonly changed: readonly string[];
  /** Milliseconds that the disk took. */
  readonly disk: number;
}

/**
 * Writes the files that `dist` does not hold yet or holds with other bytes, and removes those of `before` that are not
 * among them. Each file is replaced whole: it is written beside its place and renamed.
 */
export async function writeChanged(
  dist: string,
  before: WrittenFiles,
  files: AsyncIterable<PiecewiseFile> | Iterable<PiecewiseFile>,
): Promise<Written> {
  let disk = 0;
  const timed = <T>(work: () => T): T => {
    const start = performance.now();
    const result = work();
    disk += performance.now() - start;
    return result;
  };
  const all = new Map<string, PiecewiseFile>();
  const fresh = new Map<string, string>();
  try {
    for await (const file of files) {
      const path = join(dist, file.path);
      all.set(file.path, file);
      if (timed(() => isThere(path, file, before.get(file.path)))) continue;
      fresh.set(file.path, `${path}.new-${process.pid}`);
      timed(() => {
        mkdirSync(dirname(path), { recursive: true });
        writePieces(`${path}.new-${process.pid}`, file.pieces);
      });
    }
    // Replacing a file may wait for the disk, and several can wait together.
    const start = performance.now();
    await Promise.all([...fresh].map(([path, written]) => rename(written, join(dist, path))));
    disk += performance.now() - start;
  } finally {
    for (const written of fresh.values()) rmSync(written, { force: true });
  }
  const gone = [...before.keys()].filter((path) => !all.has(path));
  for (const path of gone) rmSync(join(dist, path), { force: true });
  return { files: all, changed: [...fresh.keys(), ...gone], disk };
}

/** What was written last is not read again. */
const isThere = (path: string, file: PiecewiseFile, before: PiecewiseFile | undefined): boolean =>
  file === before ? existsSync(path) : holds(path, file.pieces);
