import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../build/specs';
import { said } from '../cli/recorded';
import { blocksOf, commandsIn, readPage, wordsOf } from './pages';

const commands = commandsIn(blocksOf('CONTRIBUTING.md', 'Set up'));

test('CONTRIBUTING, set up: what must pass is what .ci/run runs on a bare machine', () => {
  const all = commands.slice(0, 3);
  expect(all).toEqual(['npm ci', 'npm test', 'npm run test:e2e']);
  for (const command of all) expect(readPage('.ci/run')).toMatch(new RegExp(`^${command}\\b`, 'm'));
});

test('CONTRIBUTING, set up: a folder of tests, or a test by its name', () => {
  const [folder = '', name = ''] = commands.filter((command) => command.startsWith('npx vitest run '));
  const [tests = ''] = wordsOf(folder).slice(3);
  expect(readdirSync(join(PROJECT, tests), { recursive: true, encoding: 'utf8' }).join()).toContain('.test.ts');
  // The whole suite is not collected here, nor is its report written: one file is named, and one test of it.
  const part = 'a command as its words';
  const [, ...args] = wordsOf(name.replace(/'.*'/, `'${part}'`));
  const own = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('VITEST')));
  const program = join(PROJECT, 'node_modules/vitest/vitest.mjs');
  const told = execFileSync(
    process.execPath,
    [program, ...args.slice(1), 'test/walks/pages.test.ts', '--reporter=dot'],
    {
      ...{ cwd: PROJECT, encoding: 'utf8', env: { ...own, NO_COLOR: '1' } },
    },
  );
  expect(told).toMatch(/Tests {2}1 passed \| 1 skipped/);
});

test('CONTRIBUTING, set up: one action', async () => {
  const [, , , , , check = ''] = commands;
  const [, , name = '', , action = ''] = wordsOf(check);
  expect([name, existsSync(join(PROJECT, 'specs/shopify', `${action}.yaml`))]).toEqual(['check', true]);
  expect(await said(PROJECT, name, action, '--help')).toMatchObject({ code: 0 });
});
