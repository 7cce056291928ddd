import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipArchive } from 'archiver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '../../kore/read-export';
import { ExportError, MAX_EXPORT_BYTES } from '../../kore/reading/export-error';

const FIXTURE = join(__dirname, '../fixtures/exports/order-status-botaction.json');
let folder = '';
let definition = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-export-'));
  definition = await readFile(FIXTURE, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

async function zip(name: string, entries: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const archive = new ZipArchive();
  for (const [entry, content] of Object.entries(entries)) archive.append(content, { name: entry });
  const written = pipeline(archive, createWriteStream(at(name)));
  await archive.finalize();
  await written;
  return at(name);
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(at(name), text);
  return at(name);
}

const failure = async (path: string): Promise<ExportError> => {
  const error: unknown = await readExport(path).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof ExportError)) throw new Error(`expected an ExportError, got ${String(error)}`);
  return error;
};

const code = async (path: string) => (await failure(path)).code;
const config = JSON.stringify({ name: 'Shop', envVariables: [{ key: 'TOKEN', value: '' }] });

/** Patches the general purpose flag of every header, as an encrypting zip writer sets it. */
async function encrypted(path: string): Promise<string> {
  const bytes = await readFile(path);
  for (let i = 0; i + 8 < bytes.length; i += 1) {
    if (bytes.readUInt32LE(i) === 0x02014b50) bytes.writeUInt16LE(bytes.readUInt16LE(i + 8) | 1, i + 8);
    if (bytes.readUInt32LE(i) === 0x04034b50) bytes.writeUInt16LE(bytes.readUInt16LE(i + 6) | 1, i + 6);
  }
  await writeFile(path, bytes);
  return path;
}

describe('reading an export', () => {
  it('reads a zip, whatever the case of its names', async () => {
    const bot = await readExport(
      await zip('a.zip', { 'BotDefinition.json': definition, 'CONFIG.json': config, 'icon.png': 'x' }),
    );
    expect(bot.target).toBe('xo10');
    expect(bot.definition.dialogs).toHaveLength(1);
    expect(bot.config.envVariables.map((v) => v.key)).toEqual(['TOKEN']);
  });

  it('knows an app by its name', async () => {
    expect((await readExport(await zip('app.zip', { 'appDefinition.json': definition }))).target).toBe('xo11');
  });

  it('knows an app by its type when the name is neutral', async () => {
    expect((await readExport(join(__dirname, '../fixtures/exports/order-status-xo11.json'))).target).toBe('xo11');
  });

  it('reads a folder', async () => {
    await mkdir(at('folder'));
    await writeFile(at('folder/botDefinition.json'), definition);
    await writeFile(at('folder/config.json'), config);
    expect((await readExport(at('folder'))).config.name).toBe('Shop');
  });

  it('reads a bare definition, with no environment variables', async () => {
    expect((await readExport(FIXTURE)).config.envVariables).toEqual([]);
  });

  it('fills in the lists that partial exports leave out', async () => {
    const partial = { defaultLanguage: 'en', localeData: {}, dialogs: [], dialogComponents: [] };
    const { definition: read } = await readExport(await file('partial.json', JSON.stringify(partial)));
    expect([read.sentences, read.patterns, read.botEvents]).toEqual([[], [], {}]);
  });

  it('leaves a __proto__ key harmless', async () => {
    const text = definition.replace('{', '{"__proto__": {"polluted": true},');
    await readExport(await file('proto.json', text));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('refusing what is no export', () => {
  it('names what is missing', async () => {
    expect(await code(at('nowhere.zip'))).toBe('not-found');
    expect(await code(await zip('empty.zip', { 'readme.txt': 'x' }))).toBe('no-definition');
    expect(await code(await file('text.zip', 'not a zip at all, but longer than a directory record'))).toBe(
      'not-a-zip',
    );
  });

  it('says of other files and folders that they are no export, and what is one', async () => {
    await mkdir(at('other'));
    const others = [
      [await file('package.json', '{"name": "x"}'), 'no-definition'],
      [await file('list.json', '[]'), 'no-definition'],
      [at('other'), 'no-definition'],
      [await file('notes.md', 'not a zip at all, but longer than a directory record'), 'not-a-zip'],
    ] as const;
    for (const [path, expected] of others) {
      const error = await failure(path);
      expect(error.code).toBe(expected);
      expect(error.message).toMatch(
        /^\S+ is no export of the platform\. An export is a zip or a folder with botDefinition\.json or appDefinition\.json in it\.$/,
      );
    }
    expect((await failure(await file('botDefinition.json', '{"name": "x"}'))).code).toBe('no-dialogs');
    expect((await failure(await file('botDefinition.json', '{"dialogs": {}}'))).code).toBe('no-dialogs');
  });

  it('refuses a cut zip', async () => {
    const path = await zip('cut.zip', { 'botDefinition.json': definition });
    await truncate(path, 2000);
    expect(await code(path)).toBe('broken-zip');
  });

  it('refuses an encrypted zip', async () => {
    expect(await code(await encrypted(await zip('locked.zip', { 'botDefinition.json': definition })))).toBe(
      'encrypted',
    );
  });

  it.each(['../botDefinition.json', 'a/../../botDefinition.json', '/botDefinition.json'])(
    'refuses the name %s',
    async (name) => {
      const path = await zip('slip.zip', { ['x'.repeat(name.length)]: definition });
      const bytes = await readFile(path);
      await writeFile(path, Buffer.from(bytes.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1'));
      expect(await code(path)).toBe('unsafe-name');
    },
  );

  it('refuses a zip that inflates without end', async () => {
    const path = await zip('bomb.zip', { 'botDefinition.json': Buffer.alloc(MAX_EXPORT_BYTES + 1, 0x20) });
    expect(await code(path)).toBe('too-large');
  });

  it('counts what comes out, not what the directory promises', async () => {
    const path = await zip('liar.zip', { 'botDefinition.json': Buffer.alloc(MAX_EXPORT_BYTES + 1, 0x20) });
    const bytes = await readFile(path);
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(100, entry + 24);
    await writeFile(path, bytes);
    expect(['too-large', 'broken-zip']).toContain(await code(path));
  });

  it('refuses a zip with thousands of entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`f${i}.txt`, '']));
    expect(await code(await zip('many.zip', entries))).toBe('too-many-entries');
  });

  it('refuses 200 MB of JSON without reading it', async () => {
    const path = await file('huge.json', '{}');
    await truncate(path, 200 * 1024 * 1024);
    const started = process.cpuUsage();
    expect(await code(path)).toBe('too-large');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });

  it('does not follow a link out of a folder', async () => {
    await mkdir(at('linked'));
    await copyFile(FIXTURE, at('outside.json'));
    await symlink(at('outside.json'), at('linked/botDefinition.json'));
    expect(await code(at('linked'))).toBe('no-definition');
  });

  it('refuses what is not JSON, or not UTF-8', async () => {
    expect(await code(await file('bad.json', '{"dialogs": ['))).toBe('bad-json');
    await writeFile(at('latin.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await code(at('latin.json'))).toBe('not-utf8');
  });
});
