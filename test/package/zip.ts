import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { fromBufferPromise, type Entry } from 'yauzl';

/** One entry of a zip: what its header says, and its bytes. */
export interface ZipEntry {
  readonly header: Entry;
  readonly bytes: Buffer;
}

/** The entries of a zip in the order of its directory. */
export async function entriesOf(zip: Buffer): Promise<readonly ZipEntry[]> {
  const file = await fromBufferPromise(zip, { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const header of file.eachEntry()) {
    const chunks: Buffer[] = [];
    const stream = await file.openReadStreamPromise(header);
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    entries.push({ header, bytes: Buffer.concat(chunks) });
  }
  return entries;
}

/** The text of one file of a zip on the disk. */
export const unzipped = (zip: string, name: string): string =>
  Buffer.from(unzipSync(readFileSync(zip))[name] ?? []).toString('utf8');
