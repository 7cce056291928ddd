import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExport } from '../kore/read-export';
import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE } from '../kore/format';
import type { KoreBot, Target } from '../kore/format';
import { UsageError } from './errors';
import { readEntries } from '../kore/zip/entries';

/** One import: the whole bot, or one action of it. */
export interface ImportJob {
  readonly name: string;
  readonly bot: KoreBot;
  readonly zip: Buffer;
  readonly definition: Buffer;
  readonly config: Buffer;
  readonly icon: Buffer | undefined;
}

export interface Built {
  readonly integration: string;
  readonly jobs: readonly ImportJob[];
}

/**
 * What the build left in `dist/`: the bot, or the actions named by `only`. Throws a `UsageError` when it is not there,
 * and an `ExportError` when it cannot be read.
 */
export async function findJobs(asked: {
  readonly dist: string;
  readonly target: Target;
  readonly integration: string | undefined;
  readonly only: readonly string[];
}): Promise<Built> {
  const integration = integrationIn(asked.dist, asked.integration);
  const whole = join(asked.dist, `${integration}-${asked.target}.zip`);
  const paths =
    asked.only.length === 0
      ? [[integration, whole] as const]
      : asked.only.map((a) => [a, join(asked.dist, integration, 'actions', `${a}-${asked.target}.zip`)] as const);
  const absent = paths.find(([, path]) => !existsSync(path));
  if (absent !== undefined) {
    const known = actionsIn(asked.dist, integration, asked.target);
    const help =
      asked.only.length > 0 && known.length > 0 ? ` It has: ${known.join(', ')}.` : ' Run "npm run build" first.';
    throw new UsageError(`dist has no ${asked.target} zip of ${absent[0]}.${help}`);
  }
  return { integration, jobs: await Promise.all(paths.map(([name, path]) => readJob(name, path, asked.target))) };
}

async function readJob(name: string, zipPath: string, target: Target): Promise<ImportJob> {
  const [bot, zip] = [await readExport(zipPath), readFileSync(zipPath)];
  const files = await readEntries(zip);
  const [definition, config] = [files.get(DEFINITION_FILE[target]), files.get(CONFIG_FILE)];
  if (bot.target !== target || definition === undefined || config === undefined) {
    throw new UsageError(`${zipPath} is not a zip for ${target}. Run "npm run build" again.`);
  }
  return { name, bot, zip, definition, config, icon: files.get(ICON_FILE) };
}

/** The integration that is meant: the one that was named, or the only one that was built. Throws a `UsageError`. */
export const integrationIn = (dist: string, named: string | undefined): string => named ?? onlyIntegration(dist);

function onlyIntegration(dist: string): string {
  const names = existsSync(dist)
    ? readdirSync(dist, { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
    : [];
  const [name, second] = names;
  if (name === undefined) throw new UsageError('There is nothing in dist/. Run "npm run build" first.');
  if (second !== undefined) throw new UsageError(`Which bot? Add --integration ${names.join(' or ')}.`);
  return name;
}

const actionsIn = (dist: string, integration: string, target: Target): readonly string[] => {
  const folder = join(dist, integration, 'actions');
  const end = `-${target}.zip`;
  return existsSync(folder)
    ? readdirSync(folder).flatMap((f) => (f.endsWith(end) ? [f.slice(0, -end.length)] : []))
    : [];
};
