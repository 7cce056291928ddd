import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** Why a file of a project is not read. */
export type FileRefusal = 'missing' | 'link' | 'odd' | 'large';

/** A file's bytes, or why there are none. */
export type ReadFile = { readonly bytes: Buffer } | { readonly refused: FileRefusal };

/** No file of a project is near this: specs, schemas, icons, transcripts, templates. */
export const MOST_BYTES = 10_000_000;

/**
 * Reads a file of a project: the one reader for all of them. `path` is below `root`, with forward slashes. Only a regular
 * file that no link leads to or out of is read, and no more than `most` bytes of it: pipes, devices and what the system
 * makes up (`/proc`) are refused without waiting for them.
 */
export function readProjectFile(root: string, path: string, most = MOST_BYTES): ReadFile {
  const steps = path.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..' || /[\\\0]/.test(step)))
    return { refused: 'missing' };
  try {
    let at = realpathSync(root);
    for (const step of steps) {
      at = join(at, step);
      if (lstatSync(at).isSymbolicLink()) return { refused: 'link' };
    }
    return readRegular(at, most);
  } catch {
    return { refused: 'missing' };
  }
}

function readRegular(path: string, most: number): ReadFile {
  // A pipe is opened without waiting for whoever writes into it. (Windows has no such flags.)
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
  const file = openSync(path, (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK);
  try {
    const { size } = fstatSync(file);
    if (!fstatSync(file).isFile()) return { refused: 'odd' };
    if (size > most) return { refused: 'large' };
    const bytes = Buffer.alloc(size);
    let read = 0;
    while (read < size) {
      const more = readSync(file, bytes, read, size - read, read);
      if (more === 0) break;
      read += more;
    }
    return { bytes: bytes.subarray(0, read) };
  } finally {
    closeSync(file);
  }
}
