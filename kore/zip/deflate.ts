import { Deflate } from 'fflate';

/** Bytes that are handed over at once: however large a file is, little of it is in memory a second time. */
const CHUNK = 2 ** 16;

/**
 * Deflates bytes. Written in JavaScript throughout: zlib gives other bytes in other versions, and with other processors,
 * where this gives the same ones on every Node. `mem` is named because its default comes from a logarithm.
 */
export function deflate(bytes: Buffer): Buffer {
  const parts: Uint8Array[] = [];
  const deflating = new Deflate({ level: 6, mem: 8 }, (part) => parts.push(part));
  for (let at = 0; at === 0 || at < bytes.length; at += CHUNK)
    deflating.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  return Buffer.concat(parts);
}
