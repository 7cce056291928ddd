import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildCommand } from '../../cli/run/build';
import type { Console } from '../../cli/console';
import { messages } from '../../generator/diagnostics/messages';
import { warnings } from '../../generator/diagnostics/warnings';
import { explain, pageOf, type Explained } from './code-page';
import { applyEdits, baseBot, parseScenario } from './scenario';

const FOLDER = join(__dirname, 'scenarios');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.scenario'));
const codeOf = (file: string) => file.split('.', 1)[0] ?? '';

let clean: (() => void) | undefined;
afterEach(() => clean?.());

/** What `npm run build` prints for people, and its exit code. */
async function shownFor(text: string): Promise<{ readonly shown: string; readonly exit: number }> {
  const { root, remove } = baseBot();
  clean = remove;
  applyEdits(root, text === '' ? [] : parseScenario(text).edits);
  const lines: string[] = [];
  const err = (line: string) => void lines.push(`${line}\n`);
  const quiet: Console = { color: false, out: () => undefined, err, fail: (line) => (err(line), 2) };
  return { exit: await buildCommand(root, {}, quiet), shown: lines.join('') };
}

test('the base bot has nothing to complain about', async () => {
  expect(await shownFor('')).toEqual({ shown: '', exit: 0 });
});

test('every sentence has a scenario', () => {
  const told = new Set(files.map(codeOf));
  expect(Object.keys(messages).filter((code) => !told.has(code))).toEqual([]);
});

/** What each code looks like, as its first scenario shows it. */
const seen = new Map<string, Explained>();

test.each(files)('%s', async (file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const { shown, exit } = await shownFor(text);
  const code = codeOf(file);
  explain(seen, code, text, shown);
  if (code !== 'all') {
    expect(Object.keys(messages)).toContain(code);
    expect(shown).toMatch(new RegExp(`^\\S+:\\d+:\\d+  ${warnings.has(code) ? 'warning' : 'error'}  ${code}$`, 'm'));
  }
  expect(exit).toBe(/^\S+:\d+:\d+ {2}error /m.test(shown) ? 1 : 0);
  await expect(`${parseScenario(text).head}${shown}`).toMatchFileSnapshot(join(FOLDER, basename(file)));
});

test('the page of codes explains each of them', async () => {
  expect(Object.keys(messages).filter((code) => !seen.has(code))).toEqual([]);
  await expect(pageOf(seen)).toMatchFileSnapshot(join(__dirname, '../../docs/diagnostics.md'));
});
