import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, temporary } from '../build/specs';

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = PROJECT) => {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(NO|FORCE)_COLOR$/.test(key)));
  const program = [join(PROJECT, 'node_modules/ts-node/dist/bin.js'), '--project', join(PROJECT, 'tsconfig.json')];
  const result = spawnSync(process.execPath, [...program, join(PROJECT, 'cli/generator/program.ts'), ...args], {
    cwd,
    env: { ...clean, ...env },
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
};

const COMMANDS = ['build', 'watch', 'new', 'diff'];

describe('help', () => {
  it.each(COMMANDS)(
    'of %s has examples that npm can run',
    (command) => {
      const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      const { code, out } = run([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: npm run ${command} -- `));
      const examples = [...out.matchAll(/^ {2}npm run ([\w-]+)(?: -- .*)?$/gm)];
      expect(examples.length).toBeGreaterThan(0);
      for (const [, name] of examples) expect(scripts[name ?? '']).toBe(`ts-node cli/generator/program.ts ${command}`);
    },
    60_000,
  );

  it('lists every command', () => {
    const { code, out } = run(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  }, 60_000);
});

describe('npm run', () => {
  it.each([
    ['mutation', 'test/mutation/mutation.ts', '--help', 0],
    ['mutation', 'test/mutation/mutation.ts', '--hlp', 2],
    ['bench', 'test/bench/bench.ts', '--help', 0],
    ['bench', 'test/bench/bench.ts', '--hlp', 2],
    ['bench', 'test/bench/bench.ts', '--only=chta', 2],
    ['schema', 'apis/graphql/trim-schema.ts', '--help', 0],
    ['schema', 'apis/graphql/trim-schema.ts', '--hlp', 2],
  ])(
    '%s (%s) meets %s with its help and exit code %i',
    (name, script, flag, code) => {
      const program = [join(PROJECT, 'node_modules/ts-node/dist/bin.js'), script, flag];
      const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: PROJECT, encoding: 'utf8' });
      expect(status).toBe(code);
      expect(code === 0 ? stdout : stderr).toMatch(new RegExp(`^npm run (--silent )?${name} -- `, 'm'));
      expect(stderr).not.toMatch(/^ {4}at /m);
    },
    60_000,
  );
});

describe('a mistake', () => {
  it.each([
    ['a command', ['bild'], /Did you mean build\?/],
    ['a flag', ['build', '--chek'], /Did you mean --check\?/],
    ['a flag of new', ['new', '--integraton', 'shopify'], /Did you mean --integration\?/],
    ['a choice', ['new', 'integraton', 'zendesk'], /Allowed choices are action, integration/],
    ['two flags that exclude each other', ['new', '--rest', 'GET /x', '--graphql', 'x'], /cannot be used with/],
  ])(
    'in %s is met with a suggestion and exit code 2',
    (_what, args, message) => {
      const { code, out, err } = run(args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    },
    60_000,
  );

  it('is not answered with questions where nobody can answer them', () => {
    const { code, err } = run(['new']);
    expect(code).toBe(2);
    expect(err).toContain('--integration');
  }, 60_000);
});

describe('colours', () => {
  it('are not used where the output is no terminal, with and without NO_COLOR', () => {
    const root = temporary();
    const made = run(['new', 'integration', 'zendesk', '--rest', 'GET /tickets/{ticketId}'], {}, root);
    expect([made.code, made.err]).toEqual([0, '']);
    const again = run(['diff', '--against', 'dist-that-is-not'], {}, root);
    for (const said of [made, again, run(['build', '--chek'], { NO_COLOR: '1' }, root)])
      expect(`${said.out}${said.err}`).not.toContain('\u001b[');
  }, 60_000);
});

describe('a reader that has seen enough', () => {
  it.each(['generator', 'preview'])(
    'ends %s without a word',
    (program) => {
      const tsNode = join(PROJECT, 'node_modules/ts-node/dist/bin.js');
      // The other side closes its end before a word has come.
      const pipe = `"${process.execPath}" "${tsNode}" "cli/${program}/program.ts" ${program === 'preview' ? 'chat' : 'diff'} --help | exec true`;
      const { stderr } = spawnSync('bash', ['-c', pipe], { cwd: PROJECT, encoding: 'utf8' });
      expect(stderr).toBe('');
    },
    60_000,
  );
});
