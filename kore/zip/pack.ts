import { crc32 } from 'node:zlib';
import { declareDeflated } from './declare';
import { deflate } from './deflate';
import { oneStream, type DeflatedStretch } from './stretch';

/** One file of a zip or of the output folder. `path` is relative, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * The same, in pieces that follow each other: the larger files are never in memory a second time. The pieces belong to
 * whoever made them, and hold these bytes only until the next file is asked for.
 */
export interface PiecewiseFile extends Partial<KnownFile> {
  readonly path: string;
  readonly pieces: readonly Buffer[];
}

/** A file whose content is known before anybody looks at its pieces, which may have to be fetched. */
export interface KnownFile {
  readonly known: {
    readonly size: number;
    /** The SHA-256 of it, in hexadecimal digits. */
    readonly digest: string;
  };
}

/** The same, with pieces that are fetched one by one, each valid until the next, and may be fetched again. */
export interface FetchedFile {
  readonly path: string;
  readonly pieces: Iterable<Buffer>;
}

/** The same, deflated in stretches. */
export interface StretchedFile {
  readonly path: string;
  readonly stretches: readonly DeflatedStretch[];
}

/** Every entry carries this time: the same specs give the same bytes. (Zip times have no time zone; archiver writes UTC.) */
const WHEN = new Date('2024-01-01T00:00:00Z');

/**
 * Packs files into a zip, in the order given: deflated where that is shorter, with the same bytes on every Node. Entries
 * are plain files with mode 0644.
 */
export const pack = async (files: readonly OutputFile[]): Promise<Buffer> =>
  Buffer.concat(await packPieces(files.map(({ path, bytes }) => ({ path, pieces: [bytes] }))));

/** `pack` of files in pieces, of which none is put together, or in stretches, in pieces. */
export async function packPieces(files: readonly (FetchedFile | StretchedFile)[]): Promise<readonly Buffer[]> {
  const entries = files.map((file) => {
    const { path } = file;
    if ('stretches' in file) {
      const { pieces, declared } = oneStream(file.stretches);
      return { path, bytes: Buffer.concat(pieces), declared };
    }
    const { pieces } = file;
    const { packed, size, sum } = deflated(pieces);
    if (packed.length >= size)
      return { path, bytes: Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece))), declared: undefined };
    return { path, bytes: packed, declared: { packed: packed.length, size, crc32: sum } };
  });
  const zip = await stored(entries);
  return [
    declareDeflated(
      zip,
      entries.map(({ declared }) => declared),
    ),
  ];
}

/** Deflated bytes; and how many there were, with their checksum, because they are fetched once. */
function deflated(pieces: Iterable<Buffer>) {
  let size = 0;
  let sum = 0;
  function* counted(): Generator<Buffer> {
    for (const piece of pieces) {
      size += piece.length;
      sum = crc32(piece, sum);
      yield piece;
    }
  }
  const packed = deflate(counted());
  return { packed, size, sum };
}

/** archiver deflates with zlib or not at all, and takes no entry that is deflated already; so it stores what it gets. */
async function stored(files: readonly OutputFile[]): Promise<Buffer> {
  // Most builds have nothing to pack, or leave it to a thread.
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ store: true });
  const pieces: Buffer[] = [];
  archive.on('data', (piece: Buffer) => pieces.push(piece));
  const done = new Promise<void>((resolve, reject) => {
    archive.on('end', resolve);
    archive.on('error', reject);
  });
  for (const file of files) archive.append(file.bytes, { name: file.path, date: WHEN, mode: 0o644 });
  await archive.finalize();
  await done;
  return Buffer.concat(pieces);
}
