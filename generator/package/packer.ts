import { packPieces, type PiecewiseFile, type StretchedFile } from '../../kore/zip/pack';
import { deflateStretch, type DeflatedStretch } from '../../kore/zip/stretch';
import { fetching, type Spooled } from './spool';
import { secretGuard } from './written-secrets';

/** A file for a zip, some of it perhaps on the disk. */
export interface BulkyFile {
  readonly path: string;
  readonly pieces: readonly Spooled[];
  /** Nobody else needs the pieces any more: whoever packs them may take their memory away. */
  readonly spent?: true;
}

/** Rejects with `WrittenSecret` when a file holds what looks like a credential. */
export type Guard = (file: BulkyFile) => Promise<void>;

/** What becomes of the files that a build makes, before they are written. */
export interface Packer {
  /** A zip at `path`. */
  readonly zip: (path: string, files: readonly (BulkyFile | StretchedFile)[]) => Promise<PiecewiseFile>;
  /** A stretch of a file, deflated. */
  readonly stretch: (pieces: readonly Spooled[]) => Promise<DeflatedStretch>;
  /** A guard that knows these lines to hold no credential. */
  readonly guard: (harmless: readonly string[]) => Guard;
  /** Puts bytes aside until the whole bots are put together. */
  readonly keep: (bytes: Buffer) => Spooled;
}

/** Packs where it is called, and keeps everything in memory. */
export const inProcess: Packer = {
  zip: async (path, files) => ({
    path,
    pieces: await packPieces(
      files.map((file) => ('stretches' in file ? file : { path: file.path, pieces: fetching(file.pieces) })),
    ),
  }),
  stretch: (pieces) => new Promise((resolve) => resolve(deflateStretch(fetching(pieces)))),
  guard: (harmless) => {
    const look = secretGuard(harmless);
    return ({ path, pieces }) =>
      new Promise((resolve) => {
        look({ path, pieces: fetching(pieces) });
        resolve();
      });
  },
  keep: (bytes) => bytes,
};
