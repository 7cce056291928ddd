import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { build } from '../../generator/build';
import { PROJECT, rootWith, templates } from './specs';

const run = promisify(execFile);
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Path, mode and digest of every file below a folder. */
function digest(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => {
      const path = join(e.parentPath, e.name);
      const mode = (statSync(path).mode & 0o777).toString(8);
      return `${path.slice(folder.length)} ${mode} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    })
    .sort();
}

/** Builds copies of the specs in a folder and a process of their own. */
async function builtWith(env: Readonly<Record<string, string>>, umask: string): Promise<readonly string[]> {
  const root = rootWith('shopify', 'parcels');
  roots.push(root);
  const command = 'umask "$0"; exec "$@"';
  const args = [process.execPath, join(PROJECT, 'lib', 'cli', 'main.js'), 'build'];
  const { PATH = '', HOME = '' } = process.env;
  await run('/bin/sh', ['-c', command, umask, ...args], {
    cwd: root,
    env: { PATH, HOME, ...env },
  });
  return digest(join(root, 'dist'));
}

test('the same specs give the same bytes in any folder, time zone, language and umask', async () => {
  const [here, there] = await Promise.all([
    builtWith({ TZ: 'UTC', LC_ALL: 'C' }, '022'),
    builtWith({ TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', NODE_ICU_DATA: '' }, '000'),
  ]);
  expect(here.length).toBeGreaterThan(30);
  expect(there).toEqual(here);
});

test('a second build in the same process gives the same bytes', async () => {
  const root = rootWith('parcels');
  roots.push(root);
  const first = await build(root, 'parcels', templates);
  const second = await build(root, 'parcels');
  expect(second.files?.map((f) => f.bytes.toString('base64'))).toEqual(
    first.files?.map((f) => f.bytes.toString('base64')),
  );
});
