import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What stands in `lib/` and what it was compiled from, by step: each file of ours with the digest of its content and, where
 * that can be trusted, what the file system said of it.
 */
export type Manifest = Readonly<Record<string, FileDigests>>;

/** Files by their path below the project. */
export type FileDigests = Readonly<Record<string, readonly [digest: string, facts?: string]>>;

/** The manifest's name below `lib/`. The packed product has none: it brings no sources to compare with. */
export const MANIFEST = 'manifest.json';

/** The steps that make what a build runs. */
export const BUILD_STEPS = ['kore', 'specs', 'building'] as const;

/** The manifest of a project's `lib/`; undefined when there is none or it cannot be understood. */
export function readManifest(project: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(project, 'lib', MANIFEST), 'utf8')) as unknown;
    return isManifest(manifest) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether every file of some steps (of all, where none are named) is, by what the file system says, what the manifest says. It reads no file and loads nothing, because
 * every command begins with it; `false` only means that one has to look more closely.
 */
export function looksFresh(
  project: string,
  manifest: Manifest,
  steps: readonly string[] = Object.keys(manifest),
): boolean {
  for (const step of steps) {
    if (!manifest[step]) return false;
    for (const path in manifest[step]) {
      const facts = manifest[step]?.[path]?.[1];
      if (facts === undefined || facts !== fileStamp(join(project, path))) return false;
    }
  }
  return true;
}

/** Size and times of a file; undefined when it is not there. Whoever writes a file changes them, whatever time it is given. */
export function fileStamp(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found && `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(
    (files: unknown) =>
      typeof files === 'object' && files !== null && Object.values(files).every((entry) => Array.isArray(entry)),
  );
