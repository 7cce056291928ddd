import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { prepare } from '../../generator/build';
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
  const folder = mkdtempSync(join(tmpdir(), 'specs-at-'));
  try {
    const prefix = git(root, 'rev-parse', '--show-prefix').toString().trim();
    const names = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', `specs/${id}/`)
      .toString()
      .split('\0')
      .filter((n) => n !== '');
    if (names.length === 0) return nothing(target);
    for (const name of names) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, git(root, 'show', `${commit}:${prefix}${name}`));
    }
    const { koreBot, diagnostics } = prepare(folder, id);
    if (koreBot) return koreBot(target);
    const [first] = diagnostics;
    throw new RevisionError(
      `The specs of ${id} at ${commit.slice(0, 9)} do not build${first ? `: ${first.message}` : '.'}`,
    );
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
