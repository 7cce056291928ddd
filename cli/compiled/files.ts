import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest';
import { fileStamp, type FileDigests } from './manifest';

/** Milliseconds in which a file system may tell two changes of a file by the same time. */
const STEP = 2000;

/**
 * The manifest's entry for a file whose content is read after this call. Its facts are left out where it changed so recently
 * that the file system could not tell a further change.
 */
export function manifestEntryOf(file: string): (content: Uint8Array) => FileDigests[string] {
  const facts = fileStamp(file);
  const changed = lstatSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Infinity;
  const isTelling = facts !== undefined && changed < Date.now() - STEP;
  return (content) => {
    const digest = digestOf(content, 'base64');
    return isTelling ? [digest, facts] : [digest];
  };
}

/** Files as they are now; undefined when one of them is not there. */
export function filesNow(project: string, paths: readonly string[]): FileDigests | undefined {
  try {
    return Object.fromEntries(
      paths.map((path) => {
        const file = join(project, path);
        const entry = manifestEntryOf(file);
        return [path, entry(readFileSync(file))];
      }),
    );
  } catch {
    return undefined;
  }
}

/** Whether both have the same paths with the same content. */
export const sameContent = (a: FileDigests, b: FileDigests): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([path, [digest]]) => digest === b[path]?.[0]);

/** Written beside and renamed, so that whoever reads meanwhile has the old file or the new one. */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

/** Whether a path is of a file that `writeWhole` has not renamed yet. */
export const isBeingWritten = (path: string): boolean => /\.\d+$/.test(path);

/** The paths of all files below a folder of the project. */
export const filesBelow = (project: string, folder: string): readonly string[] =>
  readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(project, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
