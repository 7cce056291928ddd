import { Deflate } from 'fflate';
import { crc32 } from 'node:zlib';
import { joinedChecksum } from './checksum';
import type { Declared } from './declare';
import { cutInto, OPTIONS } from './deflate';

/**
 * A part of a file, deflated by itself: it refers to nothing before it and ends with a whole byte, so that stretches behind one
 * another are one deflated stream, and only those that changed are deflated again.
 */
export interface DeflatedStretch {
  readonly packed: Uint8Array;
  /** How many bytes come out, and their checksum. */
  readonly size: number;
  readonly crc32: number;
}

/** Deflates a stretch. However it is cut into pieces, what comes out is the same, on every Node. */
export function deflateStretch(pieces: Iterable<Buffer>): DeflatedStretch {
  const parts: Uint8Array[] = [];
  const deflating = new Deflate(OPTIONS, (part) => void parts.push(part));
  let size = 0;
  let sum = 0;
  const push = (chunk: Buffer) => {
    size += chunk.length;
    sum = crc32(chunk, sum);
    deflating.push(chunk);
  };
  push(cutInto(pieces, push));
  deflating.flush();
  deflating.ondata = (part) => void parts.push(goingOn(part));
  deflating.push(new Uint8Array(0), true);
  return { packed: Buffer.concat(parts), size, crc32: sum };
}

/** An empty last block of fixed codes: it is the last one, its kind, and its end, in ten bits from the lowest on. */
const EMPTY = 0b11;
const EMPTY_LENGTH = 10;

/**
 * The end of a stretch that goes on: what is left of the bits before, the empty block, no longer the last one, and a stored block
 * of nothing, which ends with a whole byte. (fflate 0.8.3 has `flush(true)` for this, and writes wrong bytes where bits are left.)
 */
function goingOn(end: Uint8Array): Uint8Array {
  const bits = end.reduce((sum, byte, i) => sum + byte * 2 ** (8 * i), 0);
  const before = 30 - Math.clz32(bits);
  if (end.length > 3 || bits >>> before !== EMPTY)
    throw new Error('a deflated stretch ends in another way than expected');
  const cleared = bits - 2 ** before;
  const length = Math.ceil((before + EMPTY_LENGTH + 3) / 8);
  return Uint8Array.from([...Array.from({ length }, (_, i) => (cleared >>> (8 * i)) & 255), 0, 0, 255, 255]);
}

/** The end of a deflated stream: a last block, of fixed codes, with nothing in it. */
const END = Buffer.of(3, 0);

/** The deflated stream that stretches are behind one another, in pieces; and what a zip says of it. */
export function oneStream(stretches: readonly DeflatedStretch[]): {
  readonly pieces: readonly Uint8Array[];
  readonly declared: Declared;
} {
  const pieces = [...stretches.map((one) => one.packed), END];
  return {
    pieces,
    declared: {
      packed: pieces.reduce((sum, { length }) => sum + length, 0),
      size: stretches.reduce((sum, { size }) => sum + size, 0),
      crc32: stretches.reduce((sum, one) => joinedChecksum(sum, one.crc32, one.size), 0),
    },
  };
}
