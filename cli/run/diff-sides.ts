import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { BACKUP_FOLDER } from '../../deploy/start';
import { lastDeployed } from '../../deploy/deployed';
import type { KoreBot, Target } from '../../kore/format';
import { readExport } from '../../kore/read-export';
import { noteLines } from '../../kore/reading/notes';
import { atRevision, commitOf, RevisionError } from './revision';

/** One side of a comparison: a bot, what it is in words, and where it is from. */
export interface DiffSide {
  readonly bot: KoreBot;
  readonly what: string;
  readonly from: 'export' | 'revision' | 'deployed' | 'specs';
  /** What was odd in an export, in sentences. */
  readonly notes: readonly string[];
}

/** What stands for the specs as they are. */
export const SPECS = 'specs';

/** Whether a side that was named is a file or folder, and so a bot of its own; anything else is a git revision. */
export const isExport = (root: string, named: string): boolean => named !== SPECS && existsSync(resolve(root, named));

/** An export, by its path. Rejects with an `ExportError`. */
export async function exportSide(root: string, path: string): Promise<DiffSide> {
  const bot = await readExport(relative(process.cwd(), resolve(root, path)) || '.');
  return { bot, what: path, from: 'export', notes: noteLines(bot.notes) };
}

/** An integration at a git revision. Throws a `RevisionError`. */
export function revisionSide(root: string, named: string, id: string, target: Target): DiffSide {
  const commit = commitOf(root, named);
  const what = commit.startsWith(named) ? `commit ${commit.slice(0, 9)}` : `${named} (${commit.slice(0, 9)})`;
  return { bot: atRevision(root, commit, id, target), what, from: 'revision', notes: [] };
}

/**
 * What specs are compared with when nothing is said: what was last deployed from here, else the last commit; never
 * `dist/`, which `watch`, `chat` and `preview` rewrite all the time. Rejects with a `RevisionError` when there is neither.
 */
export async function usualSide(root: string, id: string, target: Target | undefined): Promise<DiffSide> {
  const deployed = lastDeployed(join(root, BACKUP_FOLDER), id, target);
  if (deployed !== undefined) {
    const { at, botId, alone, environment } = deployed;
    const where = environment === undefined ? botId : `${botId} (${environment})`;
    const since = alone.length === 0 ? '' : `, without what was deployed alone since then: ${alone.join(', ')}`;
    const what = `what was deployed on ${at.slice(0, 16).replace('T', ' at ')} UTC to ${where}${since}`;
    return { bot: await readExport(deployed.zip), what, from: 'deployed', notes: [] };
  }
  try {
    const side = revisionSide(root, 'HEAD', id, target ?? 'xo11');
    return { ...side, what: `the last commit (${side.what.replace(/^HEAD \(|\)$/g, '')})` };
  } catch (error) {
    if (!(error instanceof RevisionError) || error.code !== 'unknown') throw error;
    throw new RevisionError(
      'Nothing was deployed from here, and there is no commit to compare with. Name an export or a revision: npm run diff -- path/to/export.zip',
    );
  }
}
