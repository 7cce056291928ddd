import type { DeflatedStretch } from '../../kore/zip/stretch';
import type { PrintedEntry } from '../package/stretches';
import type { Cache } from './cache';

type Pieces = readonly (Buffer | PrintedEntry)[];

/** Makes stretches of files, or recalls them: by the bytes that they consist of, which need not be fetched for that. */
export interface StretchKeeping {
  readonly of: (pieces: Pieces, make: (pieces: Pieces) => Promise<DeflatedStretch>) => Promise<DeflatedStretch>;
  /** What was made holds no credential: it is kept. */
  readonly looked: () => void;
}

/** Keeps stretches in a cache. */
export function stretchKeeping(cache: Cache): StretchKeeping {
  const fresh: { readonly key: string; readonly stretch: DeflatedStretch }[] = [];
  return {
    of: async (pieces, make) => {
      const key = cache.keyOf(
        'stretch',
        ...pieces.flatMap((one) => (Buffer.isBuffer(one) ? ['', one] : ['#', one.digest])),
      );
      const known = cache.read(key);
      if (known && known.length > HEAD)
        return { size: known.readUInt32LE(0), crc32: known.readUInt32LE(4), packed: known.subarray(HEAD) };
      const stretch = await make(pieces);
      fresh.push({ key, stretch: { ...stretch, packed: Uint8Array.from(stretch.packed) } });
      return stretch;
    },
    looked: () => {
      for (const { key, stretch } of fresh) {
        const head = Buffer.alloc(HEAD);
        head.writeUInt32LE(stretch.size, 0);
        head.writeUInt32LE(stretch.crc32, 4);
        cache.keep(key, [head, stretch.packed]);
      }
    },
  };
}

/** Size and checksum of what comes out. */
const HEAD = 8;
