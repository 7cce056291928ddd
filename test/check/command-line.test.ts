import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyEdits, baseBot } from './scenario';

const PROJECT = join(__dirname, '../..');
const COMMAND = join(PROJECT, 'lib', 'cli', 'main.js');

const BOT = 'specs/shop/bot.yaml';
const ORDER = 'specs/shop/get-order.yaml';
const TOKEN = 'shpat_0123456789abcdef0123456789abcdef';

let project: ReturnType<typeof baseBot>;
beforeEach(() => (project = baseBot()));
afterEach(() => project.remove());

function run(args: readonly string[], root = project.root, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

const change = (path: string, from: string, to: string) =>
  applyEdits(project.root, [{ kind: 'change', path, from, to }]);

const distOf = (root: string) =>
  readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path).toString('base64')]);

interface Report {
  readonly ok: boolean;
  readonly integrations: readonly { readonly id: string; readonly actions: readonly string[] }[];
  readonly files: readonly string[];
  readonly changed: readonly string[];
  readonly diagnostics: readonly Readonly<Record<string, string | number>>[];
}

describe('build', () => {
  test('exits 0 and says what it wrote on stdout, and nothing on stderr', () => {
    const { status, stdout, stderr } = run(['build']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('dist/shop-xo11.zip');
  });

  test('exits 1 with the mistakes on stderr, and leaves dist/ as it was', () => {
    run(['build']);
    const before = distOf(project.root);
    change(ORDER, 'type: id', 'type: nubmer');
    const { status, stdout, stderr } = run(['build']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${ORDER}:18:11  error  unknown-value`);
    expect(distOf(project.root)).toEqual(before);
    expect(readdirSync(project.root).sort()).toEqual(['dist', 'specs']);
  });

  test('makes no dist/ when the first build has mistakes', () => {
    change(ORDER, 'type: id', 'type: nubmer');
    expect(run(['build']).status).toBe(1);
    expect(readdirSync(project.root)).toEqual(['specs']);
  });

  test('shows warnings on stderr and exits 0', () => {
    change(ORDER, 'look up order number ${order}', 'find it');
    const { status, stderr } = run(['build']);
    expect(status).toBe(0);
    expect(stderr).toContain('warning  short-utterance');
  });

  test('prints no colours with NO_COLOR, nor into a pipe', () => {
    change(ORDER, 'type: id', 'type: nubmer');
    for (const NO_COLOR of ['1', '']) expect(run(['build'], project.root, { NO_COLOR }).stderr).not.toContain('\u001B');
  });

  test('exits 2 where there are no specs', () => {
    applyEdits(project.root, [{ kind: 'remove', path: BOT }]);
    const { status, stdout, stderr } = run(['build']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('bot.yaml');
  });
});

describe('build --json', () => {
  const report = () => {
    const { status, stdout, stderr } = run(['build', '--json']);
    return { status, stderr, report: JSON.parse(stdout) as Report };
  };

  test('prints what was built as one object', () => {
    const { status, stderr, report: built } = report();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(built).toMatchObject({
      ok: true,
      integrations: [{ id: 'shop', actions: ['find-products', 'get-order'] }],
      diagnostics: [],
    });
    expect(built.files).toContain('dist/shop-xo10.zip');
    expect([...built.changed].sort()).toEqual([...built.files].sort());
  });

  test('has each mistake with its place, and no files', () => {
    change(ORDER, 'type: id', 'type: nubmer');
    const { status, stderr, report: failed } = report();
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(failed).toMatchObject({ ok: false, files: [], changed: [] });
    expect(failed.diagnostics).toEqual([
      {
        file: ORDER,
        line: 18,
        column: 11,
        endLine: 18,
        endColumn: 17,
        severity: 'error',
        code: 'unknown-value',
        message: expect.stringContaining('number') as string,
        help: expect.stringMatching(/docs\/diagnostics\.md#unknown-value$/) as string,
      },
    ]);
  });

  test('never holds a credential, wherever in the sentence it would stand', () => {
    change(ORDER, 'type: id', `type: ${TOKEN}`);
    const { stdout } = run(['build', '--json']);
    expect(stdout).not.toContain(TOKEN);
    expect((JSON.parse(stdout) as Report).diagnostics.map((d) => d['code'])).toEqual([
      'looks-like-secret',
      'unknown-value',
    ]);
    expect(run(['build']).stderr).not.toContain(TOKEN);
  });
});

describe('wrong usage', () => {
  test.each([
    [['build', '--jsno'], '--json'],
    [['biuld'], 'build'],
    [['build', 'shop'], 'help'],
    [[], 'Usage'],
  ])('%j exits 2 and says what was meant', (args, meant) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(meant);
  });

  test('--help exits 0 on stdout', () => {
    const { status, stdout, stderr } = run(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Usage');
  });
});

test('a mistake of the program itself exits 2, says whose it is and leaves dist/ as it was', () => {
  const bug = join(project.root, 'bug.cjs');
  const breaks = "require('node:fs').renameSync = () => { throw new TypeError('a bug'); };";
  run(['build']);
  const before = distOf(project.root);
  change(BOT, 'I did not understand that.', 'I did not get that.');
  writeFileSync(bug, breaks);
  const { status, stdout, stderr } = run(['build'], project.root, { NODE_OPTIONS: `--require=${bug}` });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^This is our mistake, not yours\./);
  expect(distOf(project.root)).toEqual(before);
});
