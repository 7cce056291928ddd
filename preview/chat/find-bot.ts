import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './console';

export interface Wanted {
  /** A folder that holds `specs/`. */
  readonly root: string;
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  /** Makes `dist/` what the specs say; false when it cannot, which it has then said. */
  readonly build: () => Promise<boolean>;
}

/** The zip of a built bot, as the specs are now. Throws a `UsageError` when there is nothing to build, or when the build fails. */
export async function builtBot(wanted: Wanted): Promise<string> {
  const path = join(wanted.root, 'dist', `${integrationOf(wanted)}-${wanted.target}.zip`);
  if (!(await wanted.build()) || !existsSync(path)) throw new UsageError('The bot could not be built.');
  return path;
}

function integrationOf({ root, integration }: Wanted): string {
  const specs = join(root, 'specs');
  const known = (existsSync(specs) ? readdirSync(specs) : []).filter((name) =>
    existsSync(join(specs, name, 'bot.yaml')),
  );
  if (integration !== undefined && known.includes(integration)) return integration;
  const [only, another] = known;
  if (only === undefined) throw new UsageError('There is no specs/<integration>/bot.yaml here.');
  if (integration !== undefined)
    throw new UsageError(`There is no integration "${integration}" below specs/; there is ${known.join(', ')}.`);
  if (another === undefined) return only;
  return known.includes('shopify') ? 'shopify' : only;
}
