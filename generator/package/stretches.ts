import type { Spooled } from './spool';

/** An entry of a list that is printed, perhaps by an earlier build: fetched when somebody wants it. */
export interface PrintedEntry {
  /** Where it begins in the text of its action's own bot. */
  readonly start: number;
  readonly length: number;
  /** The SHA-256 of it, in hexadecimal digits. */
  readonly digest: string;
  readonly bytes: () => Spooled | Promise<Spooled>;
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
    size += piece.length;
    if (size < SHORTEST || !(isEnd(piece) || size > LONGEST)) continue;
    stretches.push([]);
    size = 0;
  }
  return stretches.filter(({ length }) => length > 0);
}

type Piece = Buffer | PrintedEntry;

/** Whether a stretch ends behind an entry: the likelier, the longer it is. */
const isEnd = (piece: Piece): boolean =>
  !Buffer.isBuffer(piece) && parseInt(piece.digest.slice(0, 8), 16) < (piece.length / USUAL) * 2 ** 32;
