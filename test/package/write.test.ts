import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareBuild } from '../../generator/package/compare';
import { sha256Of } from '../../generator/package/digest';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { write } from '../../generator/package/write';
import { temporary } from '../build/specs';

let root = '';
let dist = '';
beforeEach(() => {
  root = temporary();
  dist = join(root, 'dist');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A file in pieces of a letter. */
const file = (path: string, text: string): PiecewiseFile => ({
  path,
  pieces: [...text].map((letter) => Buffer.from(letter)),
});
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** A process id that no process has. */
const GONE = 2 ** 22 + 1;

test('writing replaces the whole folder and leaves nothing beside it', async () => {
  put('dist/old.txt', 'old');
  await write(dist, [file('a/b.json', 'new'), file('c.zip', 'zip')]);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(readdirSync(dist).sort()).toEqual(['a', 'c.zip']);
  expect(read('dist/a/b.json')).toBe('new');
});

test('files are readable by all whatever the umask allows to the owner', async () => {
  const before = process.umask(0);
  try {
    await write(dist, [file('a.json', '{}')]);
  } finally {
    process.umask(before);
  }
  expect(statSync(join(dist, 'a.json')).mode & 0o777).toBe(0o644);
});

test('when a file cannot be written, the old folder stays as it was', async () => {
  put('dist/old.txt', 'old');
  // A path below a file cannot be made.
  await expect(write(dist, [file('a', 'x'), file('a/b', 'y')])).rejects.toThrow();
  expect(readdirSync(root)).toEqual(['dist']);
  expect(read('dist/old.txt')).toBe('old');
});

test('a build that was killed between the two renames is put right by the next one', async () => {
  put(`dist.old-${GONE}/old.txt`, 'old');
  put(`dist.new-${GONE}/new.txt`, 'half');
  await expect(write(dist, [file('a', 'x'), file('a/b', 'y')])).rejects.toThrow();
  expect(readdirSync(root)).toEqual(['dist']);
  expect(read('dist/old.txt')).toBe('old');
});

test('what a killed build left beside a whole folder is cleared away', async () => {
  put('dist/old.txt', 'old');
  put(`dist.new-${GONE}/half.txt`, 'half');
  put(`dist.old-${GONE}/older.txt`, 'older');
  await write(dist, [file('new.txt', 'new')]);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(read('dist/new.txt')).toBe('new');
});

test('the folder of a build that still runs is left alone, and so is what only looks like one', async () => {
  put(`dist.new-${process.ppid}/half.txt`, 'half');
  put('dist-notes/mine.txt', 'mine');
  await write(dist, [file('new.txt', 'new')]);
  expect(existsSync(join(root, `dist.new-${process.ppid}`))).toBe(true);
  expect(read('dist-notes/mine.txt')).toBe('mine');
});

test('files that are all there already leave the folder as it was', async () => {
  await write(dist, [file('a.txt', 'abc')]);
  const before = statSync(join(dist, 'a.txt')).ino;
  const { files, changed } = await write(dist, [file('a.txt', 'abc')]);
  expect(statSync(join(dist, 'a.txt')).ino).toBe(before);
  expect(readdirSync(root)).toEqual(['dist']);
  expect(files).toEqual([{ path: 'a.txt', size: 3 }]);
  expect(changed).toEqual([]);
});

test('a file that grew or shrank has changed', async () => {
  put('dist/longer.txt', 'ab');
  put('dist/shorter.txt', 'abcd');
  const { changed } = await compareBuild(dist, [file('longer.txt', 'abc'), file('shorter.txt', 'abc')]);
  expect(changed).toEqual(['longer.txt', 'shorter.txt']);
});

test('what changes is what is missing, other or not wanted, sorted', async () => {
  const wanted = [file('same.txt', 'same'), file('sub/other.txt', 'new'), file('missing.txt', '')];
  expect((await compareBuild(dist, wanted)).changed).toEqual(['missing.txt', 'same.txt', 'sub/other.txt']);
  put('dist/same.txt', 'same');
  put('dist/sub/other.txt', 'old');
  put('dist/sub/extra.txt', 'x');
  expect((await compareBuild(dist, wanted)).changed).toEqual(['missing.txt', 'sub/extra.txt', 'sub/other.txt']);
});

describe('a file whose content is known', () => {
  const bytes = Buffer.from('known');
  const known = { size: bytes.length, digest: sha256Of(bytes) };
  /** Whoever asks for its pieces fails. */
  const away = {
    path: 'a/b.zip',
    known,
    get pieces(): readonly Buffer[] {
      throw new Error('fetched');
    },
  };
  const there = { path: 'a/b.zip', known, pieces: [bytes] };
  const other = (text: string) => ({ path: 'c', pieces: [Buffer.from(text)] });

  test('is not fetched where the folder holds it, and stays what it is', async () => {
    await write(dist, [there, other('1')]);
    const again = await write(dist, [away, other('2')]);
    expect(again).toEqual({
      files: [
        { path: 'a/b.zip', size: 5 },
        { path: 'c', size: 1 },
      ],
      changed: ['c'],
    });
    expect(readFileSync(join(dist, 'a/b.zip'), 'utf8')).toBe('known');
    expect((await compareBuild(dist, [away, other('2')])).changed).toEqual([]);
  });

  test.each([
    ['another of the same size', (path: string) => writeFileSync(path, 'knowN')],
    ['a longer one', (path: string) => writeFileSync(path, 'known!')],
    ['nothing', (path: string) => rmSync(path)],
    ['one that nobody may write to', (path: string) => chmodSync(path, 0o444)],
  ])('is fetched where there is %s', async (_, change) => {
    await write(dist, [there, other('1')]);
    change(join(dist, 'a/b.zip'));
    await write(dist, [there, other('2')]);
    expect(readFileSync(join(dist, 'a/b.zip'), 'utf8')).toBe('known');
    expect(statSync(join(dist, 'a/b.zip')).mode & 0o777).toBe(0o644);
  });
});
