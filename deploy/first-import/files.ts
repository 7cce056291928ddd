import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { trialPath, trialsOf } from '../../kore/first-import/trials';
import type { Trial } from '../../kore/first-import/trials';
import type { Target } from '../../kore/format';
import { readEntries } from '../../kore/zip/entries';
import { UsageError } from '../errors';
import type { TrialFile } from './send';

/** A trial and the file that asks it. */
export interface ReadyTrial extends Trial {
  readonly file: TrialFile;
}

/** All trials of a platform with the files that the build left for them. Throws a `UsageError` when one is not there. */
export async function readyTrials(dist: string, integration: string, target: Target): Promise<readonly ReadyTrial[]> {
  return Promise.all(
    trialsOf(target).map(async (trial) => {
      const path = pathOf(trial, dist, integration, target);
      if (path === undefined || !existsSync(path)) {
        throw new UsageError(
          `dist/${integration} has no file for the first import ("${trial.id}"). Run "npm run build" first.`,
        );
      }
      const zip = readFileSync(path);
      return { ...trial, file: { name: trial.id, zip, entries: await readEntries(zip) } };
    }),
  );
}

function pathOf(trial: Trial, dist: string, integration: string, target: Target): string | undefined {
  if (trial.built === 'whole') return join(dist, `${integration}-${target}.zip`);
  if (trial.built === undefined) return join(dist, integration, trialPath(trial.id, target));
  const folder = join(dist, integration, 'actions');
  const zips = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(`-${target}.zip`)) : [];
  // The smallest asks the smallest question.
  const [smallest] = zips
    .sort()
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(a).size - statSync(b).size);
  return smallest;
}
