import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { integrationsOf } from '../integrations';
import { ChatUsageError } from './console';

export interface BotQuery {
  /** A folder that holds `specs/`. */
  readonly root: string;
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  /** Makes `dist/` what the specs say; false when it cannot, which it has then said. */
  readonly build: () => Promise<boolean>;
}

/** The zip of a built bot, as the specs are now. Throws a `UsageError` when there is nothing to build, or when the build fails. */
export async function builtBot(wanted: BotQuery): Promise<string> {
  const path = join(wanted.root, 'dist', `${integrationOf(wanted)}-${wanted.target}.zip`);
  if (!(await wanted.build()) || !existsSync(path)) throw new ChatUsageError('The bot could not be built.');
  return path;
}

/** The integration that was named, else the only one. Throws a `UsageError` when that settles nothing. */
export function integrationOf({ root, integration }: Pick<BotQuery, 'root' | 'integration'>): string {
  const known = integrationsOf(root);
  const [only, another] = known;
  if (only === undefined) throw new ChatUsageError('There is no specs/<integration>/bot.yaml here.');
  if (integration !== undefined && !known.includes(integration))
    throw new ChatUsageError(`There is no integration "${integration}" below specs/; there is ${known.join(', ')}.`);
  if (integration === undefined && another !== undefined)
    throw new ChatUsageError(`Name one of the integrations with --integration: ${known.join(', ')}.`);
  return integration ?? only;
}
