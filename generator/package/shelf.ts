import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kept } from './text';

/** Where what was printed for one dialog waits until the whole bot is put together. */
export interface Shelf {
  /** Keeps bytes; says how to get a part of them back. */
  keep(bytes: Buffer): (start: number, end: number) => Kept;
  /** Memory for the text of a whole bot. The next one takes it over. */
  space(size: number): Buffer;
  /** Nothing is wanted any more. */
  clear(): void;
}

/** Keeps everything in memory. */
export const memoryShelf = (): Shelf => ({ keep: inMemory, space: reused(), clear: () => undefined });

function reused(): (size: number) => Buffer {
  let memory = Buffer.alloc(0);
  return (size) => {
    if (memory.length < size) memory = Buffer.allocUnsafeSlow(size);
    return memory.subarray(0, size);
  };
}

function inMemory(bytes: Buffer): (start: number, end: number) => Kept {
  const from: Kept['from'] = { copy: (start, end, target, at) => void bytes.copy(target, at, start, end) };
  return (start, end) => ({ start, end, from });
}

/** Bytes: the bots of eight actions fit; those of a thousand would be 200 MB. */
const MOST_IN_MEMORY = 4 * 2 ** 20;

/** Keeps so much in memory, and what comes after it in a temporary file, which no one else can open. */
export function spillingShelf(most = MOST_IN_MEMORY): Shelf {
  let kept = 0;
  let file: number | undefined;
  let size = 0;
  const from: Kept['from'] = {
    copy: (start, end, target, at) => readAll(file, start, target.subarray(at, at + end - start)),
  };
  return {
    keep: (bytes) => {
      kept += bytes.length;
      if (kept <= most) return inMemory(bytes);
      file ??= nameless();
      const at = size;
      size += bytes.length;
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
      return (start, end) => ({ start: at + start, end: at + end, from });
    },
    space: reused(),
    clear: () => {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** An open file that is gone as soon as this program is, however it ends. */
function nameless(): number {
  const path = join(tmpdir(), `kore-action-templates-${process.pid}-${Date.now()}`);
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path);
  return file;
}

/** Fills `bytes`. The system may read a part only. */
function readAll(file: number | undefined, at: number, bytes: Buffer): void {
  if (file === undefined) throw new Error('the shelf is cleared');
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, bytes.length - done, at + done);
    if (read === 0) throw new Error('a temporary file has become shorter');
    done += read;
  }
}
