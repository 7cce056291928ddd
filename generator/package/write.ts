import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFile as writeFileLater,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { compareBuild, isHeld, sizeOf, type BuildComparison } from './compare';
import type { PiecewiseFile } from '../../kore/zip/pack';

/**
 * Replaces the output folder with these files, all or nothing: each is written beside it as it comes, then the folders are
 * swapped. Whoever looks sees the old build or the new one; what an interrupted build left behind is cleared away.
 * Says what changed; when nothing did, the old folder stays.
 */
export async function write(
  dist: string,
  files: AsyncIterable<PiecewiseFile> | Iterable<PiecewiseFile>,
): Promise<BuildComparison> {
  const fresh = `${dist}.new-${process.pid}`;
  const old = `${dist}.old-${process.pid}`;
  recover(dist);
  try {
    mkdirSync(fresh);
    const linked = new Set<string>();
    const isThere = (path: string) => linked.has(path) || undefined;
    const result = await compareBuild(dist, written(files, fresh, dist, linked), isThere);
    if (result.changed.length > 0 || !existsSync(dist)) {
      swap(fresh, dist, old);
      clearAway(old);
    } else rmSync(fresh, { recursive: true });
    return result;
  } catch (error) {
    if (!existsSync(dist) && existsSync(old)) renameSync(old, dist);
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Another build may swap at the same moment: each takes its turn, and the last one stays. */
const MOST_TURNS = 100;

/**
 * Two renames, because no system call that Node offers exchanges two folders. Between them, for some microseconds, there is
 * no output folder; a build that is killed just then leaves the old one aside, and `recover` puts it back.
 */
function swap(fresh: string, dist: string, old: string): void {
  for (let turn = 1; ; turn += 1) {
    try {
      clearAway(old);
      if (lstatSync(dist, { throwIfNoEntry: false })) renameSync(dist, old);
      return renameSync(fresh, dist);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (turn === MOST_TURNS || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(code) || !existsSync(fresh)) throw error;
    }
  }
}

/**
 * Writes files into a folder as they come, and hands them on. Small ones are written while the next ones are made. One whose content is
 * known, and which the old folder holds, gets a second name there, and is noted as `linked`.
 */
async function* written(
  files: AsyncIterable<PiecewiseFile> | Iterable<PiecewiseFile>,
  folder: string,
  old: string,
  linked: Set<string>,
) {
  const folders = new Set<string>();
  const writing = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | undefined;
  try {
    for await (const file of files) {
      const path = join(folder, file.path);
      if (!folders.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
      folders.add(dirname(path));
      if (file.known && isHeld(join(old, file.path), file) && isLinked(join(old, file.path), path))
        linked.add(file.path);
      else if (sizeOf(file) > LARGE) writePieces(path, file.pieces);
      else {
        const one: Promise<void> = writeFile(path, Buffer.concat(file.pieces), { mode: 0o644 })
          .catch((error: unknown) => void (failed ??= { error }))
          .finally(() => writing.delete(one));
        writing.add(one);
        if (writing.size >= AT_ONCE) await Promise.race(writing);
      }
      if (failed) break;
      yield file;
    }
  } finally {
    await Promise.all(writing);
  }
  if (failed) throw failed.error;
}

const writeFile = promisify(writeFileLater);

/** Bytes: what is larger is not copied, and so is written before the next file is asked for. */
const LARGE = 2 ** 20;

const AT_ONCE = 8;

/** Gives a file a second name, where the file system can do that and the file is one that may be written to. */
function isLinked(from: string, to: string): boolean {
  try {
    if ((lstatSync(from).mode & 0o777) !== 0o644) return false;
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

/** Writes a file that consists of these pieces. */
export function writePieces(path: string, pieces: readonly Buffer[]): void {
  const file = openSync(path, 'w', 0o644);
  try {
    // The system may write a part only.
    for (const piece of pieces) for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
  } finally {
    closeSync(file);
  }
}

/** After a build that was killed between the two renames the old folder still stands aside: put it back. */
function recover(dist: string): void {
  const parent = dirname(dist);
  const name = dist.slice(parent.length + 1);
  const left = existsSync(parent)
    ? readdirSync(parent).filter((f) => f.startsWith(`${name}.new-`) || f.startsWith(`${name}.old-`))
    : [];
  for (const folder of left.filter((f) => !isRunning(f))) {
    const path = join(parent, folder);
    if (folder.startsWith(`${name}.old-`) && !existsSync(dist)) renameSync(path, dist);
    else clearAway(path);
  }
}

/**
 * Removes a folder that nobody needs any more, also when it was made read-only. What cannot be removed stays aside, and is
 * tried again by the next build: the new `dist/` is there all the same.
 */
function clearAway(folder: string): void {
  try {
    makeWritable(folder);
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody else's.
  }
}

function makeWritable(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
}

function isRunning(folder: string): boolean {
  const pid = Number(/-(\d+)$/.exec(folder)?.[1]);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
