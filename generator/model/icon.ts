/** What is wrong with an icon, or undefined. The platform takes PNG files of at most 40 × 40 pixels and 80 KB (documented). */
export function iconProblem(bytes: Buffer): string | undefined {
  const isPng =
    bytes.length > 24 && bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  if (!isPng) return 'is no PNG file';
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width > 40 || height > 40) return `is ${width} × ${height} pixels large`;
  return bytes.length > 80 * 1024 ? `has ${Math.ceil(bytes.length / 1024)} KB` : undefined;
}

/** Parts of a PNG file that are the picture, and the most bytes that one of them has. In all others programs leave notes: names, places, layers. */
const PICTURE: ReadonlyMap<string, number> = new Map([
  ['IHDR', 13],
  ['PLTE', 768],
  ['IDAT', Infinity],
  ['tRNS', 256],
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
  ['sBIT', 4],
]);

/** The end of every PNG file. */
const END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** The same picture without what programs have noted in it, and without what stands behind its end. */
export function bareIcon(bytes: Buffer): Buffer {
  if (iconProblem(bytes) !== undefined) return bytes;
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return bytes;
    if (kind === 'IEND') return Buffer.concat([...kept, END]);
    if (end - at - 12 <= (PICTURE.get(kind) ?? -1)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes;
}
