import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExport, readExportFiles } from '../../../kore/read-export';
import { candidates } from '../../../kore/reading/choose-files';
import { MAX_ENTRIES } from '../../../kore/reading/export-error';
import { declareDeflated } from '../../../kore/zip/declare';
import { drain, readEntries, withZip } from '../../../kore/zip/entries';
import { pack } from '../../../kore/zip/pack';
import { sound } from './odd';
import { Readable } from 'node:stream';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
};
const variables = (key: string) => ({ name: key, envVariables: [{ key }] });
const notes = (read: { readonly notes: readonly { readonly file: string; readonly text: string }[] }) =>
  read.notes.map(({ file, text }) => `${file}: ${text}`);

describe('a definition on a disk', () => {
  it('has the config beside it, unless it is called so itself', async () => {
    const path = put('botDefinition.json', sound());
    expect((await readExport(path)).config).toEqual({ name: '', envVariables: [] });
    put('config.json', variables('A'));
    expect((await readExport(path)).config.name).toBe('A');
    const itself = put('config.json', { ...sound(), ...variables('A') });
    expect((await readExport(itself)).config).toEqual({ name: '', envVariables: [] });
    expect((await readExport(folder)).config.name).toBe('A');
  });

  it('is no socket and no device', async () => {
    const path = join(folder, 'bot.json');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    try {
      await expect(readExport(path)).rejects.toMatchObject({ code: 'not-a-zip' });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
    await expect(readExport('/dev/null')).rejects.toMatchObject({ code: 'not-a-zip' });
  });

  it('has functions of 500 kilobytes at most, which begin with no dot', async () => {
    const path = put('botDefinition.json', sound());
    expect(await readExport(path)).not.toHaveProperty('functions');
    put('fits.js', 'x'.repeat(512_000));
    put('.hidden.js', 'x');
    mkdirSync(join(folder, 'b.js'));
    expect((await readExport(path)).functions).toEqual(['x'.repeat(512_000)]);
    put('long.js', 'x'.repeat(512_001));
    for (const at of [path, folder]) {
      const bot = await readExport(at);
      expect(bot.functions).toEqual(['x'.repeat(512_000)]);
      expect(notes(bot)).toEqual([expect.stringMatching(/^long\.js: .*; the bot is read without its functions$/)]);
    }
  });
});

describe('the files of an export', () => {
  const chosen = (...names: readonly string[]) => {
    const file = (name: string) => ({ name, read: () => Promise.resolve(Buffer.of()) });
    const { named, others, config, functions } = candidates(names.map(file));
    const list = (files: readonly { readonly name: string }[]) => files.map(({ name }) => name).join(' ');
    return [list(named), list(others), config?.name ?? '', list(functions)].join(' | ');
  };
  it.each<[names: readonly string[], expected: string]>([
    [['config.txt', 'botDefinition.txt'], ' |  |  | '],
    [
      ['shop-config.json', 'botDefinition-config.json'],
      'botDefinition-config.json | botDefinition-config.json | shop-config.json | ',
    ],
    [['a-config.json', 'x/config.json'], ' | a-config.json | x/config.json | '],
    [
      ['.config.json', '__MACOSX/botDefinition.json', 'a/.b.json', 'appDefinition.JSON'],
      'appDefinition.JSON | appDefinition.JSON |  | ',
    ],
    [['a.js', 'b/c.js', '.d.js', 'e.JS', 'f.json'], ' | f.json |  | a.js e.JS'],
    [['a/b/c.json', 'd.json'], ' | d.json a/b/c.json |  | '],
  ])('%j', (names, expected) => expect(chosen(...names)).toBe(expected));

  it('of no telling name are looked at up to the fifth', async () => {
    const read = (others: number) =>
      readExportFiles(
        new Map([
          ...Array.from({ length: others }, (_, i) => [`a${i}.json`, Buffer.from('{}')] as const),
          ['z.json', Buffer.from(JSON.stringify(sound()))],
        ]),
      );
    expect((await read(4)).definition.dialogs).toHaveLength(1);
    await expect(read(5)).rejects.toMatchObject({ code: 'no-definition' });
  });
});

describe('a zip', () => {
  const file = (path: string, bytes: string) => ({ path, bytes: Buffer.from(bytes) });

  it('of a thousand entries is read, and of one more refused', async () => {
    const zip = (entries: number) => pack(Array.from({ length: entries }, (_, i) => file(`f${i}`, '')));
    expect((await readEntries(await zip(MAX_ENTRIES))).size).toBe(MAX_ENTRIES);
    await expect(readEntries(await zip(MAX_ENTRIES + 1))).rejects.toMatchObject({ code: 'too-many-entries' });
  });

  it('is unpacked as far as there is room', async () => {
    const zip = await pack([file('a', 'x'.repeat(100)), file('b', 'y')]);
    const read = (left: number) =>
      withZip(zip, 'z', async (files) => {
        const budget = { left };
        for (const one of files) await one.read(budget);
        return budget.left;
      });
    expect(await read(101)).toBe(0);
    await expect(read(100)).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('b is larger') as string,
    });
    await expect(read(99)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('does not hold more than it says, whatever a stream gives', async () => {
    const stream = () => Readable.from([Buffer.from('abc'), Buffer.from('de')]);
    expect((await drain(stream(), 's', { left: 5 })).toString()).toBe('abcde');
    await expect(drain(stream(), 's', { left: 4 })).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    ['aaa', 0],
    ['aaaa', 0],
    ['aaaaa', 8],
  ])('deflates what gets shorter by it: %s', async (text, method) => {
    const zip = await pack([file('a', text)]);
    expect(zip.readUInt16LE(8)).toBe(method);
    expect((await readEntries(zip)).get('a')?.toString()).toBe(text);
  });

  it('is not declared to hold what it does not', async () => {
    const zip = await pack([file('a', 'a')]);
    expect(() => declareDeflated(zip, [{ packed: 2, size: 5, crc32: 1 }])).toThrow('does not have the entries');
    expect(declareDeflated(Buffer.from(zip), [undefined]).equals(zip)).toBe(true);
  });
});
