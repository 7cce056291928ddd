import type { Spooled } from './spool';

/** Bytes that may have been printed before, and what they are known by. */
export interface PrintedEntry {
  readonly bytes: Spooled;
  /** The SHA-256 of them, in hexadecimal digits. */
  readonly digest: string;
}

/** No stretch is shorter, except the last one: each knows nothing of the texts before it. */
const SHORTEST = 250_000;
/** As long are stretches behind the shortest length, on the average. */
const USUAL = 420_000;
const LONGEST = 1_500_000;

/**
 * Cuts a file into stretches that are deflated by themselves. Where one ends is told by the entry that stands there, and by no
 * other: whoever changes an entry changes the stretch that it stands in, seldom another one.
 */
export function cutIntoStretches(pieces: readonly (Buffer | PrintedEntry)[]): readonly (readonly Piece[])[] {
  const stretches: Piece[][] = [[]];
  let size = 0;
  for (const piece of pieces) {
    stretches.at(-1)?.push(piece);
    size += lengthOf(piece);
    if (size < SHORTEST || !(isEnd(piece) || size > LONGEST)) continue;
    stretches.push([]);
    size = 0;
  }
  return stretches.filter(({ length }) => length > 0);
}

type Piece = Buffer | PrintedEntry;

const lengthOf = (piece: Piece): number => (Buffer.isBuffer(piece) ? piece.length : piece.bytes.length);

/** Whether a stretch ends behind an entry: the likelier, the longer it is. */
const isEnd = (piece: Piece): boolean =>
  !Buffer.isBuffer(piece) && parseInt(piece.digest.slice(0, 8), 16) < (piece.bytes.length / USUAL) * 2 ** 32;
