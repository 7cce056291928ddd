import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepCompiled } from '../../cli/compiled/keep-compiled';
import { readManifest } from '../../cli/compiled/manifest';
import { PROJECT, temporary } from '../build/specs';

let copy = '';
const at = (path: string) => join(copy, path);
const command = () => at('lib/cli/main.js');
const help = () => spawnSync(process.execPath, [command(), 'build', '--help'], { cwd: copy, encoding: 'utf8' });

/** A copy of the product with its sources, whose `lib/` may be broken. */
beforeAll(() => {
  copy = temporary();
  const left = new Set(['node_modules', 'dist', 'test', '.git']);
  for (const name of readdirSync(PROJECT).filter((one) => !left.has(one)))
    cpSync(join(PROJECT, name), at(name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), at('node_modules'), 'junction');
  expect(help().status).toBe(0);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const SOURCE = 'cli/build.ts';
const change = (from: string, to: string) => {
  const text = readFileSync(at(SOURCE), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(SOURCE), text.replace(from, to));
};

describe('a changed source of the tool', () => {
  it('is compiled before the command runs', () => {
    change('build every integration', 'make every integration');
    expect(help().stdout).toContain('make every integration');
  });

  it('is noticed though it has the size and the time that it had', () => {
    const { atime, mtime } = statSync(at(SOURCE));
    change('make every integration', 'bake every integration');
    utimesSync(at(SOURCE), atime, mtime);
    expect(help().stdout).toContain('bake every integration');
  });

  it('that does not compile is said, and the old code does not run in its place', () => {
    const sound = readFileSync(at(SOURCE), 'utf8');
    writeFileSync(at(SOURCE), 'this is no TypeScript');
    const { status, stdout, stderr } = help();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(SOURCE);
    writeFileSync(at(SOURCE), sound);
    expect(help().status).toBe(0);
  });

  it('is compiled by two processes at once without harm', async () => {
    change('bake every integration', 'fake every integration');
    const both = [1, 2].map(
      () =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [command(), 'build', '--help'], { cwd: copy });
          let out = '';
          child.stdout.on('data', (text: Buffer) => (out += text.toString()));
          child.on('close', () => resolve(out));
        }),
    );
    for (const out of await Promise.all(both)) expect(out).toContain('fake every integration');
  });
});

describe('what is compiled', () => {
  it.each<readonly [string, string, (bytes: Buffer) => Buffer]>([
    ['a program with another letter', 'lib/cli/build-program.js', (bytes) => Buffer.from(bytes).fill('!', 300, 301)],
    ['an empty validator', 'lib/validators/kore.js', () => Buffer.alloc(0)],
    ['a manifest of zeros', 'lib/manifest.json', (bytes) => Buffer.alloc(bytes.length)],
  ])('is made again when there is %s', (_, path, damage) => {
    const sound = readFileSync(at('lib/cli/build-program.js'));
    writeFileSync(at(path), damage(readFileSync(at(path))));
    const { status, stdout, stderr } = help();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage: npm run build');
    expect(readFileSync(at('lib/cli/build-program.js')).equals(sound)).toBe(true);
  });
});

it.each([
  ['empty', () => Buffer.alloc(0)],
  ['of zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['of another shape', () => Buffer.from('{"building":{"lib/cli/build-program.js":1}}')],
])('a manifest that is %s is none', (_, damage) => {
  const sound = readFileSync(at('lib/manifest.json'));
  expect(readManifest(copy)).toBeDefined();
  writeFileSync(at('lib/manifest.json'), damage(sound));
  expect(readManifest(copy)).toBeUndefined();
  writeFileSync(at('lib/manifest.json'), sound);
});

it('has Node keep compiled code below the tool’s own packages, where it can', () => {
  const asked: string[] = [];
  keepCompiled(copy, { enableCompileCache: (folder) => asked.push(folder) });
  expect(asked).toEqual([at('node_modules/.cache/kore-action-templates')]);
  expect(() => keepCompiled(copy, {})).not.toThrow();
});
