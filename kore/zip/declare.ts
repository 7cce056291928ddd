/** What a zip's headers say of an entry, where it is not simply the bytes that stand there. */
export interface Declared {
  /** How many bytes stand in the zip. */
  readonly packed: number;
  /** How many come out. */
  readonly size: number;
  /** Of what comes out. */
  readonly crc32: number;
}

const DEFLATED = 8;
/** Deflated entries came with version 2.0 of the format. */
const VERSION = 20;

/**
 * Says in a zip of stored entries that some of them are deflated: method, checksum and size, in the header before each
 * entry and in the directory at the end. `undefined` leaves an entry as it is. Offsets are those of APPNOTE 4.3.7 and
 * 4.3.12; there is neither zip64 nor a data descriptor, because archiver writes none for stored entries of this size.
 */
export function declareDeflated(zip: Buffer, entries: readonly (Declared | undefined)[]): Buffer {
  let at = 0;
  for (const entry of entries) {
    const length = zip.readUInt32LE(at + 18);
    if (entry) declare(zip, at + 4, entry);
    at += 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28) + length;
  }
  for (const entry of entries) {
    if (entry) declare(zip, at + 6, entry);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** Both headers have the same fields from the version on. */
function declare(zip: Buffer, version: number, { packed, size, crc32 }: Declared): void {
  if (zip.readUInt32LE(version + 14) !== packed) throw new Error('the zip does not have the entries that are declared');
  zip.writeUInt16LE(VERSION, version);
  zip.writeUInt16LE(DEFLATED, version + 4);
  zip.writeUInt32LE(crc32, version + 10);
  zip.writeUInt32LE(size, version + 18);
}
