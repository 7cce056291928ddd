import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCache } from '../../generator/cache/disk-cache';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'cache-')), 'made');
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const open = (tool = 'tool') => openCache(folder, tool);
const kept = (text = 'abc') => {
  const cache = open();
  const key = cache.keyOf('kind', 'part');
  cache.keep(key, [Buffer.from(text)]);
  return key;
};

describe('what was kept', () => {
  test('is found by another process, by the same tool and the same parts', () => {
    const key = kept();
    expect(open().read(key)?.toString()).toBe('abc');
    expect(open().keyOf('kind', 'part')).toBe(key);
    for (const other of [
      open('another').keyOf('kind', 'part'),
      open().keyOf('kin', 'dpart'),
      open().keyOf('kind', 'par', 't'),
      open().keyOf('kind', 'part', ''),
    ])
      expect(open().read(other)).toBeUndefined();
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['a checksum alone', (bytes: Buffer) => bytes.subarray(0, 32)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
    ['another in one letter', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('d')])],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('is not found when it is %s', (_, damage) => {
    const key = kept();
    writeFileSync(join(folder, key), damage(readFileSync(join(folder, key))));
    expect(open().read(key)).toBeUndefined();
    expect(open().read(kept())?.toString()).toBe('abc');
  });

  test('is not found under the key of something else', () => {
    const key = kept();
    const other = open().keyOf('kind', 'other');
    renameSync(join(folder, key), join(folder, other));
    expect(open().read(other)).toBeUndefined();
  });

  test('takes the place of what was there, and can be read by nobody else', () => {
    const key = kept();
    const cache = open();
    cache.keep(key, [Buffer.from('d'), Buffer.from('ef')]);
    expect(cache.read(key)?.toString()).toBe('def');
    expect(readdirSync(folder)).toEqual([key]);
    expect(statSync(join(folder, key)).mode & 0o77).toBe(0);
  });
});

describe('a folder', () => {
  test('that is a file, or that nobody may write to, is left alone', () => {
    writeFileSync(folder, 'mine');
    kept();
    expect(readFileSync(folder, 'utf8')).toBe('mine');
  });

  test.skipIf(process.getuid?.() === 0)('that nobody may write to does no harm', () => {
    const key = kept();
    chmodSync(folder, 0o500);
    const cache = open();
    cache.keep(cache.keyOf('other'), [Buffer.from('x')]);
    expect(cache.read(key)?.toString()).toBe('abc');
    chmodSync(folder, 0o700);
  });

  test('loses what was used longest ago, when it is too large', () => {
    const old = open();
    const keys = ['a', 'b', 'c'].map((part) => old.keyOf(part));
    for (const [i, key] of keys.entries()) {
      old.keep(key, [Buffer.alloc(1000)]);
      utimesSync(join(folder, key), 1000 + i, 1000 + i);
    }
    const now = open();
    expect(now.read(keys[0] ?? '')).toBeDefined();
    const fresh = now.keyOf('d');
    now.keep(fresh, [Buffer.alloc(1000)]);
    now.sweep(3500);
    expect(readdirSync(folder).sort()).toEqual([keys[0], keys[2], fresh].sort());
    // It was used just now.
    expect(statSync(join(folder, keys[0] ?? '')).mtimeMs).toBeGreaterThan(2_000_000);
  });

  test('loses what a build left that was ended while it wrote', () => {
    kept();
    const [left, young] = [join(folder, 'abc.1'), join(folder, 'abd.2')];
    for (const path of [left, young]) writeFileSync(path, 'half');
    utimesSync(left, 1000, 1000);
    const cache = open();
    const key = cache.keyOf('more');
    cache.keep(key, [Buffer.from('x')]);
    cache.sweep();
    expect(readdirSync(folder)).toContain('abd.2');
    expect(readdirSync(folder)).not.toContain('abc.1');
  });
});
