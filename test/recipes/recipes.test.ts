import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, temporary } from '../build/specs';
import { unzipped } from '../package/zip';
import { applyStep, recipeSteps } from './recipes';

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'test-report.json']);
const steps = recipeSteps();

/** A copy of the project in which every recipe was followed. */
let copy = '';
beforeAll(() => {
  copy = temporary();
  cpSync(PROJECT, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  for (const step of steps) applyStep(copy, step);
  useWhatIsNew();
  expect(run('ts-node', 'generator/schema/emit.ts')).toBe('');
  expect(run('ts-node', 'make-lib.ts')).toBe('');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the recipes say that a spec then may say. */
function useWhatIsNew(): void {
  const path = join(copy, 'specs/weather/get-forecast.yaml');
  const spec = readFileSync(path, 'utf8')
    .replace('    warmest: highest\n', '    warmest: highest\n    short: summary | initials\n')
    .replace(/ {2}found: '(.*)'\n/, "  found:\n    look: notice\n    text: '$1 (${short})'\n");
  expect(spec).toContain('look: notice');
  writeFileSync(path, spec);
}

/** What a program prints that fails; nothing when it ends well. */
function run(...command: readonly string[]): string {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin', program), args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return status === 0 ? '' : stdout + stderr;
}

function build(): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/main.js', 'build'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, said: stdout + stderr };
}

/** A built definition, with its scripts as they are written. */
const definition = (id: string) =>
  unzipped(join(copy, 'dist', `${id}-xo11.zip`), 'appDefinition.json').replace(
    /(?:%[0-9A-F]{2})+/g,
    decodeURIComponent,
  );

test('there is a recipe for each thing', () => {
  expect([...new Set(steps.map(({ recipe }) => recipe))]).toEqual([
    'A look',
    'A filter',
    'A check',
    'A rule of the format',
    'A language',
    'A service',
  ]);
});

describe('after every recipe was followed', () => {
  test('the types hold', () => {
    // What `npm run typecheck` found of the files that no recipe touches came along in the copy.
    expect(run('tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'typecheck.tsbuildinfo')).toBe('');
  });

  test('everything builds: the service with its look and its filter, and the language in every dialog', () => {
    const { status, said } = build();
    expect(said).not.toMatch(/ {2}error /);
    expect(status).toBe(0);
    const weather = definition('weather');
    expect(['(!) ', 'const initials ='].filter((code) => !weather.includes(code))).toEqual([]);
    // Only what the recipe leaves in English is named: the texts of the specs, and none of the tool's.
    expect(said).toContain('pl has nothing of');
    expect(said).not.toContain('missing-sentences');
    const shop = definition('shopify');
    expect(['Możesz powiedzieć:', 'Menu główne', 'sty lut mar'].filter((word) => !shop.includes(word))).toEqual([]);
  });

  test('the editor knows the look and the filter', () => {
    const parts = readFileSync(join(copy, 'generator/schema/parts.schema.json'), 'utf8');
    expect(parts).toContain('"notice"');
    expect(parts).toContain('initials: the first letter of each word');
  });

  test('the check and the rule are found by their own tests', () => {
    const tests = ['test/check/scenarios.test.ts', 'test/kore/verify.test.ts'];
    expect(
      run(
        'vitest',
        'run',
        ...tests,
        '-t',
        'title-sentence|every sentence has a scenario|Z1|breaking case for each rule',
      ),
    ).toBe('');
  });
});
