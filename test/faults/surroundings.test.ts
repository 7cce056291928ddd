import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killBuilds } from './kills';
import { digest, project, run } from './project';

const roots: string[] = [];
const fresh = (name?: string) => {
  const root = project(name);
  roots.push(root);
  return root;
};
afterAll(() => roots.forEach((root) => rmSync(dirname(root), { recursive: true, force: true })));

let usual: string | undefined;
beforeAll(async () => {
  const root = fresh();
  expect(await run(root)).toMatchObject({ code: 0, err: '' });
  usual = digest(join(root, 'dist'));
});

const preload = ['-r', join(__dirname, 'clock.cjs')];

test.each([
  ['1970', fresh(), { env: { CLOCK: '1970' }, node: preload }],
  ['2100', fresh(), { env: { CLOCK: '2100' }, node: preload }],
  ['a Turkish and an Arabic locale', fresh(), { env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'ar_EG.UTF-8', LANGUAGE: 'ar' } }],
  ['no HOME, no USER and no TERM', fresh(), { env: { HOME: '', TERM: 'dumb' } }],
  [
    'a folder with spaces, quotes and letters of all kinds',
    fresh(`Ein "Ordner" mit ümläut, 日本 & $HOME's 'x' %20`),
    {},
  ],
])('in %s a build gives the same bytes', async (_name, root, launch) => {
  expect(await run(root, launch)).toMatchObject({ code: 0, err: '' });
  expect(digest(join(root, 'dist'))).toBe(usual);
});

describe('when nothing more can be written', () => {
  const change = (root: string) => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist', 'mine'), 'old');
    return digest(join(root, 'dist'));
  };
  const refused = async (root: string, before: readonly string[]) => {
    const old = change(root);
    // The loader keeps a cache of its own, which would meet the limit first.
    const { code, err } = await run(root, { before, env: { DISABLE_V8_COMPILE_CACHE: '1' } });
    expect(err).toMatch(/^dist\/ cannot be written, and stays as it was: E[A-Z]+/);
    expect(code).toBe(2);
    expect(digest(join(root, 'dist'))).toBe(old);
    return readdirSync(root).sort();
  };

  test('a limit of file sizes is named, and dist/ stays as it was', async () => {
    const before = ['sh', '-c', 'ulimit -f 40; trap "" XFSZ; exec "$@"', 'sh'];
    expect(await refused(fresh(), before)).toEqual(['dist', 'specs']);
  });

  const isRoot = process.getuid?.() === 0;

  test.skipIf(!isRoot || !mountable())('a full disk is named, and dist/ stays as it was', async () => {
    const root = fresh();
    const disk = join(dirname(root), 'disk');
    mkdirSync(disk);
    const [specs] = execFileSync('du', ['-sk', join(root, 'specs')], { encoding: 'utf8' }).split('\t');
    // Room for the specs, and for next to nothing else.
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${Number(specs) + 16}k`, 'none', disk]);
    try {
      execFileSync('cp', ['-r', join(root, 'specs'), disk]);
      expect(await refused(disk, [])).toEqual(['dist', 'specs']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  test.skipIf(isRoot && !mountable())('a folder that is read only is named', async () => {
    const root = fresh();
    if (isRoot) {
      change(root);
      execFileSync('mount', ['--bind', root, root]);
      execFileSync('mount', ['-o', 'remount,ro,bind', root]);
    } else chmodSync(root, 0o555);
    try {
      const { code, err } = await run(root);
      expect(err).toMatch(/^dist\/ cannot be written, and stays as it was: E(ROFS|ACCES|PERM)/);
      expect(code).toBe(2);
    } finally {
      if (isRoot) execFileSync('umount', [root]);
      else chmodSync(root, 0o755);
    }
  });
});

/** Whether this process may mount a file system. */
function mountable(): boolean {
  const place = fresh();
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'none', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('several builds at once all end well, and leave one whole build and nothing beside it', async () => {
  const root = fresh();
  const ends = await Promise.all([1, 2, 3, 4].map(() => run(root)));
  for (const end of ends) expect(end).toMatchObject({ code: 0, err: '' });
  expect(digest(join(root, 'dist'))).toBe(usual);
  expect(readdirSync(root).sort()).toEqual(['dist', 'specs']);
});

test('a build that is killed leaves the old or the new dist/, never a mixture', async () => {
  let state = 7;
  const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
  const counts = await killBuilds(4, random);
  expect(counts).toMatchObject({ mixed: 0, unrecovered: 0 });
});

test('files whose names differ in capitals alone are refused', async () => {
  const root = fresh();
  writeFileSync(join(root, 'specs', 'parcels', 'Find-Points.yaml'), 'title: Another\n');
  const { code, err } = await run(root);
  expect(code).toBe(1);
  expect(err).toContain('specs/parcels/Find-Points.yaml:1:');
  expect(existsSync(join(root, 'dist'))).toBe(false);
});
