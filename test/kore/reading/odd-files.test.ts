import { describe, expect, it } from 'vitest';
import { readExportFiles } from '../../../kore/read-export';
import { MAX_NOTES, noteLines, notesOn, pointerOf } from '../../../kore/reading/notes';
import { MAX_JSON_DEPTH, MAX_VALUES } from '../../../kore/reading/parse-json';
import { readEntries } from '../../../kore/zip/entries';
import { pack } from '../../../kore/zip/pack';
import { read, said, sound } from './odd';

const files = (entries: Readonly<Record<string, unknown>>) =>
  readExportFiles(
    new Map(
      Object.entries(entries).map(([name, v]) => [name, Buffer.from(typeof v === 'string' ? v : JSON.stringify(v))]),
    ),
  );

describe('an odd file', () => {
  it.each([
    ['botDefinition', 'xo10'],
    ['bot', 'xo10'],
    ['appDefinition', 'xo11'],
    ['app', 'xo11'],
  ])('holds its definition under %s', async (key, target) => {
    const bot = await files({ 'export.json': { [key]: { ...sound(), dialogs: [null, ...sound()['dialogs']!] } } });
    expect(bot.target).toBe(target);
    expect(bot.definition.dialogs).toHaveLength(1);
    expect(said(bot)[0]).toMatch(new RegExp(`^/${key}/dialogs/0: `));
  });

  it('has a name of its own', async () => {
    const bot = await files({ 'package.json': { name: 'x' }, 'my-bot.json': sound(), 'config.json': { name: 'Shop' } });
    expect(bot.config.name).toBe('Shop');
    expect(bot.definition.dialogs).toHaveLength(1);
  });

  it('is packed with backslashes', async () => {
    const name = 'folder\\botDefinition.json';
    const zip = await pack([{ path: 'x'.repeat(name.length), bytes: Buffer.from(JSON.stringify(sound())) }]);
    const patched = Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
    const entries = await readEntries(patched);
    expect([...entries.keys()]).toEqual(['folder/botDefinition.json']);
    expect((await readExportFiles(entries)).definition.dialogs).toHaveLength(1);
  });

  it.each(['..\\botDefinition.json', 'a\\..\\..\\b.json', 'C:\\bot.json'])(
    'is refused when its name %s leaves the folder',
    async (name) => {
      const zip = await pack([{ path: 'x'.repeat(name.length), bytes: Buffer.from('{}') }]);
      const patched = Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
      await expect(readEntries(patched)).rejects.toMatchObject({ code: 'unsafe-name' });
    },
  );

  it('stands beside another definition: the one nearer to the root is read, and the other is said', async () => {
    const other = { ...sound(), dialogs: [] };
    const bot = await files({ 'old/botDefinition.json': other, 'botDefinition.json': sound() });
    expect(bot.definition.dialogs).toHaveLength(1);
    expect(bot.notes).toEqual([
      { file: 'old/botDefinition.json', pointer: '', text: 'another definition; botDefinition.json is read' },
    ]);
  });

  it('is a config that cannot be read: the bot has no variables then', async () => {
    const bot = await files({ 'botDefinition.json': sound(), 'config.json': '{"envVariables": [' });
    expect(bot.config.envVariables).toEqual([]);
    expect(bot.notes[0]?.text).toMatch(/^config\.json is not JSON: .*; the bot is read without its variables$/);
    expect((await read(sound(), [])).config.envVariables).toEqual([]);
  });

  it('is nested without end: what is too deep is left out, all that is above is read', async () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const text = JSON.stringify(sound()).replace(/}$/, `, "deep": ${deep(5000)}, "fine": ${deep(MAX_JSON_DEPTH - 1)}}`);
    const bot = await files({ 'botDefinition.json': text });
    expect(bot.definition.dialogs).toHaveLength(1);
    expect(JSON.stringify(bot.definition['fine'])).toBe(deep(MAX_JSON_DEPTH - 1));
    expect(JSON.stringify(bot.definition['deep'])).toBe(deep(MAX_JSON_DEPTH - 1).replace('[]', '[null]'));
    expect(bot.notes).toHaveLength(1);
    expect(bot.notes[0]?.text).toBe(`nested deeper than ${MAX_JSON_DEPTH} levels; left out`);
    expect(bot.notes[0]?.pointer).toBe(`/deep${'/0'.repeat(MAX_JSON_DEPTH - 1)}`);
  });

  it('has more values than any real one: it is refused before they are made', async () => {
    const text = (values: number) => `{"dialogs":[],"x":[${'0,'.repeat(values - 5)}0]}`;
    expect((await files({ 'botDefinition.json': text(MAX_VALUES) })).definition.dialogs).toEqual([]);
    const more = text(MAX_VALUES + 1);
    await expect(files({ 'botDefinition.json': more })).rejects.toMatchObject({ code: 'too-large' });
    const quoted = JSON.stringify({ defaultLanguage: 'en', dialogs: [], x: `"\\${',[{'.repeat(MAX_VALUES)}` });
    expect((await files({ 'botDefinition.json': quoted })).notes).toEqual([]);
  });
});

describe('notes', () => {
  it('escape the keys of a pointer as RFC 6901 says', () => {
    expect(pointerOf({ up: { up: { key: 'a/b' }, key: 0 }, key: '~x' })).toBe('/a~1b/0/~0x');
  });

  it('are bounded, and say how many more there are', () => {
    const notes = notesOn('f.json');
    for (let i = 0; i < MAX_NOTES + 5; i += 1) notes.add({ key: i }, 'odd');
    expect(notes.all()).toHaveLength(MAX_NOTES + 1);
    expect(notes.all().at(-1)?.text).toBe('5 more oddities');
  });

  it('are told by kind, with the first place', () => {
    const note = (i: number, text: string) => ({ file: 'f.json', pointer: `/x/${i}`, text });
    const all = [note(0, 'odd'), note(1, 'odd'), note(2, 'other'), note(3, 'z'.repeat(900))];
    expect(noteLines(all, 2)).toEqual([
      'odd (2 times, first at f.json#/x/0)',
      'other (f.json#/x/2)',
      '… and 1 more kinds of oddities',
    ]);
    expect(noteLines(all)[2]).toHaveLength(201);
    expect(noteLines([])).toEqual([]);
  });

  it('cannot drive a terminal', () => {
    expect(noteLines([{ file: 'f', pointer: '/\u001b[2J\n\u202e', text: 'the type "\u001b]0;x\u0007"' }])).toEqual([
      'the type "�]0;x�" (f#/�[2J �)',
    ]);
  });
});
