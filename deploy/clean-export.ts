import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { CONFIG_FILE, ICON_FILE } from '../kore/format';
import type { Config, Definition, KoreBot } from '../kore/format';
import { ExportError } from '../kore/reading/export-error';
import { notesOn } from '../kore/reading/notes';
import { parseJson } from '../kore/reading/parse-json';
import { isRecord } from '../kore/record';
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
  const cleaned = [...files].flatMap(([name, read]) => {
    const bytes = cleanFile(name, read, cleaner);
    return bytes === undefined ? [] : [{ path: name.toLowerCase() === ICON_FILE ? ICON_FILE : name, bytes }];
  });
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

/** Undefined for JSON that cannot be taken apart: nobody knows what is secret in it, so it is not kept. */
function cleanFile(name: string, bytes: Buffer, cleaner: Cleaner): Buffer | undefined {
  if (!isJson(name)) return isUtf8(bytes) ? Buffer.from(cleaner.text(bytes.toString('utf8'))) : bytes;
  const parsed = jsonFile(name, bytes);
  if (parsed === undefined) return undefined;
  const isConfig = basename(name).toLowerCase() === CONFIG_FILE;
  return Buffer.from(JSON.stringify(isConfig ? cleanConfig(parsed, cleaner) : cleaner.definition(parsed), null, 4));
}

const isJson = (name: string) => /\.json$/i.test(name);

/** The JSON of a file of an export, nested no deeper than anything real is; undefined when it holds none. */
export function jsonFile(name: string, bytes: Buffer): unknown {
  if (!isJson(name)) return undefined;
  try {
    return parseJson(bytes, name, notesOn(name));
  } catch (error) {
    if (error instanceof ExportError) return undefined;
    throw error;
  }
}

function cleanConfig(config: unknown, cleaner: Cleaner): unknown {
  if (!isRecord(config)) return cleaner.definition(config);
  const { envVariables: held, ...rest } = config as { readonly envVariables?: unknown };
  const others = cleaner.definition(rest) as object;
  if (!Array.isArray(held)) return held === undefined ? others : { ...others, envVariables: cleaner.definition(held) };
  return { ...others, envVariables: held.map((v) => (isRecord(v) ? cleaner.variable(v) : cleaner.definition(v))) };
}
