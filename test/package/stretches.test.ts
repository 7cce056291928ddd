import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cutIntoStretches, type PrintedEntry } from '../../generator/package/stretches';
import { joinedChecksum } from '../../kore/zip/checksum';
import { readEntries } from '../../kore/zip/entries';
import { packPieces } from '../../kore/zip/pack';
import { deflateStretch, oneStream } from '../../kore/zip/stretch';

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Texts with repetitions, of many lengths. */
const text = (length: number, seed = 7): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => 32 + ((i * i * seed + (i >> 5)) % 90)));

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('stretches behind one another', () => {
  test.each([
    [0],
    [1, 2, 3],
    [65_536, 65_537, 98_304],
    [200_000, 0, 5, 131_072],
    Array.from({ length: 64 }, (_, i) => i),
  ])('are one deflated stream (%i …)', (...lengths) => {
    const texts = lengths.map((length, i) => text(length, 3 + i));
    const { pieces, declared } = oneStream(texts.map((one) => deflateStretch([one])));
    const whole = Buffer.concat(texts);
    expect(inflateRawSync(Buffer.concat(pieces)).equals(whole)).toBe(true);
    expect(declared).toEqual({
      packed: pieces.reduce((n, { length }) => n + length, 0),
      size: whole.length,
      crc32: crc32(whole),
    });
  });

  test('are the same however they are cut into pieces, on every Node', () => {
    const bytes = text(150_000);
    const { packed } = deflateStretch([bytes]);
    expect(Buffer.from(packed).equals(deflateStretch([bytes.subarray(0, 7), bytes.subarray(7)]).packed)).toBe(true);
    expect(digestOf(Buffer.from(packed))).toBe('e2bf22b9248fecf346d5c5c2f4dedf3e13c207b74d0bd338dc6baa1c009f1b34');
  });

  test('make a zip that other programs read', async () => {
    const texts = [text(300_000), text(10), text(70_000, 11)];
    const zip = Buffer.concat(
      await packPieces([
        { path: 'a.json', pieces: [Buffer.from('aaaaaaaaaaaaaaaaaaaaaaaa')] },
        { path: 'whole.json', stretches: texts.map((one) => deflateStretch([one])) },
        { path: 'z.json', pieces: [Buffer.from('z')] },
      ]),
    );
    const read = await readEntries(zip);
    expect([...read.keys()]).toEqual(['a.json', 'whole.json', 'z.json']);
    expect(read.get('whole.json')?.equals(Buffer.concat(texts))).toBe(true);
  });

  test.runIf(hasPython)('make a zip that Python reads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stretches-'));
    try {
      const stretches = [text(300_000), text(10)].map((one) => deflateStretch([one]));
      writeFileSync(join(folder, 'a.zip'), Buffer.concat(await packPieces([{ path: 'whole.json', stretches }])));
      const script = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())';
      expect(execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' })).toBe('None\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.each([0, 1, 2, 255, 65_536, 1_000_003])('the checksum of two texts comes from those of both (%i)', (length) => {
  const [first, second] = [text(1000), text(length, 5)];
  expect(joinedChecksum(crc32(first), crc32(second), length)).toBe(crc32(Buffer.concat([first, second])));
});

describe('a file is cut', () => {
  const entry = (n: number, length = 4000): PrintedEntry => {
    const bytes = Buffer.concat([Buffer.from(`${n}:`), text(length)]);
    return { start: 0, length: bytes.length, bytes: () => bytes, digest: digestOf(bytes) };
  };
  const printed = (entries: readonly PrintedEntry[]) => [
    Buffer.from('{'),
    ...entries.flatMap((one) => [one, Buffer.from(',\n')]),
    Buffer.from('}'),
  ];
  const keys = (entries: readonly PrintedEntry[]) =>
    cutIntoStretches(printed(entries)).map((pieces) =>
      digestOf(Buffer.concat(pieces.map((piece) => ('digest' in piece ? (piece.bytes() as Buffer) : piece)))),
    );

  test('into stretches that are the file, none very short or long', () => {
    const pieces = printed(Array.from({ length: 900 }, (_, n) => entry(n)));
    const stretches = cutIntoStretches(pieces);
    expect(stretches.flat()).toEqual(pieces);
    const sizes = stretches.map((one) => one.reduce((n, p) => n + p.length, 0));
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(240_000);
    expect(Math.max(...sizes)).toBeLessThan(1_510_000);
    expect(sizes.length).toBeGreaterThan(3);
  });

  test('so that a changed, a new or a lost entry leaves nearly all stretches as they were', () => {
    const entries = Array.from({ length: 2000 }, (_, n) => entry(n));
    const before = new Set(keys(entries));
    expect(before.size).toBeGreaterThan(8);
    for (const now of [
      entries.with(900, entry(900, 4100)),
      entries.toSpliced(900, 0, entry(5000)),
      entries.toSpliced(900, 1),
    ]) {
      const changed = keys(now).filter((key) => !before.has(key));
      expect(changed.length).toBeGreaterThan(0);
      expect(changed.length).toBeLessThanOrEqual(3);
    }
  });
});
