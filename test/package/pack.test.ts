import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { iconProblem } from '../../generator/model/icon';
import { defaultIcon } from '../../generator/package/icon';
import { pack } from '../../kore/zip/pack';
import { entriesOf } from './zip';

const files = [
  { path: 'z.json', bytes: Buffer.from('{"a": "ä😀"}') },
  { path: 'a/b.txt', bytes: Buffer.alloc(0) },
  { path: 'icon.png', bytes: defaultIcon },
];

test('a zip holds the files in the order given, stored, with mode 0644 and one fixed time', async () => {
  const entries = await entriesOf(await pack(files));
  expect(entries.map((e) => e.header.fileName)).toEqual(['z.json', 'a/b.txt', 'icon.png']);
  for (const [i, { header, bytes }] of entries.entries()) {
    expect(bytes.equals(files[i]?.bytes ?? Buffer.of(1))).toBe(true);
    expect(header.compressionMethod).toBe(0);
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

test('the same files give the same bytes', async () => {
  expect((await pack(files)).equals(await pack(files))).toBe(true);
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
