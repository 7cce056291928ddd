import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, temporary } from '../build/specs';
import { said } from './recorded';

const COMMANDS = [
  'init',
  'build',
  'watch',
  'new',
  'openapi',
  'diff',
  'shape',
  'nlu',
  'schema',
  'check',
  'editor',
  'chat',
  'channel',
  'service',
  'preview',
  'deploy',
  'pull',
];
const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('help', () => {
  it.each(COMMANDS)('of %s has examples that npm can run', async (command) => {
    const { code, out, err } = await said(PROJECT, command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: npm run ${command} -- `));
    const examples = [...out.matchAll(/^ {2}(?:\w+=\S+ )?npm run (?:--silent )?([\w-]+)(?: -- .*)?$/gm)];
    expect(examples.length).toBeGreaterThan(0);
    for (const [, name] of examples) expect(name).toBe(command);
    expect(scripts[command]).toBe(`node lib/cli/main.js ${command}`);
  });

  it('lists every command, and package.json has no other', async () => {
    const { code, out } = await said(PROJECT, '--help');
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    const called = Object.values(scripts).flatMap((script) => /lib\/cli\/main\.js (\w+)/.exec(script)?.[1] ?? []);
    expect(called.sort()).toEqual([...COMMANDS].sort());
  });
});

describe('npm run', () => {
  it.each([
    ['mutation', 'test/mutation/mutation.ts', '--help', 0],
    ['mutation', 'test/mutation/mutation.ts', '--hlp', 2],
    ['bench', 'test/bench/bench.ts', '--help', 0],
    ['bench', 'test/bench/bench.ts', '--hlp', 2],
    ['bench', 'test/bench/bench.ts', '--only=chta', 2],
  ])('%s (%s) meets %s with its help and exit code %i', (name, script, flag, code) => {
    const program = [join(PROJECT, 'node_modules/ts-node/dist/bin.js'), script, flag];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: PROJECT, encoding: 'utf8' });
    expect(status).toBe(code);
    expect(code === 0 ? stdout : stderr).toMatch(new RegExp(`^npm run (--silent )?${name} -- `, 'm'));
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('a mistake', () => {
  it.each([
    ['a command', ['bild'], /Did you mean build\?/],
    ['a flag', ['build', '--chek'], /Did you mean --check\?/],
    ['a flag of new', ['new', '--integraton', 'shopify'], /Did you mean --integration\?/],
    ['a choice', ['new', 'integraton', 'zendesk'], /Allowed choices are action, integration, pack/],
    ['a platform', ['chat', '--target', 'xo9'], /Allowed choices are xo10, xo11/],
    ['a port', ['service', '--port', '70000'], /A port is 0 to 65535/],
    ['two flags that exclude each other', ['new', '--rest', 'GET /x', '--graphql', 'x'], /cannot be used with/],
  ])('in %s is met with a suggestion and exit code 2', async (_what, args, message) => {
    const { code, out, err } = await said(PROJECT, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('is not answered with questions where nobody can answer them', async () => {
    const { code, err } = await said(PROJECT, 'new');
    expect(code).toBe(2);
    expect(err).toContain('Give the action an id: --id');
  });
});

const COMMAND = join(PROJECT, 'lib', 'cli', 'main.js');

describe('the process', () => {
  it('uses no colours where the output is no terminal, with and without NO_COLOR', () => {
    const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(NO|FORCE)_COLOR$/.test(key)));
    const root = temporary();
    const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      spawnSync(process.execPath, [COMMAND, ...args], { cwd: root, env: { ...clean, ...env }, encoding: 'utf8' });
    const made = run(['new', 'integration', 'zendesk', '--rest', 'GET /tickets/{ticketId}']);
    expect([made.status, made.stderr]).toEqual([0, '']);
    const again = run(['diff', '--against', 'dist-that-is-not']);
    for (const { stdout, stderr } of [made, again, run(['build', '--chek'], { NO_COLOR: '1' })])
      expect(`${stdout}${stderr}`).not.toContain('\u001b[');
  });

  it('ends without a word when its reader has seen enough', () => {
    // The other side closes its end before a word has come.
    const pipe = `"${process.execPath}" "${COMMAND}" diff --help | exec true`;
    const { stderr } = spawnSync('bash', ['-c', pipe], { cwd: PROJECT, encoding: 'utf8' });
    expect(stderr).toBe('');
  });
});
