import { basename } from 'node:path';
import { CONFIG_FILE, ICON_FILE } from '../kore/format';
import type { Config, Definition, KoreBot } from '../kore/format';
import { pack } from '../kore/zip/pack';
import { createCleaner } from './clean-values';
import type { Cleaner } from './clean-values';

export interface Cleaned {
  readonly zip: Buffer;
  /** How many values were taken out. */
  readonly removed: number;
}

/**
 * The export without credentials, so that it may lie on a disk: the platform exports open variables, profiles' secrets
 * and model providers' keys as they are (observed). Emptied: secured variables, variables that are named or look like
 * a secret, the settings' own secrets, everything named like a secret, and all fields of profiles and model
 * configurations. Masked in texts, encoded or not: known token forms, hard-coded headers and parameters of addresses.
 * Addresses such as `tokenURL`, and templates such as `{{env.TOKEN}}`, stay.
 */
export async function cleanExport(files: ReadonlyMap<string, Buffer>, secrets: readonly string[]): Promise<Cleaned> {
  const cleaner = createCleaner(secrets);
  const cleaned = [...files].map(([path, bytes]) => ({
    path: path.toLowerCase() === ICON_FILE ? ICON_FILE : path,
    bytes: cleanFile(path, bytes, cleaner),
  }));
  return { zip: await pack(cleaned), removed: cleaner.removed };
}

/** A bot as `cleanExport` would leave it: what is compared with a cleaned export must be cleaned, too. */
export function cleanBot(bot: KoreBot, secrets: readonly string[]): KoreBot {
  const cleaner = createCleaner(secrets);
  return {
    ...bot,
    definition: cleaner.definition(bot.definition) as Definition,
    config: cleanConfig(bot.config, cleaner) as Config,
  };
}

function cleanFile(name: string, bytes: Buffer, cleaner: Cleaner): Buffer {
  if (/\.(js|txt|csv|html?)$/i.test(name)) return Buffer.from(cleaner.text(bytes.toString('utf8')));
  if (!/\.json$/i.test(name)) return bytes;
  const parsed: unknown = JSON.parse(bytes.toString('utf8'));
  const isConfig = basename(name).toLowerCase() === CONFIG_FILE;
  return Buffer.from(JSON.stringify(isConfig ? cleanConfig(parsed, cleaner) : cleaner.definition(parsed), null, 4));
}

function cleanConfig(config: unknown, cleaner: Cleaner): unknown {
  const { envVariables: held, ...rest } = config as { readonly envVariables?: unknown };
  const others = cleaner.definition(rest) as object;
  if (!Array.isArray(held)) return held === undefined ? others : { ...others, envVariables: cleaner.definition(held) };
  return { ...others, envVariables: held.map((v) => cleaner.variable(v as Readonly<Record<string, unknown>>)) };
}
