import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIXTURES, PROJECT, rootWith, temporary } from '../build/specs';
import { clone, install, manifestIn, NAME, packed } from '../walks/workplace';

let project = '';
const { dependencies, devDependencies } = manifestIn(PROJECT);

/** What `npm install --omit=optional` of the packed product comes to. */
beforeAll(() => {
  project = temporary();
  const repo = join(project, 'repo');
  // Packing changes package.json for a moment: not here, where other tests read it.
  clone(repo);
  install(packed(repo, project), project, { optional: false });
  rmSync(repo, { recursive: true });
  cpSync(join(FIXTURES, 'specs', 'parcels'), join(project, 'specs', 'parcels'), { recursive: true });
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

const bin = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join('node_modules', NAME, 'lib', 'cli', 'main.js'), ...args], {
    cwd: project,
    encoding: 'utf8',
  });

test('the packed product builds the specs of another project to the same bytes', () => {
  const { status, stdout, stderr } = bin('build');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('parcels: 2 actions');
  const source = rootWith('parcels');
  execFileSync(process.execPath, [join(PROJECT, 'lib', 'cli', 'main.js'), 'build'], { cwd: source });
  for (const zip of ['parcels-xo10.zip', 'parcels-xo11.zip'])
    expect(readFileSync(join(project, 'dist', zip)).equals(readFileSync(join(source, 'dist', zip)))).toBe(true);
  rmSync(source, { recursive: true });
}, 30_000);

test('a mistake in the specs is shown with its place', () => {
  const bot = join(project, 'specs', 'parcels', 'bot.yaml');
  const text = readFileSync(bot, 'utf8');
  writeFileSync(bot, `${text}\nnonsense: 1\n`);
  const { status, stderr } = bin('build');
  writeFileSync(bot, text);
  expect(status).toBe(1);
  expect(stderr).toMatch(/specs[\\/]parcels[\\/]bot\.yaml:\d+:1 +error +unknown-key/);
});

test('a command whose packages were left out says which, and how to get them', () => {
  for (const command of ['chat', 'preview', 'deploy']) {
    const { status, stderr } = bin(command);
    expect(status).toBe(2);
    expect(stderr).toMatch(/left out .*fastify[^]*npm install kore-action-templates --include=optional/);
  }
});

test('a command that does not exist is refused with one that does, and help lists them all', () => {
  const { status, stderr } = bin('bild');
  expect(status).toBe(2);
  expect(stderr).toMatch(/unknown command 'bild'\n\(Did you mean build\?\)/);
  expect(bin('--help').stdout).toMatch(
    /build[^]* watch[^]* new[^]* diff[^]* chat[^]* service[^]* preview[^]* deploy[^]* pull/,
  );
});

test('nothing that compiles TypeScript is needed where the packed product runs', () => {
  for (const name of ['typescript', 'ts-node', '@swc/core', 'esbuild']) {
    expect(Object.keys(dependencies)).not.toContain(name);
    expect(Object.keys(devDependencies)).toContain(name);
  }
});

test('what is packed has no script that an installation would have to be asked about, and no source', () => {
  const installed = join(project, 'node_modules', NAME);
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as object;
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']));
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']));
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  expect(files.filter((path) => /\.ts$|(^|\/)test\//.test(path))).toEqual([]);
});
