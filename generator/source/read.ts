import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { decodeUtf8, type Decoded } from './decode';
import { readProjectFile, type FileRefusal, type ReadFile } from './project-file';

/** A spec before it is understood. */
export interface SpecText {
  /** Inside the folder. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Why it cannot be used: it is no regular file, or no UTF-8 (then from where on). */
  readonly fault?: { readonly refused: FileRefusal } | NonNullable<Decoded['wrong']>;
}

/** The bytes of one integration's folder, before any of it is understood. */
export interface SpecFolder {
  /** The folder's name, which is the integration's id. */
  readonly id: string;
  /** Relative to the working folder, with forward slashes: how diagnostics name files. */
  readonly path: string;
  /** `bot.yaml`, the action files, `locales/*.yaml` and `utterances/*.yaml`, by path inside the folder, sorted; also those with a wrong ending. */
  readonly yaml: readonly SpecText[];
  /** The transcripts beside the specs and in `conversations/`, by path inside the folder, sorted. */
  readonly transcripts: readonly string[];
  /** Everything else that lies there, such as schemas, by path inside the folder, sorted. */
  readonly files: readonly string[];
  /** Reads another file of the folder (the icon, a GraphQL schema); undefined when there is none or it lies outside. Once: the same name gives the same bytes. */
  bytes(name: string): Buffer | undefined;
  /** Why something that lies there under this name is not read; undefined when it is, or when nothing lies there. */
  refused?(name: string): Exclude<FileRefusal, 'missing'> | undefined;
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
  const files = (sub: string, ending = '.yaml') =>
    entries(join(folder, sub))
      .filter((e) => rightName(e.name).endsWith(ending) && !e.name.startsWith('.') && !e.isDirectory())
      .map((e) => posix.join(sub, e.name));
  const below = (sub: string) => {
    const found = lstatSync(join(folder, sub), { throwIfNoEntry: false });
    return found?.isDirectory() === true ? files(sub) : found?.isSymbolicLink() === true ? [sub] : [];
  };
  const names = [...files(''), ...below('locales'), ...below('utterances')];
  const conversations = lstatSync(join(folder, 'conversations'), { throwIfNoEntry: false });
  const transcripts = ['', ...(conversations?.isDirectory() === true ? ['conversations'] : [])];
  const known = new Map<string, ReadFile>();
  const read = (name: string): ReadFile => {
    const file = known.get(name) ?? readProjectFile(folder, name);
    known.set(name, file);
    return file;
  };
  const lying = ['', ...entries(folder).flatMap((e) => (e.isDirectory() ? [e.name] : []))].flatMap((sub) =>
    entries(join(folder, sub)).flatMap((e) => (e.isFile() ? [posix.join(sub, e.name)] : [])),
  );
  return {
    id,
    path,
    files: lying.sort(),
    transcripts: transcripts.flatMap((sub) => files(sub, '.chat')),
    yaml: names.map((name) => ({ name, path: posix.join(path, name), ...textOf(folder, name) })),
    bytes: (name) => {
      const file = read(name);
      return 'bytes' in file ? file.bytes : undefined;
    },
    refused: (name) => {
      const file = read(name);
      return 'bytes' in file || file.refused === 'missing' ? undefined : file.refused;
    },
  };
}

function textOf(folder: string, name: string): Pick<SpecText, 'text' | 'fault'> {
  const file = readProjectFile(folder, name);
  if ('refused' in file) return { text: '', fault: { refused: file.refused } };
  const { text, wrong } = decodeUtf8(file.bytes);
  return wrong ? { text, fault: wrong } : { text };
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
