import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compareBuild, holds } from '../../generator/package/compare';
import { print, printPieces } from '../../generator/package/text';
import { write, writePieces } from '../../generator/package/write';
import { secretGuard, WrittenSecret } from '../../generator/package/written-secrets';
import { writeChanged } from '../../generator/watch/write-changed';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'package-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = (path: string, ...texts: readonly string[]) => ({ path, pieces: texts.map((text) => Buffer.from(text)) });
const put = (path: string, text: string) => {
  writeFileSync(join(folder, path), text);
  return join(folder, path);
};

describe('a file', () => {
  test.each([
    ['the same', 'abcd', ['ab', 'cd'], true],
    ['the same with an empty piece', 'ab', ['', 'ab'], true],
    ['shorter', 'abc', ['ab', 'cd'], false],
    ['longer', 'abcde', ['ab', 'cd'], false],
    ['another in its first piece', 'xbcd', ['ab', 'cd'], false],
    ['another in its last piece', 'abcx', ['ab', 'cd'], false],
    ['empty', '', [], true],
    ['not empty', 'a', [], false],
    ['longer than is read at once', 'x'.repeat(70_000), ['x'.repeat(70_000)], true],
    ['another behind what is read at once', `${'x'.repeat(69_999)}y`, ['x'.repeat(70_000)], false],
  ])('is %s', (_, text, pieces, wanted) => {
    expect(
      holds(
        put('a', text),
        pieces.map((one) => Buffer.from(one)),
      ),
    ).toBe(wanted);
  });

  test('is not what is missing, a folder or a link', () => {
    put('a', 'a');
    symlinkSync(join(folder, 'a'), join(folder, 'link'));
    for (const path of ['gone', '.', 'link']) expect(holds(join(folder, path), [Buffer.from('a')])).toBe(false);
  });
});

describe('a build', () => {
  test('is compared with what is there', async () => {
    mkdirSync(join(folder, 'sub'));
    put('same', 'a');
    put('sub/other', 'a');
    put('gone', 'a');
    expect(await compareBuild(folder, [file('same', 'a'), file('sub/other', 'b', 'c'), file('new', '')])).toEqual({
      files: [
        { path: 'same', size: 1 },
        { path: 'sub/other', size: 2 },
        { path: 'new', size: 0 },
      ],
      changed: ['gone', 'new', 'sub/other'],
    });
    expect((await compareBuild(join(folder, 'none'), [])).changed).toEqual([]);
    expect((await compareBuild(join(folder, 'same'), [])).changed).toEqual([]);
  });

  test('takes the place of the one before, or leaves it', async () => {
    const dist = join(folder, 'dist');
    expect((await write(dist, [])).changed).toEqual([]);
    expect(existsSync(dist)).toBe(true);
    expect((await write(dist, [file('a/b', 'x')])).changed).toEqual(['a/b']);
    expect((await write(dist, [file('a/b', 'x')])).changed).toEqual([]);
    const failing = function* () {
      yield file('a/b', 'y');
      throw new Error('no more');
    };
    await expect(write(dist, failing())).rejects.toThrow('no more');
    expect(readFileSync(join(dist, 'a/b'), 'utf8')).toBe('x');
    await expect(write(dist, [file('a', 'x'), file('a/b', 'y')])).rejects.toThrow();
    expect(existsSync(`${dist}.new-${process.pid}`)).toBe(false);
    const large = 'x'.repeat(2 ** 20 + 1);
    await write(dist, [file('large', large), ...Array.from({ length: 20 }, (_, i) => file(`f${i}`, `${i}`))]);
    expect(readFileSync(join(dist, 'large'), 'utf8')).toBe(large);
    expect(readFileSync(join(dist, 'f19'), 'utf8')).toBe('19');
  });

  test('that was killed is cleared away, and what it had set aside comes back', async () => {
    const dist = join(folder, 'dist');
    for (const name of [
      'dist.old-999999999',
      'dist.new-999999999',
      `dist.new-${process.pid}`,
      'dist.new-1',
      'other.old-999999999',
    ]) {
      mkdirSync(join(folder, name));
      put(`${name}/a`, 'x');
    }
    await expect(
      write(
        dist,
        (function* () {
          yield* [];
          throw new Error('stop');
        })(),
      ),
    ).rejects.toThrow('stop');
    expect(readFileSync(join(dist, 'a'), 'utf8')).toBe('x');
    const left = [
      'dist.old-999999999',
      'dist.new-999999999',
      `dist.new-${process.pid}`,
      'dist.new-1',
      'other.old-999999999',
    ].filter((name) => existsSync(join(folder, name)));
    expect(left).toEqual(['dist.new-1', 'other.old-999999999']);
  });

  test('writes files in pieces', () => {
    const path = join(folder, 'a');
    writePieces(path, [Buffer.from('a'), Buffer.alloc(0), Buffer.from('b')]);
    expect(readFileSync(path, 'utf8')).toBe('ab');
  });
});

describe('a watch', () => {
  test('writes what is new or different, and takes away what is gone', async () => {
    const [a, b] = [file('a', 'a'), file('d/b', 'b')];
    const first = await writeChanged(folder, new Map(), [a, b]);
    expect(first.changed).toEqual(['a', 'd/b']);
    expect((await writeChanged(folder, first.files, [a, file('d/b', 'b')])).changed).toEqual([]);
    expect((await writeChanged(folder, first.files, [file('a', 'x'), b])).changed).toEqual(['a']);
    expect((await writeChanged(folder, first.files, [b])).changed).toEqual(['a']);
    expect(existsSync(join(folder, 'a'))).toBe(false);
    // What was written last is not read again, as long as it is there.
    writeFileSync(join(folder, 'd/b'), 'other');
    expect((await writeChanged(folder, first.files, [b])).changed).toEqual(['a']);
    rmSync(join(folder, 'd/b'));
    expect((await writeChanged(folder, first.files, [b])).changed).toEqual(['d/b', 'a']);
    const failing = function* () {
      yield file('c', 'c');
      throw new Error('no more');
    };
    await expect(writeChanged(folder, new Map(), failing())).rejects.toThrow('no more');
    expect([existsSync(join(folder, 'c')), existsSync(join(folder, `c.new-${process.pid}`))]).toEqual([false, false]);
  });
});

describe('a text', () => {
  test.each([
    [{}, '{}'],
    [{ a: 1 }, '{\n"a": 1\n}'],
    [{ a: [1], b: [] }, '{\n"a": [1],\n"b": []\n}'],
    [{ a: [{ b: 1 }, { c: 2 }] }, '{\n"a": [\n{"b":1},\n{"c":2}\n]\n}'],
    [{ a: [{ b: 1 }, null] }, '{\n"a": [{"b":1},null]\n}'],
    [{ a: [{ b: 1 }, 5] }, '{\n"a": [{"b":1},5]\n}'],
    [{ a: null }, '{\n"a": null\n}'],
  ])('of %j has a line for each entry', (data, text) => {
    expect(print(data).bytes.toString('utf8')).toBe(text);
  });

  test('says where its entries stand', () => {
    const { bytes, entries } = print({ é: 1, dialogs: [{ a: 'é' }, { b: 2 }], sentences: [] });
    expect(entries.dialogs.map(({ start, end }) => bytes.subarray(start, end).toString('utf8'))).toEqual([
      '{"a":"é"}',
      '{"b":2}',
    ]);
    expect(entries.sentences).toEqual([]);
  });

  test('takes entries that were printed before', () => {
    const printed = { dialogs: [Buffer.from('X')], dialogComponents: [], sentences: [] };
    const pieces = printPieces({ a: [{ b: 1 }], dialogs: [{ b: 1 }, { c: 1 }], sentences: [] }, printed);
    expect(Buffer.concat(pieces).toString('utf8')).toBe(
      '{\n"a": [\n{"b":1}\n],\n"dialogs": [\nX\n],\n"sentences": []\n}',
    );
  });
});

describe('what looks like a credential', () => {
  // Put together, so that no file holds one.
  const TOKEN = `shpat${'_'}${'0a1b2c3d'.repeat(4)}`;
  const look = (text: string, harmless: readonly string[] = [], path = 'a.json') => {
    const guard = secretGuard(harmless);
    return () => guard({ path, pieces: [Buffer.from(text)] });
  };

  test.each([
    ['plain', TOKEN],
    ['on a later line', `a\nb ${TOKEN}`],
    ['behind a line’s end of JSON', `"a\\n${TOKEN}"`],
    ['behind an encoded line’s end', `a%0A${TOKEN}`],
    ['with an escape', TOKEN.replace('s', '\\u0073')],
    ['percent-encoded', TOKEN.replace('_', '%5F')],
    ['beside what cannot be decoded', `%E0%A4 ${TOKEN}`],
  ])('is found: %s', (_, text) => {
    expect(look(text)).toThrow(WrittenSecret);
    expect(look(text)).toThrow('dist/a.json would hold what looks like');
  });

  test.each([
    ['in a zip', TOKEN, [], 'a.zip'],
    ['in a picture', TOKEN, [], 'a.png'],
    ['that its author knows', TOKEN, [`x: "${TOKEN}" # not a secret`], 'a.json'],
    ['nothing like it', 'shpat_', [], 'a.json'],
    ['nothing', '', [], 'a.json'],
  ])('is none: %s', (_, text, harmless, path) => {
    expect(look(text, harmless, path)).not.toThrow();
  });

  test('is told of once', () => {
    const guard = secretGuard([]);
    const one = { path: 'a', pieces: [Buffer.from(`x\n${TOKEN}\n`)] };
    expect(() => guard(one)).toThrow();
    expect(() => guard(one)).not.toThrow();
  });
});
