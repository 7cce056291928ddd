import { ZipArchive } from 'archiver';

/** One file of a zip or of the output folder. `path` is relative, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * The same, in pieces that follow each other: the larger files are never in memory a second time. The pieces belong to
 * whoever made them, and hold these bytes only until the next file is asked for.
 */
export interface PiecewiseFile {
  readonly path: string;
  readonly pieces: readonly Buffer[];
}

/** Every entry carries this time: the same specs give the same bytes. (Zip times have no time zone; archiver writes UTC.) */
const WHEN = new Date('2024-01-01T00:00:00Z');

/**
 * Packs files into a zip, in the order given, without compression: deflate gives other bytes in other versions of
 * zlib, and a bot of eight actions stays under two megabytes. Entries are plain files with mode 0644.
 */
export const pack = async (files: readonly OutputFile[]): Promise<Buffer> => Buffer.concat(await packPieces(files));

/** `pack`, whose pieces are the files' own bytes and what stands between them. */
export async function packPieces(files: readonly OutputFile[]): Promise<readonly Buffer[]> {
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
  return pieces;
}
