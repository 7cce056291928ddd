import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from './cache';

/** Bytes that the folder holds at most when a build is over. */
const MOST_BYTES = 1_000_000_000;

/** Milliseconds after which a file that is being written belongs to a build that was ended, and a used one is marked as such again. */
const LONG_AGO = 3_600_000;

/** A cache in a folder, a file for each key. */
export interface DiskCache extends Cache {
  /** The build is over: where there are more than `most` bytes, the files go that nobody has used for longest. */
  readonly sweep: (most?: number) => void;
}

/**
 * Opens a cache. `tool` stands for everything that makes what is kept: another tool finds nothing. Each file begins with the checksum
 * of its key and the rest, is written beside its place and renamed, so two builds at once do no harm; a folder that cannot be
 * written to is left alone.
 */
export function openCache(folder: string, tool: string): DiskCache {
  const used = new Set<string>();
  let isWritable = true;
  let hasWritten = false;
  return {
    keyOf: (kind, ...parts) => {
      const hash = createHash('sha256');
      for (const part of [tool, process.version, kind, ...parts]) hash.update(`${part.length}:`).update(part);
      return hash.digest('hex');
    },
    read: (key) => {
      const bytes = contentOf(join(folder, key));
      const rest = bytes?.subarray(CHECKSUM);
      if (!bytes || !rest?.length || !checksum(key, [rest]).equals(bytes.subarray(0, CHECKSUM))) return undefined;
      used.add(key);
      return rest;
    },
    keep: (key, pieces) => {
      if (!isWritable) return;
      const fresh = join(folder, `${key}.${process.pid}`);
      try {
        if (!hasWritten) mkdirSync(folder, { recursive: true });
        hasWritten = true;
        writeFileSync(fresh, Buffer.concat([checksum(key, pieces), ...pieces]), { mode: 0o600, flag: 'wx' });
        renameSync(fresh, join(folder, key));
        used.add(key);
      } catch {
        isWritable = false;
        clearAway(fresh);
      }
    },
    sweep: (most = MOST_BYTES) => {
      try {
        if (hasWritten) sweep(folder, used, most);
      } catch {
        // Another build is at it.
      }
    },
  };
}

const CHECKSUM = 32;

function checksum(key: string, pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(key);
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

function clearAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // There is no such folder.
  }
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function sweep(folder: string, used: ReadonlySet<string>, most: number): void {
  const now = Date.now();
  const files = readdirSync(folder).flatMap((name) => {
    const { size, mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: now };
    if (!used.has(name)) return [{ name, size, last: mtimeMs }];
    if (mtimeMs < now - LONG_AGO) utimesSync(join(folder, name), now / 1000, now / 1000);
    return [{ name, size, last: Infinity }];
  });
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { name, size, last } of files.sort((a, b) => a.last - b.last)) {
    const isLeft = name.includes('.') && last < now - LONG_AGO;
    if (left <= most && !isLeft) continue;
    rmSync(join(folder, name), { force: true });
    left -= size;
  }
}
