import type { Readable } from 'node:stream';
import { fromBufferPromise, openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ExportError, MAX_ENTRIES, MAX_EXPORT_BYTES, reasonOf, tooLarge } from '../reading/export-error';

/** What is left of `MAX_EXPORT_BYTES`. */
export interface Budget {
  left: number;
}

/** A file that can be read, once; what it takes is counted against a budget. */
export interface NamedFile {
  /** Relative, with forward slashes. */
  readonly name: string;
  read(budget: Budget): Promise<Buffer>;
}

/** Some zip writers put backslashes between folders; they are read as slashes before names are checked. */
const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: false } as const;

/**
 * Opens a zip from disk or memory and hands its files to `use`; they can be read until that is settled. Rejects with an
 * `ExportError` when it is no zip that can be read, has names that leave its folder, or more than `MAX_ENTRIES` entries.
 */
export async function withZip<T>(
  source: string | Buffer,
  name: string,
  use: (files: readonly NamedFile[]) => Promise<T>,
): Promise<T> {
  const opened = typeof source === 'string' ? openPromise(source, OPTIONS) : fromBufferPromise(source, OPTIONS);
  const zip = await opened.catch((error: unknown) => {
    throw new ExportError('broken-zip', `${name}: not a zip file that can be read (${reasonOf(error)})`);
  });
  try {
    const entries = await entriesOf(zip);
    return await use(entries.filter(({ fileName }) => !fileName.endsWith('/')).map((entry) => zipFile(zip, entry)));
  } finally {
    zip.close();
  }
}

/**
 * All files of a zip by name, without touching a disk: a fresh export may hold credentials. At most
 * `MAX_EXPORT_BYTES` are unpacked. Rejects as `withZip` does.
 */
export const readEntries = (bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> =>
  withZip(bytes, 'the zip', async (files) => {
    const budget = { left: MAX_EXPORT_BYTES };
    const read = new Map<string, Buffer>();
    for (const file of files) read.set(file.name, await file.read(budget));
    return read;
  });

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => {
      const unsafe = /invalid (relative path|characters)|absolute path/i.test(error.message);
      reject(new ExportError(unsafe ? 'unsafe-name' : 'broken-zip', `the zip is refused: ${error.message}`));
    });
    zip.on('end', () => resolve(found));
    zip.on('entry', (entry: Entry) => {
      if (found.push(entry) > MAX_ENTRIES)
        reject(new ExportError('too-many-entries', `the zip has more than ${MAX_ENTRIES} entries`));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

const zipFile = (zip: ZipFile, entry: Entry): NamedFile => ({
  name: entry.fileName,
  read: async (budget) => {
    if (entry.isEncrypted())
      throw new ExportError('encrypted', `${entry.fileName} is encrypted; export the bot again without a password`);
    if (entry.uncompressedSize > budget.left) throw tooLarge(entry.fileName);
    try {
      return await drain(await zip.openReadStreamPromise(entry), entry.fileName, budget);
    } catch (error) {
      if (error instanceof ExportError) throw error;
      throw new ExportError('broken-zip', `${entry.fileName} cannot be unpacked: ${reasonOf(error)}`);
    }
  },
});

/** All that a stream gives: counts what comes out, whatever the zip's directory or the disk promised. */
export async function drain(stream: Readable, name: string, budget: Budget): Promise<Buffer> {
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
