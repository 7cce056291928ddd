import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { OutputFile } from './pack';

/** Paths whose file in `dist` is missing, different or not wanted any more, sorted. */
export function differences(dist: string, files: readonly OutputFile[]): readonly string[] {
  const wanted = new Map(files.map((f) => [f.path, f.bytes]));
  const present = new Set(filesBelow(dist).map((path) => relative(dist, path).split(sep).join('/')));
  const changed = files
    .filter((f) => !present.has(f.path) || !readFileSync(join(dist, f.path)).equals(f.bytes))
    .map((f) => f.path);
  return [...changed, ...[...present].filter((path) => !wanted.has(path))].sort();
}

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
        e.isDirectory() ? filesBelow(join(folder, e.name)) : [join(folder, e.name)],
      )
    : [];
