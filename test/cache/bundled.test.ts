import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM } from '../../kore/cache/files';
import { programStamp, SOURCES } from '../../generator/cache/stamp';
import { rootWith } from '../build/specs';

const CACHE = join(PROGRAM, 'node_modules', '.cache', 'kore-action-templates');
const name = `bundle-build-${programStamp(...SOURCES).slice(0, 16)}.js`;

function build(root: string): string {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const loader = join(PROGRAM, 'node_modules', 'ts-node', 'dist', 'bin.js');
  const env = { ...process.env, TS_NODE_PROJECT: join(PROGRAM, 'tsconfig.json') };
  const args = [loader, join(PROGRAM, 'cli', 'generator', 'program.ts'), 'build'];
  return execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
}

test('a build leaves itself in one file, runs from it, and repairs one that does not run', () => {
  const root = rootWith('parcels');
  const said = build(root);
  expect(readdirSync(CACHE)).toContain(name);
  expect(build(root)).toBe(said);
  expect(readdirSync(CACHE).some((one) => one.startsWith(`${name}.`))).toBe(true);
  writeFileSync(join(CACHE, name), 'this is no JavaScript');
  expect(build(root)).toBe(said);
  expect(build(root)).toBe(said);
}, 60_000);
