import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { prepare } from '../../generator/build';
import { readSpecs, type SpecFolder } from '../../generator/source/read';
import type { KoreBot, Target } from '../../kore/format';

/** Why the specs of another revision could not be built; `unknown`: git has no such revision. */
export class RevisionError extends Error {
  readonly code: 'unknown' | 'broken';
  constructor(message: string, code: RevisionError['code'] = 'broken') {
    super(message);
    this.code = code;
  }
}

/** The commit that a revision names. A revision that begins with a hyphen would be read as an option. */
export const commitOf = (root: string, revision: string): string =>
  git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).toString().trim();

/**
 * The bot that an integration's specs made at a commit, built with today's generator: what differs is what the specs
 * say. An integration that was not there yet is a bot without anything. Throws a
 * `RevisionError` when git does not know the revision or its specs have errors.
 */
export function atRevision(root: string, commit: string, id: string, target: Target): KoreBot {
  return withSpecsAt(root, commit, id, (folder) => {
    if (folder === undefined) return nothing(target);
    const { koreBot, diagnostics } = prepare(folder, id);
    if (koreBot) return koreBot(target);
    const [first] = diagnostics;
    throw new RevisionError(
      `The specs of ${id} at ${commit.slice(0, 9)} do not build${first ? `: ${first.message}` : '.'}`,
    );
  });
}

/** The specs of an integration as they were at a commit, read whole; undefined when it was not there yet. Throws a `RevisionError`. */
export const specsAt = (root: string, commit: string, id: string): SpecFolder | undefined =>
  withSpecsAt(root, commit, id, (folder) => {
    if (folder === undefined) return undefined;
    const read = readSpecs(folder, id);
    // The folder is gone when they are asked for.
    const files = new Map(filesBelow(join(folder, 'specs', id)).map((name) => [name, read.bytes(name)]));
    return { ...read, bytes: (name) => files.get(name) };
  });

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(sep, '/'));

/** Lends `work` a folder that holds an integration's specs as they were; undefined when there were none. */
function withSpecsAt<T>(root: string, commit: string, id: string, work: (folder: string | undefined) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'specs-at-'));
  try {
    const prefix = git(root, 'rev-parse', '--show-prefix').toString().trim();
    const names = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', `specs/${id}/`)
      .toString()
      .split('\0')
      .filter((n) => n !== '');
    if (names.length === 0) return work(undefined);
    for (const name of names) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, git(root, 'show', `${commit}:${prefix}${name}`));
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const nothing = (target: Target): KoreBot => ({
  target,
  config: { name: '', envVariables: [] },
  definition: {
    ...{ _id: '', refId: '', defaultLanguage: 'en', supportedLanguages: [], localeData: {}, dialogs: [] },
    ...{ dialogComponents: [], sentences: [], patterns: [], botEvents: {}, defaultDialogId: null },
  },
});

function git(root: string, ...args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 256 * 1024 * 1024 });
  } catch {
    throw new RevisionError(
      `${args.at(-1)?.replace(/\^\{commit\}$/, '') ?? ''} is no file here, and git knows no such revision.`,
      'unknown',
    );
  }
}
