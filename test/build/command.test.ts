import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildCommand } from '../../cli/run/build';
import { rootWith, temporary } from './specs';

let root = '';
beforeEach(() => {
  root = rootWith('parcels');
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A console that remembers. */
function recorded() {
  const said = { out: '', err: '' };
  const console = {
    color: false,
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
    fail: (text: string) => {
      said.err += text;
      return 2 as const;
    },
  };
  return { said, console };
}

const spec = (name: string) => join(root, 'specs', 'parcels', name);
const breakSpec = (name: string, from: string, to: string) => {
  const text = readFileSync(spec(name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(spec(name), text.replace(from, to));
};

test('a build writes dist/ and says what it made', async () => {
  const { said, console } = recorded();
  expect(await buildCommand(root, {}, console)).toBe(0);
  expect(readdirSync(root).sort()).toEqual(['dist', 'specs']);
  expect(said.out).toContain('parcels: 2 actions');
  expect(said.out).toContain('dist/parcels-xo11.zip');
  expect(said.err).toBe('');
});

test('a second build changes nothing, and --check agrees', async () => {
  await buildCommand(root, {}, recorded().console);
  const { said, console } = recorded();
  expect(await buildCommand(root, { check: true }, console)).toBe(0);
  expect(await buildCommand(root, { json: true }, console)).toBe(0);
  expect(said.out).toContain('"changed": []');
});

test('an error leaves dist/ as it was, names file, line and column, and is told to people and machines', async () => {
  await buildCommand(root, {}, recorded().console);
  writeFileSync(join(root, 'dist', 'marker'), 'mine');
  breakSpec('find-points.yaml', 'type: number', 'type: nubmer');
  const { said, console } = recorded();
  expect(await buildCommand(root, {}, console)).toBe(1);
  expect(said.err).toMatch(/^specs\/parcels\/find-points\.yaml:\d+:\d+ {2}error {2}unknown-value$/m);
  expect(said.out).toBe('');
  expect(readFileSync(join(root, 'dist', 'marker'), 'utf8')).toBe('mine');
  const machine = recorded();
  expect(await buildCommand(root, { json: true }, machine.console)).toBe(1);
  const report = JSON.parse(machine.said.out) as { ok: boolean; diagnostics: readonly object[] };
  expect(report.ok).toBe(false);
  expect(report.diagnostics).toEqual([
    expect.objectContaining({ file: 'specs/parcels/find-points.yaml', code: 'unknown-value', severity: 'error' }),
  ]);
});

test('--check fails when dist/ is not what the specs say, and writes nothing', async () => {
  const { said, console } = recorded();
  expect(await buildCommand(root, { check: true }, console)).toBe(1);
  expect(existsSync(join(root, 'dist'))).toBe(false);
  expect(said.out).toContain('differs  dist/parcels-xo10.zip');
});

test('--check tells machines too whether dist/ is what the specs say', async () => {
  const checked = async () => {
    const { said, console } = recorded();
    const exit = await buildCommand(root, { check: true, json: true }, console);
    const { ok, upToDate, diagnostics } = JSON.parse(said.out) as Readonly<Record<string, unknown>>;
    return { exit, ok, upToDate, diagnostics };
  };
  expect(await checked()).toEqual({ exit: 1, ok: false, upToDate: false, diagnostics: [] });
  await buildCommand(root, {}, recorded().console);
  expect(await checked()).toEqual({ exit: 0, ok: true, upToDate: true, diagnostics: [] });
  breakSpec('find-points.yaml', 'type: number', 'type: nubmer');
  expect(await checked()).toMatchObject({ exit: 1, ok: false, upToDate: false });
});

test('all problems of all files are shown in one run', async () => {
  breakSpec('find-points.yaml', 'type: number', 'type: nubmer');
  breakSpec('book-pickup.yaml', 'title: Book a pickup', 'tilte: Book a pickup');
  breakSpec('bot.yaml', 'audience: staff', 'audience: everybody');
  const { said, console } = recorded();
  expect(await buildCommand(root, {}, console)).toBe(1);
  for (const name of ['bot', 'find-points', 'book-pickup']) expect(said.err).toContain(`specs/parcels/${name}.yaml:`);
});

test('one integration with an error keeps all of dist/ as it was', async () => {
  mkdirSync(join(root, 'specs', 'other'));
  writeFileSync(join(root, 'specs', 'other', 'bot.yaml'), 'name: Other\n');
  expect(await buildCommand(root, {}, recorded().console)).toBe(1);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('a folder without specs is wrong usage', async () => {
  const empty = temporary();
  expect(await buildCommand(empty, {}, recorded().console)).toBe(2);
  rmSync(empty, { recursive: true });
});
