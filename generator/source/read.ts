import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, posix } from 'node:path';

/** The bytes of one integration's folder, before any of it is understood. */
export interface SpecFolder {
  /** The folder's name, which is the integration's id. */
  readonly id: string;
  /** Relative to the working folder, with forward slashes: how diagnostics name files. */
  readonly path: string;
  /** `bot.yaml`, the action files and `locales/*.yaml`, by path inside the folder, sorted; also those with a wrong ending. */
  readonly yaml: readonly { readonly name: string; readonly path: string; readonly text: string }[];
  /** Reads another file of the folder (the icon, a GraphQL schema); undefined when there is none or it lies outside. Once: the same name gives the same bytes. */
  bytes(name: string): Buffer | undefined;
}

/** The integrations under `specs/`: each folder that holds a `bot.yaml`, or one with a wrong ending. Links are not followed. */
export function listIntegrations(root: string): readonly string[] {
  const isBot = (e: Dirent) => e.isFile() && rightName(e.name) === 'bot.yaml';
  return entries(join(root, 'specs'))
    .filter((e) => e.isDirectory() && entries(join(root, 'specs', e.name)).some(isBot))
    .map((e) => e.name);
}

/** Reads one integration's folder. The order of files never depends on the file system. */
export function readSpecs(root: string, id: string): SpecFolder {
  const folder = join(root, 'specs', id);
  const path = posix.join('specs', id);
  const files = (sub: string) =>
    entries(join(folder, sub))
      .filter((e) => e.isFile() && rightName(e.name).endsWith('.yaml') && !e.name.startsWith('.'))
      .map((e) => posix.join(sub, e.name));
  const hasLocales = lstatSync(join(folder, 'locales'), { throwIfNoEntry: false })?.isDirectory() === true;
  const names = [...files(''), ...(hasLocales ? files('locales') : [])];
  const read = new Map<string, Buffer | undefined>();
  return {
    id,
    path,
    yaml: names.map((name) => ({ name, path: posix.join(path, name), text: decode(readFileSync(join(folder, name))) })),
    bytes: (name) => {
      if (!read.has(name)) read.set(name, isInside(name) ? readPlain(folder, name) : undefined);
      return read.get(name);
    },
  };
}

/** The action id of a file: its name without `.yaml`. */
export const actionIdOf = (name: string): string => basename(name, '.yaml');

/** What a spec must be called that somebody called `.yml` or `.YAML`; any other name is right as it is. */
export const rightName = (name: string): string => name.replace(/\.ya?ml$/i, '.yaml');

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

const isInside = (name: string) => /^[\w.-]+(\/[\w.-]+)*$/.test(name) && !name.split('/').includes('..');

/** A file that is what its name says: no part of the way to it is a link. */
function readPlain(folder: string, name: string): Buffer | undefined {
  try {
    const path = join(realpathSync(folder), name);
    return lstatSync(path).isFile() && realpathSync(path) === path ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-8; a byte order mark is dropped, Windows line ends are kept (YAML reads them). */
const decode = (bytes: Buffer) => bytes.toString('utf8').replace(/^\uFEFF/, '');
