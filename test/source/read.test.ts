import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actionIdOf, listIntegrations, readSpecs } from '../../generator/source/read';
import { temporary } from '../build/specs';

let root = '';
beforeEach(() => {
  root = temporary();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});
const put = (path: string, bytes: string | Buffer) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
};

test('an integration is a folder below specs/ with a bot.yaml', () => {
  for (const path of ['b/bot.yaml', 'a/bot.yaml', 'c/action.yaml', 'bot.yaml', 'd/bot.yaml/x'])
    put(`specs/${path}`, '');
  expect(listIntegrations(root)).toEqual(['a', 'b']);
  expect(listIntegrations(join(root, 'nowhere'))).toEqual([]);
});

test('its files are bot, actions and translations, sorted, without hidden and other files', () => {
  for (const name of ['z.yaml', 'bot.yaml', 'a.yaml', '.x.yaml', 'notes.md', 'sub/y.yaml', 'locales/es.yaml', 'B.yaml'])
    put(`specs/x/${name}`, 'a: 1\n');
  const { id, path, yaml } = readSpecs(root, 'x');
  expect([id, path]).toEqual(['x', 'specs/x']);
  expect(yaml.map((f) => f.name)).toEqual(['B.yaml', 'a.yaml', 'bot.yaml', 'z.yaml', 'locales/es.yaml']);
  expect(yaml.map((f) => f.path)).toContain('specs/x/locales/es.yaml');
  expect(actionIdOf('get-order.yaml')).toBe('get-order');
});

test('a wrong ending hides no file and no integration', () => {
  for (const name of ['bot.yml', 'a.YAML', '.x.yml', 'notes.yml.bak', 'locales/es.Yml'])
    put(`specs/x/${name}`, 'a: 1\n');
  expect(listIntegrations(root)).toEqual(['x']);
  expect(readSpecs(root, 'x').yaml.map((f) => f.name)).toEqual(['a.YAML', 'bot.yml', 'locales/es.Yml']);
});

test('a byte order mark is dropped, line ends are kept', () => {
  put('specs/x/bot.yaml', '\uFEFFa: 1\r\n');
  expect(readSpecs(root, 'x').yaml[0]?.text).toBe('a: 1\r\n');
});

test('other files are read only from inside the folder, and never through a link', () => {
  put('specs/x/icon.png', 'icon');
  put('specs/x/schema/a.gz', 'schema');
  put('secret', 'secret');
  symlinkSync(join(root, 'secret'), join(root, 'specs/x/link.png'));
  const folder = readSpecs(root, 'x');
  const bytes = (name: string) => folder.bytes(name);
  expect(bytes('icon.png')?.toString()).toBe('icon');
  expect(bytes('schema/a.gz')?.toString()).toBe('schema');
  for (const name of [
    '../../secret',
    '/etc/hostname',
    'schema/../../../secret',
    'link.png',
    'none.png',
    'schema',
    '',
    'a\0b',
  ])
    expect([name, bytes(name)]).toEqual([name, undefined]);
});
