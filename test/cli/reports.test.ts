import { Ajv2020 as Ajv, type AnySchema } from 'ajv/dist/2020';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildCommand } from '../../cli/run/build';
import type { Console } from '../../cli/console';
import { PROJECT, rootWith } from '../build/specs';
import { git } from '../walks/workplace';
import { said } from './recorded';

const SPEC = 'specs/parcels/find-points.yaml';
let root = '';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

beforeEach(() => {
  root = rootWith('parcels');
});

/** Breaks a spec with a text that every form has to escape. */
const broken = () => writeFileSync(join(root, SPEC), `${read(SPEC)}\n"a<b>&, 100%: ::x": 1\n`);

describe('build --validate', () => {
  test('makes everything and writes nothing, with and without a dist/', async () => {
    const { code, out } = await said(root, 'build', '--validate');
    expect([code, existsSync(join(root, 'dist'))]).toEqual([0, false]);
    expect(out).toContain('parcels: 2 actions, 0 warnings\n');
    expect(out).toContain('Everything can be built. Nothing was written.');
  });
});

describe('a report', () => {
  test.each(['check', 'diff'])('of %s has the errors of the specs in each form', async (command) => {
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'Start');
    broken();
    const forms = ['json', 'github', 'junit', 'sarif', 'checkstyle', 'code-climate'];
    const args = forms.flatMap((form) => ['--format', form, '-o', `${form}.txt`]);
    const { code, err } = await said(root, command, ...args);
    expect([code, err.includes(`${SPEC}:`)]).toEqual([1, true]);
    expect(forms.filter((form) => !read(`${form}.txt`).includes('unknown-key'))).toEqual([]);
    expect(JSON.parse(read('json.txt'))).toMatchObject({ ok: false, tests: [] });
  });

  test('in each form goes into its own file, and people read theirs', async () => {
    broken();
    const forms = ['human', 'json', 'github', 'junit', 'sarif', 'checkstyle', 'code-climate'];
    const args = forms.flatMap((form) => ['--format', form, '-o', `${form}.txt`]);
    const { code, err } = await said(root, 'build', ...args);
    expect(code).toBe(1);
    expect(err).toContain(`${SPEC}:`);
    const of = (form: string) => read(`${form}.txt`);
    const { diagnostics } = JSON.parse(of('json')) as {
      readonly diagnostics: readonly { readonly line: number; readonly message: string }[];
    };
    const [{ line, message } = { line: 0, message: '' }] = diagnostics;
    expect(line).toBeGreaterThan(50);
    expect(of('human')).toBe(err);
    expect(of('github')).toMatch(
      new RegExp(`^::error file=${SPEC.replaceAll('.', '\\.')},line=${line},col=1,.*title=unknown-key::.*100%25`),
    );
    const sarif = JSON.parse(of('sarif')) as {
      runs: [
        {
          tool: { driver: { rules: [{ helpUri: string }] } };
          results: [
            {
              message: { text: string };
              ruleId: string;
              locations: [{ physicalLocation: { region: { startLine: number } } }];
            },
          ];
        },
      ];
    };
    const [result] = sarif.runs[0].results;
    const { helpUri } = sarif.runs[0].tool.driver.rules[0];
    expect(readFileSync(fileURLToPath(helpUri), 'utf8')).toContain(`\n## ${new URL(helpUri).hash.slice(1)}\n`);
    expect([result.ruleId, result.message.text, result.locations[0].physicalLocation.region.startLine]).toEqual([
      'unknown-key',
      message,
      line,
    ]);
    const [issue] = JSON.parse(of('code-climate')) as [
      { check_name: string; fingerprint: string; location: { path: string; lines: { begin: number } } },
    ];
    expect([issue.check_name, issue.location]).toMatchObject(['unknown-key', { path: SPEC, lines: { begin: line } }]);
    expect(issue.fingerprint).toMatch(/^[0-9a-f]{32}$/);
    for (const xml of ['junit', 'checkstyle']) {
      expect(of(xml)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n</);
      expect(of(xml)).toContain('a&#60;b&#62;&#38;, 100%');
      expect(of(xml)).not.toMatch(/&(?!#)/);
    }
    expect(of('junit')).toContain('<testsuite name="specs" tests="1" failures="1"');
  });

  test('is printed alone when it has no file', async () => {
    broken();
    const { out, err } = await said(root, 'build', '--format', 'code-climate');
    expect(err).toBe('');
    expect(JSON.parse(out)).toHaveLength(1);
  });

  test.each([
    [['--format', 'xml'], 'Allowed choices are human, json, github, junit, sarif, checkstyle, code-climate.'],
    [['--format', 'junit', '--format', 'sarif'], 'Only one form can be printed: give the others a file with --output.'],
    [['-o', 'x'], 'Each --output needs a --format of its own.'],
  ])('cannot be asked for so: %j', async (args, why) => {
    const { code, err } = await said(root, 'build', ...args);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });

  test('is there by itself on GitHub’s runner', async () => {
    broken();
    let out = '';
    const console: Console = { color: false, out: (text) => void (out += text), err: () => undefined, fail: () => 2 };
    await buildCommand(root, {}, console, { GITHUB_ACTIONS: 'true' });
    expect(out).toMatch(/^::error file=specs\/parcels\/find-points\.yaml,line=\d+/);
  });

  test('has every conversation as a test, and every one that fails as a finding', async () => {
    const chat = 'specs/zendesk/get-ticket.chat';
    await said(root, 'new', 'integration', 'zendesk', '--rest', 'GET /tickets/{ticketId}', '--id', 'get-ticket');
    writeFileSync(join(root, chat), read(chat).replace('What is the ticket ID?', 'Which <one>?'));
    const { code } = await said(
      root,
      'check',
      'zendesk',
      '--format',
      'junit',
      '-o',
      'junit.xml',
      '--format',
      'sarif',
      '-o',
      'x.sarif',
    );
    expect(code).toBe(1);
    const junit = read('junit.xml');
    expect([...junit.matchAll(/<testcase name="answers \(xo1[01]\)"[^>]*\/>/g)]).toHaveLength(2);
    expect(junit).toContain(`<testsuite name="${chat}" tests="4" failures="2"`);
    expect(junit).toContain('- Which &#60;one&#62;? For example 1001.');
    const { runs } = JSON.parse(read('x.sarif')) as { runs: [{ results: { ruleId: string }[] }] };
    expect(runs[0].results.map(({ ruleId }) => ruleId)).toEqual(['transcript', 'transcript']);
  });
});

describe('what is written with --format json fits docs/reports.schema.json', () => {
  const schema = JSON.parse(readFileSync(join(PROJECT, 'docs/reports.schema.json'), 'utf8')) as AnySchema;
  const ajv = new Ajv({ strict: false, formats: { uri: true } }).addSchema(schema, 'reports');
  const problems = (kind: string, written: string) => {
    ajv.validate({ $ref: `reports#/$defs/${kind}` }, JSON.parse(written));
    return ajv.errors ?? [];
  };
  const written = async (...args: readonly string[]) => {
    await said(root, ...args, '--format', 'json', '-o', 'x.json');
    return read('x.json');
  };

  test('build, sound and with errors', async () => {
    expect(problems('build', await written('build', '--check'))).toEqual([]);
    broken();
    expect(problems('build', await written('build'))).toEqual([]);
    expect(problems('build', '{"ok":true}')).not.toEqual([]);
  });

  test('check, as written and not', async () => {
    await said(root, 'new', 'integration', 'zendesk', '--rest', 'GET /tickets/{ticketId}', '--id', 'get-ticket');
    const chat = 'specs/zendesk/get-ticket.chat';
    expect(problems('check', await written('check', 'zendesk', '--target', 'xo10'))).toEqual([]);
    writeFileSync(join(root, chat), read(chat).replace('What is the ticket ID?', 'Which?'));
    const failed = await written('check', 'zendesk', '--target', 'xo10');
    expect([problems('check', failed), failed.includes('"failure"')]).toEqual([[], true]);
  });
});
