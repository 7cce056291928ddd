import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PROJECT } from '../build/specs';
import { digest, project, run } from '../faults/project';

const MADE = join(PROJECT, 'node_modules', '.cache', 'kore-action-templates', 'made');

let root = '';
beforeEach(() => {
  root = project();
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const spec = () => join(root, 'specs', 'parcels', 'find-points.yaml');

async function built(): Promise<{ readonly dist: string | undefined; readonly said: string }> {
  const { code, out, err } = await run(root);
  expect(code, err).toBe(0);
  return { dist: digest(join(root, 'dist')), said: `${out}${err}` };
}

/** Specs that no other test has, so that what is kept of them is this test's. */
async function fresh(name: string) {
  writeFileSync(spec(), readFileSync(spec(), 'utf8').replace('description: ', `description: Of ${name}. `));
  const before = new Set(readdirSync(MADE));
  const { dist } = await built();
  const files = readdirSync(MADE).filter((file) => !before.has(file));
  rmSync(join(root, 'dist'), { recursive: true });
  return { dist, files };
}

test('what was made before is written again, and is what it was', async () => {
  const { dist } = await fresh('again');
  expect((await built()).dist).toBe(dist);
  const text = readFileSync(spec(), 'utf8');
  writeFileSync(spec(), text.replace('title: ', 'title: Quickly '));
  const edited = await built();
  expect(edited.dist).not.toBe(dist);
  expect(edited.said).toContain(' files changed.');
  writeFileSync(spec(), text);
  expect((await built()).dist).toBe(dist);
});

test('a zip that somebody has changed is made right again', async () => {
  const { dist } = await fresh('changed');
  await built();
  const zip = join(root, 'dist', 'parcels', 'actions', 'find-points-xo10.zip');
  writeFileSync(zip, Buffer.alloc(readFileSync(zip).length));
  const again = await built();
  expect(again.dist).toBe(dist);
  expect(again.said).toContain('1 file changed.');
});

test.each([
  ['is damaged', (path: string) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ['is cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 40))],
  ['is gone, of the zips alone', (path: string) => path.endsWith('-zips') && rmSync(path)],
  ['is gone, except the zips', (path: string) => path.endsWith('-zips') || rmSync(path)],
])('what was kept and %s is made anew', async (what, damage) => {
  const { dist, files } = await fresh(what);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) damage(join(MADE, file));
  expect((await built()).dist).toBe(dist);
  rmSync(join(root, 'dist'), { recursive: true });
  expect((await built()).dist).toBe(dist);
});

test('warnings are told again, with their places', async () => {
  const short = readFileSync(spec(), 'utf8').replace('utterances:\n', 'utterances:\n  - points\n');
  writeFileSync(spec(), short);
  const first = await built();
  expect(first.said).toContain('short-utterance');
  rmSync(join(root, 'dist'), { recursive: true });
  expect((await built()).said).toBe(first.said);
  writeFileSync(spec(), `\n\n${short}`);
  const moved = (await built()).said;
  const lines = (said: string) => [...said.matchAll(/find-points\.yaml:(\d+)/g)].map(([, line]) => Number(line));
  expect(lines(moved)).toEqual(lines(first.said).map((line) => line + 2));
});
