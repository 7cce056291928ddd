import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { program } from '../../cli/program';
import { PROJECT } from '../build/specs';
import { readPage, wordsOf } from '../walks/pages';

/** Every page of the repository, other than those that show what is wrong. */
const PAGES = readdirSync(PROJECT, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /^(?!node_modules|dist|lib|test|\.).*\.md$/.test(path) && !/CHANGELOG|diagnostics\.md$/.test(path),
);

const console = { color: false, out: () => undefined, err: () => undefined, fail: () => 2 as const };
const cli = program({ root: PROJECT, env: {}, console, colorOut: false, end: () => undefined });

test.each(PAGES)('%s gives no command a flag that it does not have', (page) => {
  const calls = [...readPage(page).matchAll(/npm run (?:--silent )?([\w-]+) -- ([^`\n]*)/g)];
  for (const [call, name = '', rest = ''] of calls) {
    const command = cli.commands.find((one) => one.name() === name);
    const known = command?.options.flatMap(({ long, short }) => [long, short]) ?? [];
    // What follows two spaces, or another sign of the shell, is not the command's.
    const [own = ''] = rest.split(/ {2}|[|>&;]/);
    const flags = wordsOf(own).flatMap((word) => /^--?[a-z][\w-]*/.exec(word)?.[0] ?? []);
    const unknown = command === undefined ? [] : flags.filter((flag) => !known.includes(flag) && flag !== '--help');
    expect({ call, unknown }).toEqual({ call, unknown: [] });
  }
});

test('the recipes of docs/ci.md are YAML, and run commands that there are', () => {
  const recipes = [...readPage('docs/ci.md').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
  expect(recipes.length).toBeGreaterThanOrEqual(3);
  for (const recipe of recipes) for (const document of parseAllDocuments(recipe)) expect(document.errors).toEqual([]);
});
