import { Deflate, type DeflateOptions } from 'fflate';

/** Bytes that are handed over at once: however large a file is, little of it is in memory a second time. */
const CHUNK = 2 ** 16;

/** `mem` is named because its default comes from a logarithm. */
export const OPTIONS: DeflateOptions = { level: 6, mem: 8 };

/**
 * Deflates bytes, which may come in pieces: what comes out is the same however they are cut. Written in JavaScript throughout:
 * zlib gives other bytes in other versions, and with other processors, where this gives the same ones on every Node.
 */
export function deflate(pieces: Iterable<Buffer>): Buffer {
  const parts: Uint8Array[] = [];
  const deflating = new Deflate(OPTIONS, (part) => parts.push(part));
  const left = cutInto(pieces, (chunk) => deflating.push(chunk));
  deflating.push(left, true);
  return Buffer.concat(parts);
}

/** Hands on the pieces in chunks of one size, each valid until the next, and returns what is left for the last one. */
export function cutInto(pieces: Iterable<Buffer>, take: (chunk: Buffer) => void): Buffer {
  const chunk = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length;) {
      if (filled === CHUNK) {
        take(chunk);
        filled = 0;
      }
      const copied = piece.copy(chunk, filled, at, at + CHUNK - filled);
      filled += copied;
      at += copied;
    }
  return chunk.subarray(0, filled);
}
