import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { sha256Of } from './digest';

/** What a build comes to. */
export interface BuildComparison {
  /** Every file, with its size in bytes, in the order in which it was made. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** Paths whose file in `dist` is missing, different or not wanted any more, sorted. */
  readonly changed: readonly string[];
}

/** Compares files with those in `dist`, one by one as they come. `isThere` may know of a file that it is. */
export async function compareBuild(
  dist: string,
  files: AsyncIterable<PiecewiseFile> | Iterable<PiecewiseFile>,
  isThere?: (path: string) => true | undefined,
): Promise<BuildComparison> {
  const present = new Set(filesBelow(dist).map((path) => relative(dist, path).split(sep).join('/')));
  const made: { path: string; size: number }[] = [];
  const changed: string[] = [];
  for await (const file of files) {
    const { path } = file;
    made.push({ path, size: sizeOf(file) });
    if (!present.delete(path) || !(isThere?.(path) ?? isHeld(join(dist, path), file))) changed.push(path);
  }
  return { files: made, changed: [...changed, ...present].sort() };
}

/** How many bytes a file has; where that is known, its pieces are not fetched. */
export const sizeOf = (file: PiecewiseFile): number =>
  file.known?.size ?? file.pieces.reduce((size, piece) => size + piece.length, 0);

/** Whether a plain file is this one: by its content, which is read once, or by its checksum where that is known. */
export function isHeld(path: string, file: PiecewiseFile): boolean {
  if (!file.known) return holds(path, file.pieces);
  try {
    const { size, digest } = file.known;
    const found = lstatSync(path);
    return found.isFile() && found.size === size && sha256Of(readFileSync(path)) === digest;
  } catch {
    return false;
  }
}

/** Whether a plain file consists of these pieces. A link does not, whatever it leads to; nor does what cannot be read. */
export function holds(path: string, pieces: readonly Buffer[]): boolean {
  let file: number;
  try {
    if (!lstatSync(path).isFile()) return false;
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    let at = 0;
    for (const piece of pieces) {
      if (!holdsAt(file, at, piece)) return false;
      at += piece.length;
    }
    return fstatSync(file).size === at;
  } finally {
    closeSync(file);
  }
}

/** Read bit by bit into the same memory: files may be large, and most differ somewhere or nowhere. */
const CHUNK = Buffer.alloc(2 ** 16);

function holdsAt(file: number, start: number, piece: Buffer): boolean {
  for (let at = 0; at < piece.length;) {
    const wanted = piece.subarray(at, at + CHUNK.length);
    const read = readSync(file, CHUNK, 0, wanted.length, start + at);
    if (read === 0 || !CHUNK.subarray(0, read).equals(wanted.subarray(0, read))) return false;
    at += read;
  }
  return true;
}

const filesBelow = (folder: string): readonly string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
        e.isDirectory() ? filesBelow(join(folder, e.name)) : [join(folder, e.name)],
      )
    : [];
