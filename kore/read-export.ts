import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { shapeProblem } from './export-shape';
import { CONFIG_FILE } from './format';
import type { Config, Definition, KoreBot } from './format';

/** At most this many bytes are inflated from a zip or read from a folder, definition and config together. */
export const MAX_EXPORT_BYTES = 64 * 1024 * 1024;
/** More entries than this are no export: real ones have three or four. */
export const MAX_ENTRIES = 1000;

export type ExportErrorCode =
  | 'not-found'
  | 'not-a-zip'
  | 'broken-zip'
  | 'encrypted'
  | 'unsafe-name'
  | 'too-many-entries'
  | 'too-large'
  | 'no-definition'
  | 'ambiguous-definition'
  | 'not-utf8'
  | 'bad-json'
  | 'bad-shape';

/** Why an export could not be read. `code` is stable, the message is for people and names the file or the path inside it. */
export class ExportError extends Error {
  readonly code: ExportErrorCode;
  constructor(code: ExportErrorCode, message: string) {
    super(message);
    this.name = 'ExportError';
    this.code = code;
  }
}

interface Named {
  readonly name: string;
  read(budget: Budget): Promise<Buffer>;
}

/** What is left of `MAX_EXPORT_BYTES`. */
interface Budget {
  left: number;
}

/**
 * Reads an export: a zip, the folder it was unpacked to, or the definition's JSON file (its `config.json` beside it is
 * taken when there is one). Names are recognised as the platform's own tools do, by `botDefinition` or `appDefinition`
 * in them, whatever the case. Without a config the bot has no environment variables.
 *
 * Rejects with an `ExportError` for everything that is wrong with the input, and reads at most `MAX_EXPORT_BYTES` of it.
 */
export async function readExport(path: string): Promise<KoreBot> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw new ExportError('not-found', `${path}: no such file or folder`);
  if (info.isDirectory()) return assemble(await folderFiles(path), path);
  if (/\.json$/i.test(path)) return assembleFrom(plainFile(path), (await folderFiles(dirname(path))).find(isConfig));
  return readZip(path);
}

async function readZip(path: string): Promise<KoreBot> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(
    async (error: unknown) => {
      if ((await firstBytes(path)) !== 'PK') throw noExport('not-a-zip', path);
      throw new ExportError('broken-zip', `${path}: not a zip file that can be read (${reason(error)})`);
    },
  );
  try {
    return await assemble(
      (await entriesOf(zip)).map((entry) => zipFile(zip, entry)),
      path,
    );
  } finally {
    zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => {
      const unsafe = /invalid (relative path|characters)|absolute path/i.test(error.message);
      reject(new ExportError(unsafe ? 'unsafe-name' : 'broken-zip', `the zip is refused: ${error.message}`));
    });
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      if (found.push(entry) > MAX_ENTRIES) {
        reject(new ExportError('too-many-entries', `the zip has more than ${MAX_ENTRIES} entries`));
      } else zip.readEntry();
    });
    zip.readEntry();
  });
}

const zipFile = (zip: ZipFile, entry: Entry): Named => ({
  name: entry.fileName,
  read: async (budget) => {
    if (entry.isEncrypted())
      throw new ExportError('encrypted', `${entry.fileName} is encrypted; export the bot again without a password`);
    if (entry.uncompressedSize > budget.left) throw tooLarge(entry.fileName);
    try {
      return await drain(await zip.openReadStreamPromise(entry), entry.fileName, budget);
    } catch (error) {
      if (error instanceof ExportError) throw error;
      throw new ExportError('broken-zip', `${entry.fileName} cannot be unpacked: ${reason(error)}`);
    }
  },
});

/** Counts what comes out, whatever the zip's directory promised. */
async function drain(stream: Readable, name: string, budget: Budget): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    budget.left -= part.length;
    if (budget.left < 0) {
      stream.destroy();
      throw tooLarge(name);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const folderFiles = async (folder: string): Promise<readonly Named[]> =>
  (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => plainFile(join(folder, entry.name)));

const plainFile = (path: string): Named => ({
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

const isJson = (file: Named) => /\.json$/i.test(file.name) && !/(^|\/)(\.|__MACOSX\/)/.test(file.name);
const isDefinition = (file: Named) => isJson(file) && /botdefinition|appdefinition/i.test(basename(file.name));
const isConfig = (file: Named) => isJson(file) && basename(file.name).toLowerCase() === CONFIG_FILE;
const looksLikeConfig = (file: Named) => isJson(file) && !isDefinition(file) && /config/i.test(basename(file.name));

async function assemble(files: readonly Named[], path: string): Promise<KoreBot> {
  const [definition, second] = files.filter(isDefinition);
  if (definition === undefined) throw noExport('no-definition', path);
  if (second !== undefined) {
    throw new ExportError('ambiguous-definition', `it holds two definitions: ${definition.name} and ${second.name}`);
  }
  return assembleFrom(definition, files.find(isConfig) ?? files.find(looksLikeConfig));
}

async function assembleFrom(definitionFile: Named, configFile: Named | undefined): Promise<KoreBot> {
  const budget = { left: MAX_EXPORT_BYTES };
  const definition = parse(await definitionFile.read(budget), definitionFile.name);
  if (!isDefinition(definitionFile) && !holdsDialogs(definition)) throw noExport('no-definition', definitionFile.name);
  const problem = shapeProblem(definition, 'definition');
  if (problem !== undefined) throw new ExportError('bad-shape', `${definitionFile.name}: ${problem}`);
  const config =
    configFile === undefined ? { name: '', envVariables: [] } : parse(await configFile.read(budget), configFile.name);
  const configProblem = shapeProblem(config, 'config');
  if (configProblem !== undefined) throw new ExportError('bad-shape', `${configFile?.name ?? ''}: ${configProblem}`);
  const read = complete(definition as Definition);
  const isApp = /appdefinition/i.test(definitionFile.name) || read['appType'] === 'unified';
  return { target: isApp ? 'xo11' : 'xo10', definition: read, config: config as Config };
}

/** A definition that was saved under another name. */
const holdsDialogs = (read: unknown) =>
  typeof read === 'object' && read !== null && ('dialogs' in read || 'dialogComponents' in read);

/** Old and partial exports leave lists out or null. */
const complete = (read: Definition): Definition => ({
  ...read,
  sentences: read.sentences ?? [],
  patterns: read.patterns ?? [],
  botEvents: read.botEvents ?? {},
  supportedLanguages: read.supportedLanguages ?? [read.defaultLanguage],
  defaultDialogId: read.defaultDialogId ?? null,
});

function parse(bytes: Buffer, name: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ExportError('not-utf8', `${name} is not UTF-8 text`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ExportError('bad-json', `${name} is not JSON: ${reason(error)}`);
  }
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return (await file.read({ buffer: Buffer.alloc(2), length: 2 })).buffer.toString('latin1');
  } finally {
    await file.close();
  }
}

const noExport = (code: ExportErrorCode, name: string) =>
  new ExportError(
    code,
    `${name} is no export of the platform. An export is a zip or a folder with botDefinition.json or appDefinition.json in it.`,
  );

const tooLarge = (name: string) =>
  new ExportError(
    'too-large',
    `${name} is larger than ${MAX_EXPORT_BYTES / 1024 / 1024} MB, more than any real export`,
  );

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
