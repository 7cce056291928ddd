import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../compiled/files';

/** Milliseconds in which a file system may tell two changes of a file by the same time. */
const STEP = 2000;

/** What the file system says of files, as one text, and when any of them changed last. */
export interface DiskState {
  readonly text: string;
  readonly newest: number;
}

/**
 * The state of all files in some folders, which are listed anew, and of some more. Throws when one is missing, or is neither a file
 * nor a folder.
 */
export function diskState(folders: readonly string[], files: readonly string[]): DiskState {
  const lines: string[] = [process.version];
  let newest = 0;
  const add = (path: string) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(path);
    lines.push(`${path}\t${size} ${mtimeMs} ${ctimeMs}`);
    if (ctimeMs > newest) newest = ctimeMs;
  };
  const below = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isFile()) add(path);
      else if (entry.isDirectory()) below(path);
      else throw new Error(`${path} is no plain file`);
    }
  };
  for (const folder of folders) below(folder);
  for (const path of files) add(path);
  return { text: lines.join('\n'), newest };
}

/** What a sound build said: its results, and its warnings, which are said again each time, as they were coloured. */
export interface SaidByBuild {
  readonly out: readonly string[];
  readonly warnings?: { readonly text: string; readonly color: boolean };
}

/**
 * What the last build of `root` said, when the file system says that all it looked at is as it was: nothing is read but this one
 * record, and no package is loaded. Undefined when anything is another; then the content decides.
 */
export function quickRecord(product: string, root: string, folders: readonly string[]): SaidByBuild | undefined {
  try {
    // What was said stands there twice, so that no letter of it can be another; of the rest, every letter is compared.
    const [said = '', tool = '', ...rest] = readFileSync(fileOf(product, root), 'utf8').split('\n');
    if (said !== rest.pop()) return undefined;
    const { text } = diskState(folders, JSON.parse(tool) as readonly string[]);
    return text === rest.join('\n') ? (JSON.parse(said) as SaidByBuild) : undefined;
  } catch {
    return undefined;
  }
}

/** Records what a build has said, and the state in which it is still right; nothing, where a further change might not show. */
export function keepQuickRecord(
  product: string,
  root: string,
  said: SaidByBuild,
  tool: readonly string[],
  { text, newest }: DiskState,
): void {
  if (newest > Date.now() - STEP) return;
  const line = JSON.stringify(said);
  writeAtomically(fileOf(product, root), [line, JSON.stringify(tool), text, line].join('\n'));
}

/** A folder's own file; its name is no digest, because loading what makes one takes a tenth of a start of Node. */
const fileOf = (product: string, root: string): string =>
  join(
    product,
    'node_modules',
    '.cache',
    'kore-action-templates',
    `quick-${Buffer.from(root).toString('base64url')}.txt`,
  );
