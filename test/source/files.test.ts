import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../generator/source/decode';
import { readProjectFile } from '../../generator/source/project-file';
import { listIntegrations, readSpecs, rightName } from '../../generator/source/read';
import { temporary } from '../build/specs';

const made: string[] = [];
afterEach(() => {
  for (const one of made.splice(0)) rmSync(one, { recursive: true, force: true });
});
/** A folder of its own for each run of a test. */
let root = '';
const begin = () => {
  root = temporary();
  made.push(root);
};
const put = (path: string, bytes: string | Buffer = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
};

describe('bytes as a text', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');
  const swapped = (text: string) => utf16(text).swap16();
  test.each<[what: string, bytes: Buffer, text: string, wrong: object | undefined]>([
    ['nothing', Buffer.from(''), '', undefined],
    ['UTF-8', Buffer.from('a: ñ\n'), 'a: ñ\n', undefined],
    ['UTF-8 with a mark', Buffer.from('\ufeffa: ñ\n'), 'a: ñ\n', undefined],
    ['UTF-16 with a mark', utf16('\ufeffa: ñ\n'), 'a: ñ\n', { encoding: 'UTF-16', at: 0 }],
    ['UTF-16 with a mark, the other way round', swapped('\ufeffa: ñ\n'), 'a: ñ\n', { encoding: 'UTF-16', at: 0 }],
    ['UTF-16 without a mark', utf16('a: ñ\n'), 'a: ñ\n', { encoding: 'UTF-16', at: 0 }],
    ['UTF-16 without a mark, the other way round', swapped('a: ñ\n'), 'a: ñ\n', { encoding: 'UTF-16', at: 0 }],
    [
      'UTF-16 with half a character more',
      Buffer.concat([utf16('a: b'), Buffer.from('x')]),
      'a: b',
      { encoding: 'UTF-16', at: 0 },
    ],
    ['one byte of nothing', Buffer.from('a\0'), 'a\0', undefined],
    ['four bytes of nothing', Buffer.alloc(4), '\0\0\0\0', undefined],
    ['Latin-1', Buffer.from('a: b\nc: ñ\n', 'latin1'), 'a: b\nc: ñ\n', { encoding: 'unknown', at: 8 }],
    [
      'Latin-1 behind UTF-8',
      Buffer.concat([Buffer.from('a: ñ\nb: ñ '), Buffer.from('ñ', 'latin1')]),
      'a: Ã±\nb: Ã± ñ',
      { encoding: 'unknown', at: 12 },
    ],
    ['Latin-1 at the end of a line', Buffer.from('a: ñ\nb\n', 'latin1'), 'a: ñ\nb\n', { encoding: 'unknown', at: 3 }],
  ])('%s', (_what, bytes, text, wrong) => {
    expect(decodeUtf8(bytes)).toEqual(wrong === undefined ? { text } : { text, wrong });
  });
});

describe('a file of a project', () => {
  test.each<[path: string, found: string]>([
    ['a.txt', 'abc'],
    ['b/a.txt', 'abc'],
    ['none.txt', 'missing'],
    ['b/none.txt', 'missing'],
    ['a.txt/b', 'missing'],
    ['', 'missing'],
    ['.', 'missing'],
    ['..', 'missing'],
    ['./a.txt', 'missing'],
    ['b/../a.txt', 'missing'],
    ['/a.txt', 'missing'],
    ['b//a.txt', 'missing'],
    ['b\\a.txt', 'missing'],
    ['a.txt\0', 'missing'],
    ['b', 'odd'],
    ['link.txt', 'link'],
    ['linked/a.txt', 'link'],
  ])('%j is %s', (path, found) => {
    begin();
    put('a.txt', 'abc');
    put('b/a.txt', 'abc');
    symlinkSync(join(root, 'a.txt'), join(root, 'link.txt'));
    symlinkSync(join(root, 'b'), join(root, 'linked'));
    const file = readProjectFile(root, path);
    expect('bytes' in file ? file.bytes.toString() : file.refused).toBe(found);
  });
  test.each([
    [3, 3, 'abc'],
    [4, 3, 'large'],
    [0, 0, ''],
    [1, 0, 'large'],
  ])('of %i bytes, of which %i may be there, is %j', (size, most, found) => {
    begin();
    put('a.txt', 'abcdef'.slice(0, size));
    const file = readProjectFile(root, 'a.txt', most);
    expect('bytes' in file ? file.bytes.toString() : file.refused).toBe(found);
  });
  test('has ten million bytes at most where nothing is said', () => {
    begin();
    put('a.txt', Buffer.alloc(10_000_001));
    expect(readProjectFile(root, 'a.txt')).toEqual({ refused: 'large' });
  });
  test('is found where a link leads to the project', () => {
    begin();
    put('b/a.txt', 'abc');
    symlinkSync(join(root, 'b'), join(root, 'linked'));
    expect(readProjectFile(join(root, 'linked'), 'a.txt')).toEqual({ bytes: Buffer.from('abc') });
  });
});

describe('a folder of specs', () => {
  const folder = (...names: readonly string[]) => {
    for (const name of names) put(`specs/x/${name}`);
    return readSpecs(root, 'x');
  };
  test('has the specs, the sentences and the conversations that lie where they should', () => {
    begin();
    const { yaml, transcripts, files } = folder(
      ...['bot.yaml', 'b.yaml', 'a.yml', 'c.chat', 'locales/es.yaml', 'utterances/b.yaml', 'conversations/d.chat'],
      ...['other/e.yaml', 'other/f.chat', '.g.yaml', '.h.chat', 'stubs/i.json', 'stubs/deep/j.json', 'k.yaml/l.yaml'],
    );
    expect(yaml.map(({ name }) => name)).toEqual([
      'a.yml',
      'b.yaml',
      'bot.yaml',
      'locales/es.yaml',
      'utterances/b.yaml',
    ]);
    expect(transcripts).toEqual(['c.chat', 'conversations/d.chat']);
    expect(files).toEqual(
      ['.g.yaml', '.h.chat', 'a.yml', 'b.yaml', 'bot.yaml', 'c.chat', 'conversations/d.chat', 'k.yaml/l.yaml'].concat([
        'locales/es.yaml',
        'other/e.yaml',
        'other/f.chat',
        'stubs/i.json',
        'utterances/b.yaml',
      ]),
    );
  });
  test('says of links and of files in the place of folders that they are none', () => {
    begin();
    folder('bot.yaml', 'es.yaml', 'utterances');
    mkdirSync(join(root, 'else'));
    symlinkSync(join(root, 'else'), join(root, 'specs/x/locales'));
    symlinkSync(join(root, 'else'), join(root, 'specs/x/conversations'));
    const { yaml, transcripts } = readSpecs(root, 'x');
    expect(yaml.map(({ name, fault }) => [name, fault])).toEqual([
      ['bot.yaml', undefined],
      ['es.yaml', undefined],
      ['locales', { refused: 'link' }],
    ]);
    expect(transcripts).toEqual([]);
  });
  test('says why one of its files is not read, and nothing of what is not there', () => {
    begin();
    const specs = folder('bot.yaml', 'icon.png', 'sub/x');
    symlinkSync(join(root, 'specs/x/icon.png'), join(root, 'specs/x/link.png'));
    const names = ['icon.png', 'sub', 'link.png', 'none.png', '../x/icon.png'];
    expect(names.map((name) => specs.refused?.(name))).toEqual([undefined, 'odd', 'link', undefined, undefined]);
    expect(names.map((name) => specs.bytes(name) !== undefined)).toEqual([true, false, false, false, false]);
  });
  test('reads each of its files once', () => {
    begin();
    const specs = folder('bot.yaml', 'icon.png');
    const first = specs.bytes('icon.png');
    put('specs/x/icon.png', 'other');
    expect(specs.bytes('icon.png')).toBe(first);
  });
  test('is one where a bot lies, whatever its ending; a link to one is none', () => {
    begin();
    for (const path of ['a/bot.yaml', 'b/bot.YML', 'c/bot.yaml/x', 'd/bot.txt']) put(`specs/${path}`);
    symlinkSync(join(root, 'specs/a'), join(root, 'specs/e'));
    expect(listIntegrations(root)).toEqual(['a', 'b']);
  });
  test('that cannot be listed is an error of the system', () => {
    begin();
    put('specs');
    expect(() => listIntegrations(root)).toThrow('ENOTDIR');
  });
});

test.each([
  ['a.yml', 'a.yaml'],
  ['a.YAML', 'a.yaml'],
  ['a.yaml', 'a.yaml'],
  ['a.yml.txt', 'a.yml.txt'],
])('%s should be called %s', (name, right) => expect(rightName(name)).toBe(right));
