import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { iconProblem } from '../../generator/model/icon';
import { defaultIcon } from '../../generator/package/icon';
import { deflate } from '../../kore/zip/deflate';
import { readEntries } from '../../kore/zip/entries';
import { pack, packPieces } from '../../kore/zip/pack';
import { entriesOf } from './zip';

const files = [
  { path: 'z.json', bytes: Buffer.from('{"a": "ä😀"}') },
  { path: 'a/b.txt', bytes: Buffer.alloc(0) },
  { path: 'icon.png', bytes: defaultIcon },
  // More than one chunk, with repetitions that lie far apart.
  {
    path: 'large.json',
    bytes: Buffer.from(Array.from({ length: 9000 }, (_, i) => `{"n": ${i * i}, "say": "ñ"}`).join()),
  },
];

test('a zip holds the files in the order given, with mode 0644 and one fixed time', async () => {
  const entries = await entriesOf(await pack(files));
  expect(entries.map((e) => e.header.fileName)).toEqual(['z.json', 'a/b.txt', 'icon.png', 'large.json']);
  for (const [i, { header, bytes }] of entries.entries()) {
    expect(bytes.equals(files[i]?.bytes ?? Buffer.of(1))).toBe(true);
    expect(header.compressionMethod).toBe(header.fileName === 'large.json' ? 8 : 0);
    expect(header.externalFileAttributes >>> 16).toBe(0o100644);
    expect(header.getLastModDate({ timezone: 'UTC' }).toISOString()).toBe('2024-01-01T00:00:00.000Z');
  }
});

test('a zip has right checksums and no trailing bytes', async () => {
  const zip = await pack(files);
  for (const { header, bytes } of await entriesOf(zip)) {
    expect(header.crc32).toBe(crc32(bytes));
    expect(header.uncompressedSize).toBe(bytes.length);
  }
  expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50);
});

test('the same files give the same bytes, on every Node', async () => {
  expect((await pack(files)).equals(await pack(files))).toBe(true);
  expect(
    createHash('sha256')
      .update(await pack(files))
      .digest('hex'),
  ).toBe('3ff6772194f97ab525c0be98dd123e6592625812dc5c6cdc0cf5020d2d4d982f');
});

test.each([0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1, 300_000])('%i bytes come back as they were', (length) => {
  const bytes = Buffer.from(Array.from({ length }, (_, i) => (i * i) % 251));
  expect(inflateRawSync(deflate([bytes])).equals(bytes)).toBe(true);
});

test('what is read from a zip is what was packed', async () => {
  const read = await readEntries(await pack(files));
  expect([...read].map(([path, bytes]) => ({ path, bytes }))).toEqual(files);
});

test.runIf(existsSync('/usr/bin/unzip'))('unzip finds every file and no error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  const path = join(folder, 'files.zip');
  try {
    writeFileSync(path, await pack(files));
    expect(execFileSync('/usr/bin/unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    for (const file of files)
      expect(execFileSync('/usr/bin/unzip', ['-p', path, file.path]).equals(file.bytes)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the icon of a bot without one is an icon that the platform takes', () => {
  expect(iconProblem(defaultIcon)).toBeUndefined();
});

test.each([
  ['a text', Buffer.from('no picture, but long enough to be one')],
  ['nothing', Buffer.alloc(0)],
  [
    'a wide picture',
    Buffer.concat([defaultIcon.subarray(0, 16), Buffer.from([0, 0, 0, 41]), defaultIcon.subarray(20)]),
  ],
  ['a high picture', Buffer.concat([defaultIcon.subarray(0, 20), Buffer.from([0, 0, 1, 0]), defaultIcon.subarray(24)])],
  ['a large file', Buffer.concat([defaultIcon, Buffer.alloc(80 * 1024)])],
])('%s is refused as an icon', (_, bytes) => {
  expect(iconProblem(bytes)).toBeTypeOf('string');
});

test('however a file is cut into pieces, its zip is the same', async () => {
  const { path, bytes } = files[3] ?? { path: '', bytes: Buffer.of() };
  const cut = [0, 1, 70_000, 70_001, 200_000].map((from, i, all) => bytes.subarray(from, all[i + 1]));
  const zip = Buffer.concat(await packPieces([{ path, pieces: cut }]));
  expect(zip.equals(await pack([{ path, bytes }]))).toBe(true);
});
