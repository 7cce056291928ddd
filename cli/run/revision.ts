import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../../generator/build';
import type { KoreBot, Target } from '../../kore/format';
import { builtBots } from './built-bots';

/** Why the specs of another revision could not be built. */
export class RevisionError extends Error {}

/**
 * The bot that an integration's specs made at a git revision, built with today's generator: what differs is what the
 * specs say. Rejects with a `RevisionError` when git does not know the revision or its specs have errors.
 */
export async function atRevision(root: string, revision: string, id: string, target: Target): Promise<KoreBot> {
  const folder = mkdtempSync(join(tmpdir(), 'specs-at-'));
  try {
    // A revision that begins with a hyphen would be read as an option.
    const commit = git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
      .toString()
      .trim();
    const prefix = git(root, 'rev-parse', '--show-prefix').toString().trim();
    const names = git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', `specs/${id}/`).toString();
    for (const name of names.split('\0').filter((n) => n !== '')) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, git(root, 'show', `${commit}:${prefix}${name}`));
    }
    const { files, diagnostics } = await build(folder, id);
    if (files) return builtBots(files, id)[target];
    const [first] = diagnostics;
    throw new RevisionError(`The specs of ${id} at ${revision} do not build${first ? `: ${first.message}` : '.'}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(root: string, ...args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 256 * 1024 * 1024 });
  } catch {
    throw new RevisionError(
      `${args.at(-1)?.replace(/\^\{commit\}$/, '') ?? ''} is no file here, and git knows no such revision.`,
    );
  }
}
