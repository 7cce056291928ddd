import { chmodSync, chownSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { digest, project, run } from './project';

/** The superuser may write everywhere: what is read-only is so for somebody else. */
const NOBODY = process.getuid?.() === 0 ? 65_534 : undefined;
const TITLE = /^title: .*$/m;

/** Calls back with the path of the folder and of everything in it, what is inside first. */
function each(path: string, act: (path: string, isFolder: boolean) => void): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) each(inside, act);
    else act(inside, false);
  }
  act(path, true);
}

function owned(): string {
  const root = project();
  if (NOBODY !== undefined) each(dirname(root), (path) => chownSync(path, NOBODY, NOBODY));
  return root;
}

const build = (root: string, args = ['build']) => run(root, { args, ...(NOBODY !== undefined && { uid: NOBODY }) });
const readOnly = (folder: string) => each(folder, (path, isFolder) => chmodSync(path, isFolder ? 0o555 : 0o444));

test('a dist/ that is read-only is replaced, and nothing of it is left beside it', async () => {
  const root = owned();
  const [dist, spec] = [join(root, 'dist'), join(root, 'specs', 'parcels', 'find-points.yaml')];
  expect(await build(root)).toMatchObject({ code: 0, err: '' });
  const old = digest(dist);
  for (const title of ['Find other points', 'Find more points']) {
    readOnly(dist);
    writeFileSync(spec, readFileSync(spec, 'utf8').replace(TITLE, `title: ${title}`));
    expect(await build(root)).toMatchObject({ code: 0, err: '' });
    expect(digest(dist)).not.toBe(old);
    expect(readdirSync(root).sort()).toEqual(['dist', 'specs']);
  }
  expect(await build(root, ['build', '--check'])).toMatchObject({ code: 0 });
});

test('a project that is read-only keeps its dist/, and the build says so', async () => {
  const root = owned();
  expect(await build(root)).toMatchObject({ code: 0, err: '' });
  const old = digest(join(root, 'dist'));
  const spec = join(root, 'specs', 'parcels', 'find-points.yaml');
  writeFileSync(spec, readFileSync(spec, 'utf8').replace(TITLE, 'title: Find other points'));
  readOnly(root);
  const { code, err } = await build(root);
  each(root, (path, isFolder) => isFolder && chmodSync(path, 0o755));
  expect([code, err]).toEqual([2, expect.stringMatching(/^dist\/ cannot be written, and stays as it was: EACCES/)]);
  expect(digest(join(root, 'dist'))).toBe(old);
  expect(readdirSync(root).sort()).toEqual(['dist', 'specs']);
});
