import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that lie in an open file of this process, of whichever thread. */
export interface FileStretch {
  readonly file: number;
  readonly start: number;
  readonly length: number;
}

/** Bytes in memory, or on the disk. */
export type Spooled = Buffer | FileStretch;

/** A file for what does not fit into memory. It has no name any more where the system allows that, so nothing is left of it. */
export interface Spool {
  readonly keep: (bytes: Buffer) => FileStretch;
  readonly close: () => void;
}

/** Opens a spool in the system's folder for such files, readable by nobody else. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'kore-action-templates-'));
  const file = openSync(join(folder, 'spool'), 'wx+', 0o600);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // An open file keeps its name on Windows.
  const hasName = process.platform === 'win32';
  if (!hasName) remove();
  let end = 0;
  return {
    keep: (bytes) => {
      const start = end;
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, start + at);
      end += bytes.length;
      return { file, start, length: bytes.length };
    },
    close: () => {
      closeSync(file);
      if (hasName) remove();
    },
  };
}

/** A part of what is kept. */
export const partOfSpooled = (kept: Spooled, start: number, end: number): Spooled =>
  Buffer.isBuffer(kept)
    ? kept.subarray(start, end)
    : { file: kept.file, start: kept.start + start, length: end - start };

/** Fetches pieces one after the other, each into the same memory, as often as is asked. */
export const fetching = (pieces: readonly Spooled[]): Iterable<Buffer> => ({
  *[Symbol.iterator]() {
    let scratch = Buffer.alloc(0);
    for (const piece of pieces) {
      if (Buffer.isBuffer(piece)) {
        yield piece;
        continue;
      }
      if (scratch.length < piece.length) scratch = Buffer.allocUnsafeSlow(piece.length);
      yield read(piece, scratch.subarray(0, piece.length));
    }
  },
});

function read({ file, start }: FileStretch, into: Buffer): Buffer {
  for (let at = 0; at < into.length;) {
    const count = readSync(file, into, at, into.length - at, start + at);
    if (count === 0) throw new Error('a file that was written a moment ago is shorter now');
    at += count;
  }
  return into;
}
