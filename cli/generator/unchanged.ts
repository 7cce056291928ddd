import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep, kept } from '../../kore/cache/files';
import { programStamp, SOURCES, sizeAndTime, walk } from '../../generator/cache/stamp';

/** What the last sound build of a project came from, what it left and what it said. */
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
  readonly said: readonly string[];
}

/** Everything a build reads: by content below the project, by size and time in the program itself. */
const READ = ['specs'];

/**
 * What the last build said, when nothing that it read or left has changed since; undefined when it must be done again.
 * Loads nothing but Node, so that a build with nothing to do costs no more than its start.
 */
export function unchanged(root: string): readonly string[] | undefined {
  try {
    const stamp = JSON.parse(kept(stampFile(root))?.toString('utf8') ?? '') as Stamp;
    return stamp.inputs === inputsOf(root) && stamp.outputs === outputsOf(root) ? stamp.said : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a sound build. A build with warnings is not remembered, because they must be said again. */
export function remember(root: string, said: readonly string[]): void {
  const stamp: Stamp = { inputs: inputsOf(root), outputs: outputsOf(root), said };
  keep(stampFile(root), JSON.stringify(stamp));
}

const stampFile = (root: string): string =>
  `build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`;

function inputsOf(root: string): string {
  const hash = createHash('sha256').update(programStamp(...SOURCES, 'templates'));
  for (const folder of READ) walk(hash, join(root, folder), (path) => readFileSync(path));
  return hash.digest('hex');
}

const outputsOf = (root: string) => walk(createHash('sha256'), join(root, 'dist'), sizeAndTime).digest('hex');
