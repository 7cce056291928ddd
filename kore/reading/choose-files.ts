import { basename } from 'node:path';
import { CONFIG_FILE } from '../format';
import type { NamedFile } from '../zip/entries';

/** JSON, and none that an operating system put there. */
const isJson = (file: NamedFile) => /\.json$/i.test(file.name) && !/(^|\/)(\.|__MACOSX\/)/.test(file.name);

/** Named as the platform names a definition, whatever the case. */
export const isDefinition = (file: NamedFile): boolean =>
  isJson(file) && /botdefinition|appdefinition/i.test(basename(file.name));

/** Exactly `config.json`, whatever the case. */
export const isConfig = (file: NamedFile): boolean => isJson(file) && basename(file.name).toLowerCase() === CONFIG_FILE;

const looksLikeConfig = (file: NamedFile) => isJson(file) && !isDefinition(file) && /config/i.test(basename(file.name));

/** Custom functions: the platform exports them as a script file beside the definition (documented). */
export const isFunctions = (file: NamedFile): boolean => /^[^/]+\.js$/i.test(file.name) && !file.name.startsWith('.');

/** A stranger's folder may hold any number of JSON files; so many are opened to find the definition. */
const MOST = 5;

const depth = ({ name }: NamedFile) => name.split('/').length;

/**
 * Where a definition may be, best first: by name and next to the root, else any JSON file. The config is the one beside
 * it, when there is one.
 */
export function candidates(files: readonly NamedFile[]): {
  readonly named: readonly NamedFile[];
  readonly others: readonly NamedFile[];
  readonly config: NamedFile | undefined;
  readonly functions: readonly NamedFile[];
} {
  const sorted = [...files].sort((a, b) => depth(a) - depth(b));
  const config = sorted.find(isConfig) ?? sorted.find(looksLikeConfig);
  return {
    named: sorted.filter(isDefinition),
    others: sorted.filter((file) => isJson(file) && file !== config).slice(0, MOST),
    config,
    functions: sorted.filter(isFunctions),
  };
}
