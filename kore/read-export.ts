import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Config, Definition, KoreBot } from './format';
import { candidates, isConfig, isDefinition, isFunctions } from './reading/choose-files';
import { config as configShape, definition as definitionShape } from './reading/definition-shape';
import { ExportError, MAX_EXPORT_BYTES, noExport, tooLarge } from './reading/export-error';
import { notesOn } from './reading/notes';
import type { ReadNote } from './reading/notes';
import { parseJson } from './reading/parse-json';
import { noteAbsentParts, withSingleVariables, withoutDuplicates } from './reading/whole';
import { unwrap } from './reading/unwrap';
import { drain, withZip } from './zip/entries';
import type { NamedFile } from './zip/entries';

/** A bot as it was read, and everything odd that was met on the way. */
export interface ReadBot extends KoreBot {
  readonly notes: readonly ReadNote[];
}

/**
 * Reads an export: a zip, the folder it was unpacked to, or the definition's JSON file (its `config.json` beside it is
 * taken when there is one). Names are recognised as the platform's own tools do, by `botDefinition` or `appDefinition`
 * in them, whatever the case; else the first JSON file with dialogs is read.
 *
 * Whatever holds a list of dialogs is read: an odd object in it is left out or mended and becomes a note, so that all
 * that `format.ts` promises holds for what is returned. Rejects with an `ExportError` when there is no such file, and
 * reads at most `MAX_EXPORT_BYTES`.
 */
export async function readExport(path: string): Promise<ReadBot> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw new ExportError('not-found', `${path}: no such file or folder`);
  if (info.isDirectory()) return readFiles(await folderFiles(path), path);
  if (!info.isFile()) throw noExport('not-a-zip', path);
  if (/\.json$/i.test(path)) return readOne(path);
  if ((await firstBytes(path)) !== 'PK') throw noExport('not-a-zip', path);
  return withZip(path, path, (files) => readFiles(files, path));
}

/** Reads an export that is in memory: its files by name, as `readEntries` gives them. Rejects as `readExport` does. */
export const readExportFiles = (files: ReadonlyMap<string, Buffer>): Promise<ReadBot> =>
  readFiles(
    [...files].map(([name, bytes]) => ({ name, read: () => Promise.resolve(bytes) })),
    'the zip',
  );

async function readOne(path: string): Promise<ReadBot> {
  const file = plainFile(path);
  const config = (await folderFiles(dirname(path))).find(isConfig);
  const read = await tryDefinition(file, { left: MAX_EXPORT_BYTES });
  if (read === undefined) throw isDefinition(file) ? noDialogs(file.name) : noExport('no-definition', path);
  const whole = await withConfig(read, basename(path) === config?.name ? undefined : config, []);
  return withFunctions(whole, (await folderFiles(dirname(path))).filter(isFunctions));
}

async function readFiles(files: readonly NamedFile[], path: string): Promise<ReadBot> {
  const { named, others, config, functions } = candidates(files);
  const budget = { left: MAX_EXPORT_BYTES };
  for (const file of named.length > 0 ? named : others) {
    const read = await tryDefinition(file, budget);
    if (read === undefined) continue;
    const unread = named.filter((other) => other !== file);
    const text = `another definition; ${file.name} is read`;
    const more = unread.map(({ name }) => ({ file: name, pointer: '', text }));
    return withFunctions(await withConfig(read, config, more), functions);
  }
  throw named[0] === undefined ? noExport('no-definition', path) : noDialogs(named[0].name);
}

type DefinitionRead = Pick<ReadBot, 'target' | 'definition' | 'notes'>;

/** Undefined when the file is JSON and has no list of dialogs. */
async function tryDefinition(file: NamedFile, budget: { left: number }): Promise<DefinitionRead | undefined> {
  const notes = notesOn(file.name);
  const { value, place, isApp } = unwrap(parseJson(await file.read(budget), file.name, notes));
  if (!Array.isArray(value?.['dialogs'])) return undefined;
  const read = withoutDuplicates(definitionShape(value, place, notes) as Definition, place, notes);
  noteAbsentParts(read, place, notes);
  const app = isApp || /appdefinition/i.test(file.name) || read['appType'] === 'unified';
  return { target: app ? 'xo11' : 'xo10', definition: read, notes: notes.all() };
}

/** Without a config the bot has no environment variables; neither has one whose config cannot be read. */
async function withConfig(
  read: DefinitionRead,
  file: NamedFile | undefined,
  more: readonly ReadNote[],
): Promise<ReadBot> {
  const nothing: Config = { name: '', envVariables: [] };
  if (file === undefined) return { ...read, config: nothing, notes: [...read.notes, ...more] };
  const notes = notesOn(file.name);
  let config = nothing;
  try {
    const parsed = parseJson(await file.read({ left: MAX_EXPORT_BYTES }), file.name, notes);
    config = withSingleVariables((configShape(parsed, undefined, notes) as Config | undefined) ?? nothing, notes);
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    notes.add(undefined, `${error.message}; the bot is read without its variables`);
  }
  return { ...read, config, notes: [...read.notes, ...notes.all(), ...more] };
}

/** The platform takes at most so much of a script file (documented). */
const MAX_FUNCTIONS_BYTES = 500 * 1024;

/** A file of functions that is too large is left out and said. */
async function withFunctions(bot: ReadBot, files: readonly NamedFile[]): Promise<ReadBot> {
  const functions: string[] = [];
  const notes = [...bot.notes];
  for (const file of files) {
    try {
      functions.push((await file.read({ left: MAX_FUNCTIONS_BYTES })).toString('utf8'));
    } catch (error) {
      if (!(error instanceof ExportError)) throw error;
      notes.push({ file: file.name, pointer: '', text: `${error.message}; the bot is read without its functions` });
    }
  }
  return functions.length === 0 ? { ...bot, notes } : { ...bot, notes, functions };
}

const noDialogs = (name: string) =>
  new ExportError('no-dialogs', `${name} has no list of dialogs: it is no export of a bot`);

const folderFiles = async (folder: string): Promise<readonly NamedFile[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => plainFile(join(folder, entry.name)));

const plainFile = (path: string): NamedFile => ({
  name: basename(path),
  read: async (budget) => {
    const file = await open(path, 'r');
    try {
      if ((await file.stat()).size > budget.left) throw tooLarge(path);
      return await drain(file.createReadStream({ autoClose: false }), path, budget);
    } finally {
      await file.close();
    }
  },
});

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return (await file.read({ buffer: Buffer.alloc(2), length: 2 })).buffer.toString('latin1');
  } finally {
    await file.close();
  }
}
