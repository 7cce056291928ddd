import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, temporary } from '../build/specs';

const NAME = 'kore-action-templates';
const GIT = {
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

let place = '';
let project = '';

/** What `npm install` of the packed product comes to, without asking a registry: its files, and links to what it needs. */
function install(tarball: string, into: string): void {
  const installed = join(into, 'node_modules', NAME);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  const { dependencies, optionalDependencies } = manifestIn(PROJECT);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    mkdirSync(dirname(join(into, 'node_modules', name)), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules', name), join(into, 'node_modules', name), 'junction');
  }
  const bin = join(into, 'node_modules', '.bin');
  mkdirSync(bin, { recursive: true });
  chmodSync(join(installed, 'lib', 'cli', 'main.js'), 0o755);
  symlinkSync(join(installed, 'lib', 'cli', 'main.js'), join(bin, NAME));
  const resolved = `file:${tarball}`;
  writeFileSync(
    join(into, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: { [`node_modules/${NAME}`]: { resolved } } }),
  );
}

const npx = (folder: string, ...args: readonly string[]) =>
  spawnSync(join(folder, 'node_modules', '.bin', NAME), args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...GIT, NO_COLOR: '1' },
  });

const run = (...command: readonly string[]) =>
  spawnSync('npm', ['run', '--silent', ...command], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ...GIT, NO_COLOR: '1' },
  });

beforeAll(() => {
  place = temporary();
  execFileSync('npm', ['pack', '--silent', '--pack-destination', place], { cwd: PROJECT });
  const tarball = join(place, readdirSync(place).find((name) => name.endsWith('.tgz')) ?? '');
  install(tarball, place);
  const { status, stdout, stderr } = npx(place, 'init', 'my-bot');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('my-bot is a project of your own, with a first commit.');
  project = join(place, 'my-bot');
  const spec = manifestIn(project).devDependencies[NAME] ?? '';
  install(resolve(project, spec.replace(/^file:/, '')), project);
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('a project of one’s own', () => {
  test('has everything that a project has, and every schema that a spec names is there', () => {
    const files = [
      '.gitattributes',
      '.gitignore',
      '.env.example',
      '.vscode/settings.json',
      '.github/workflows/check.yml',
      'README.md',
    ];
    expect(files.filter((path) => !existsSync(join(project, path)))).toEqual([]);
    const specs = readdirSync(join(project, 'specs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.yaml'),
    );
    expect(specs.length).toBeGreaterThan(8);
    for (const spec of specs) {
      const path = join(project, 'specs', spec);
      const named = /\$schema=(\S+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      expect(statSync(resolve(dirname(path), named)).isFile()).toBe(true);
    }
    const settings = JSON.parse(readFileSync(join(project, '.vscode/settings.json'), 'utf8')) as Record<string, object>;
    for (const schema of Object.keys(settings['yaml.schemas'] ?? {}))
      expect(existsSync(join(project, schema))).toBe(true);
  });

  test('builds, and finds nothing to complain about', () => {
    const { status, stdout, stderr } = run('build');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('dist/shopify-xo11.zip');
  }, 60_000);

  test('goes the walk: a sentence, a check, an update, a new action, a difference', () => {
    const spec = join(project, 'specs/shopify/get-all-collections.yaml');
    const text = readFileSync(spec, 'utf8');
    const title = /^ {4}text: (.*)$/m.exec(text)?.[1] ?? '';
    writeFileSync(spec, text.replace(`    text: ${title}`, `    text: Look at ${title.toLowerCase()}`));
    expect(run('check', '--', 'get-all-collections').status).toBe(1);
    const updated = run('check', '--', 'get-all-collections', '--update');
    expect({ status: updated.status, stderr: updated.stderr }).toEqual({ status: 0, stderr: '' });
    expect(run('diff').stdout).toContain(`Look at ${title.toLowerCase()}`);
    writeFileSync(join(project, 'q.graphql'), 'query GetShopName { shop { name } }\n');
    const made = run('new', '--', '--integration', 'shopify', '--id', 'get-shop-name', '--graphql', 'q.graphql');
    expect(made.status).toBe(0);
    expect(run('check', '--', 'get-shop-name').status).toBe(0);
    const first = readFileSync(join(project, 'specs/shopify/get-shop-name.yaml'), 'utf8').split('\n')[0] ?? '';
    expect(existsSync(join(project, 'specs/shopify', /=(\S+)$/.exec(first)?.[1] ?? ''))).toBe(true);
  }, 180_000);

  test.each(['build', 'check', 'watch', 'new', 'diff', 'chat', 'preview', 'channel', 'service', 'deploy', 'pull'])(
    '%s has its script, and help that calls it so',
    (command) => {
      const { status, stdout } = run(command, '--', '--help');
      expect([status, stdout.split('\n')[0]?.startsWith(`Usage: npm run ${command} -- `)]).toEqual([0, true]);
    },
  );

  test('says its version, and how it is called where there is no script', () => {
    const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { readonly version: string };
    expect(npx(project, '--version').stdout).toBe(`${version}\n`);
    expect(npx(place, 'build', '--help').stdout).toMatch(/^Usage: npx kore-action-templates build \[options\]/);
    expect(npx(place, 'build', '--help').stdout).toContain('  npx kore-action-templates build --check\n');
  });
});

test('nothing is written into a folder that has something in it', () => {
  const { status, stderr } = npx(place, 'init', 'my-bot');
  expect([status, stderr]).toEqual([2, 'my-bot is not empty. Name a folder that is not there yet.\n']);
});

test('an empty project begins with an integration of its own', () => {
  const { status, stdout } = npx(place, 'init', 'bare', '--from', 'empty', '--no-git');
  expect([status, existsSync(join(place, 'bare/.git'))]).toEqual([0, false]);
  const next = /npm run new -- (.*)$/m.exec(stdout)?.[1] ?? '';
  expect(next).toContain('integration my-api');
  install(
    join(place, 'bare', (manifestIn(join(place, 'bare')).devDependencies[NAME] ?? '').replace('file:', '')),
    join(place, 'bare'),
  );
  expect(npx(join(place, 'bare'), 'new', 'integration', 'my-api', '--rest', 'GET /items/{itemId}.json').status).toBe(0);
  expect(npx(join(place, 'bare'), 'check').status).toBe(0);
}, 60_000);
