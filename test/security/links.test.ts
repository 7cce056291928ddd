import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildCommand } from '../../cli/run/build';
import { listIntegrations, readSpecs } from '../../generator/source/read';
import { rootWith, temporary } from '../build/specs';

let root = '';
let outside = '';
beforeEach(() => {
  root = rootWith('parcels');
  outside = temporary();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(outside, { recursive: true, force: true });
});

const SECRET = 'title: what-lies-outside\n';
const put = (path: string, text = SECRET) => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const spec = (name: string) => join(root, 'specs', 'parcels', name);

async function built(): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  const say = (text: string) => void (said += `${text}\n`);
  const console = { color: false, out: say, err: say, fail: (text: string) => (say(text), 2 as const) };
  return { code: await buildCommand(root, {}, console), said };
}

describe('a link in specs/ is not followed', () => {
  test.each(['action.yaml', 'locales/de.yaml'])('when it is the file %s', async (name) => {
    mkdirSync(join(spec(name), '..'), { recursive: true });
    symlinkSync(put(join(outside, 'x.yaml')), spec(name));
    const { code, said } = await built();
    expect(said).not.toContain('what-lies-outside');
    expect(said).toContain('links are not followed');
    expect(code).toBe(1);
  });

  test('when it is bot.yaml, or the folder of an integration', () => {
    const other = join(root, 'specs', 'other');
    cpSync(spec(''), join(outside, 'whole'), { recursive: true });
    symlinkSync(join(outside, 'whole'), other);
    mkdirSync(join(root, 'specs', 'third'));
    symlinkSync(join(outside, 'whole', 'bot.yaml'), join(root, 'specs', 'third', 'bot.yaml'));
    expect(listIntegrations(root)).toEqual(['parcels']);
  });

  test('when it is the folder of the translations', async () => {
    put(join(outside, 'de.yaml'));
    symlinkSync(outside, spec('locales'));
    expect(readSpecs(root, 'parcels').yaml.map((f) => f.name)).not.toContain('locales/de.yaml');
    const { said } = await built();
    expect(said).not.toContain('what-lies-outside');
    expect(said).toContain('locales is a link');
  });

  test.each(['icon.png', 'pictures/icon.png', '../../../etc/passwd', '/etc/passwd', 'a/../../x'])(
    'when the bot names %s',
    (name) => {
      put(join(outside, 'icon.png'));
      if (name === 'icon.png') symlinkSync(join(outside, 'icon.png'), spec(name));
      if (name === 'pictures/icon.png') symlinkSync(outside, spec('pictures'));
      expect(readSpecs(root, 'parcels').bytes(name)).toBeUndefined();
    },
  );

  test('and a translation that is no folder is none', async () => {
    put(spec('locales'));
    expect((await built()).code).toBe(0);
  });
});

describe('nothing is written through a link in dist/', () => {
  test('when dist is one', async () => {
    put(join(outside, 'mine'), 'mine');
    put(join(outside, 'parcels-xo10.zip'), 'mine');
    symlinkSync(outside, join(root, 'dist'));
    expect((await built()).code).toBe(0);
    expect(readFileSync(join(outside, 'mine'), 'utf8')).toBe('mine');
    expect(readFileSync(join(outside, 'parcels-xo10.zip'), 'utf8')).toBe('mine');
    expect(lstatSync(join(root, 'dist')).isDirectory()).toBe(true);
  });

  test.each(['parcels-xo10.zip', 'parcels', 'parcels/actions', 'extra', 'parcels/actions/book-pickup-xo10.zip'])(
    'when dist/%s is one',
    async (name) => {
      expect((await built()).code).toBe(0);
      const path = join(root, 'dist', name);
      rmSync(path, { recursive: true, force: true });
      const isFile = /\.(zip|json)$/.test(name);
      symlinkSync(isFile ? put(join(outside, 'x'), 'mine') : join(put(join(outside, 'x'), 'mine'), '..'), path);
      expect((await built()).code).toBe(0);
      expect(readFileSync(join(outside, 'x'), 'utf8')).toBe('mine');
      expect(existsSync(join(outside, 'actions'))).toBe(false);
      if (name === 'extra') expect(existsSync(path)).toBe(false);
      else expect(lstatSync(path).isSymbolicLink()).toBe(false);
    },
  );

  test('when it leads nowhere, or in a circle', async () => {
    mkdirSync(join(root, 'dist'));
    symlinkSync('nowhere', join(root, 'dist', 'parcels-xo10.zip'));
    symlinkSync('circle', join(root, 'dist', 'circle'));
    expect((await built()).code).toBe(0);
    expect(existsSync(join(root, 'dist', 'circle'))).toBe(false);
  });
});
