import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { MAX_ENTRIES, MAX_EXPORT_BYTES } from '../read-export';

/**
 * All files of a zip by name, without touching a disk: a fresh export may hold credentials. At most
 * `MAX_EXPORT_BYTES` are unpacked. Rejects with an `Error` when it is no zip, or has names that leave its folder.
 */
export async function readEntries(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
  const files = new Map<string, Buffer>();
  let left = MAX_EXPORT_BYTES;
  for (const entry of await entriesOf(zip)) {
    if (entry.fileName.endsWith('/')) continue;
    const parts: Buffer[] = [];
    for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      left -= part.length;
      if (left < 0) throw new Error('the zip unpacks to more than any real export');
      parts.push(part);
    }
    files.set(entry.fileName, Buffer.concat(parts));
  }
  return files;
}

const entriesOf = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const found: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (found.push(entry) > MAX_ENTRIES) reject(new Error('the zip has more files than any real export'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(found));
    zip.on('error', reject);
    zip.readEntry();
  });
