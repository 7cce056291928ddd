import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The program's own folder. */
export const PROGRAM = join(__dirname, '..', '..');

/** Where the program keeps what it can make again. Nothing but time is lost when it cannot be read or written. */
const FOLDER = join(PROGRAM, 'node_modules', '.cache', 'kore-action-templates');

/** The path of a kept file. */
export const keptAt = (name: string): string => join(FOLDER, name);

/** What is kept under a name, if anything is. */
export function kept(name: string): Buffer | undefined {
  try {
    return readFileSync(keptAt(name));
  } catch {
    return undefined;
  }
}

/** Keeps a file: written beside and renamed, so that two programs at once never read half of it. */
export function keep(name: string, content: string | Buffer): void {
  const fresh = `${keptAt(name)}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(fresh, content);
    renameSync(fresh, keptAt(name));
  } catch {
    // Only time is lost.
  }
}

/** Drops what is kept under names that begin like this. */
export function drop(start: string): void {
  try {
    for (const name of readdirSync(FOLDER)) if (name.startsWith(start)) rmSync(keptAt(name), { force: true });
  } catch {
    // Only space is lost.
  }
}
