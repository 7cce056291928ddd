import { execFileSync } from 'node:child_process';
import { Ajv2020 as Ajv, type AnySchema } from 'ajv/dist/2020';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../generator/build';
import type { Console } from '../../cli/console';
import type { DiffOptions } from '../../cli/run/comparison';
import { diffCommand } from '../../cli/run/diff';
import { write } from '../../generator/package/write';
import { recordDeployed } from '../../deploy/deployed';
import { readExport } from '../../kore/read-export';
import { PROJECT, rootWith } from '../build/specs';

async function diff(root: string, options: DiffOptions, env: Readonly<Record<string, string>> = {}) {
  const said = { out: '', err: '' };
  const console: Console = {
    color: false,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    fail: (text) => {
      said.err += text;
      return 2;
    },
  };
  const code = await diffCommand(root, options, console, env);
  return { code, ...said };
}

const SCHEMA = JSON.parse(readFileSync(join(PROJECT, 'docs/reports.schema.json'), 'utf8')) as AnySchema;

const git = (root: string, ...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
const commit = (root: string) => {
  git(root, 'add', 'specs');
  git(root, '-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'next');
};

async function buildInto(root: string, id = 'parcels'): Promise<void> {
  const { files } = prepare(root, id);
  await write(join(root, 'dist'), files?.() ?? []);
}

function edit(root: string, from: string, to: string): void {
  const path = join(root, 'specs/parcels/book-pickup.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

/** A project with a commit and the same build in `dist/`; then one sentence is changed, and not committed. */
async function changed(...more: readonly string[]): Promise<string> {
  const root = rootWith('parcels', ...more);
  git(root, 'init', '-q');
  commit(root);
  await buildInto(root);
  edit(root, 'On which day?', 'On which weekday?');
  return root;
}

/** As if the build in `dist/` had been deployed. */
const deployed = (root: string, more: Partial<Parameters<typeof recordDeployed>[1]> = {}) =>
  recordDeployed(join(root, '.xo-backup'), {
    ...{ integration: 'parcels', target: 'xo10', environment: undefined, botId: 'st-1', only: [] },
    ...{ at: '2026-02-03T04:05:06.000Z', zip: readFileSync(join(root, 'dist/parcels-xo10.zip')) },
    ...more,
  });

describe('npm run diff', () => {
  it('compares with the last commit when nothing was deployed, whatever watch or chat left in dist/', async () => {
    const root = await changed();
    await buildInto(root);
    const found = await diff(root, { exitCode: true });
    expect(found.code).toBe(1);
    expect(found.out).toContain('weekday');
    expect(found.err).toMatch(/^the last commit \([0-9a-f]{9}\) → the specs$/);
    commit(root);
    expect(await diff(root, { exitCode: true })).toMatchObject({ code: 0, out: 'No difference.' });
  });

  it('compares with what was last deployed when there is a record of it, committed or not', async () => {
    const root = await changed();
    deployed(root);
    commit(root);
    const found = await diff(root, { exitCode: true });
    expect(found.err).toBe('what was deployed on 2026-02-03 at 04:05 UTC to st-1 → the specs');
    expect([found.code, found.out.includes('weekday')]).toEqual([1, true]);
    await buildInto(root);
    deployed(root, { at: '2026-03-03T04:05:06.000Z', environment: 'staging' });
    expect(await diff(root, {})).toMatchObject({ out: 'No difference.' });
    expect((await diff(root, { target: 'xo11' })).err).toContain('the last commit');
    deployed(root, { at: '2026-04-03T00:00:00.000Z', environment: 'staging', only: ['book-pickup'] });
    expect((await diff(root, {})).err).toContain(
      'to st-1 (staging), without what was deployed alone since then: book-pickup',
    );
  });

  it('says what to do when there is neither', async () => {
    const root = rootWith('parcels');
    await buildInto(root);
    const found = await diff(root, {});
    expect(found.code).toBe(2);
    expect(found.err).toMatch(/^Nothing was deployed from here, and there is no commit/);
  });

  it('tells every integration, and one that is new as added', async () => {
    const root = await changed();
    cpSync(join(root, 'specs/parcels'), join(root, 'specs/extra'), { recursive: true });
    const found = await diff(root, { json: true, exitCode: true });
    expect(found.err).not.toContain('error');
    const { same, integrations } = JSON.parse(found.out) as {
      same: boolean;
      integrations: { integration: string; dialogs: { kind: string }[] }[];
    };
    expect([same, found.code]).toEqual([false, 1]);
    expect(integrations.map((i) => i.integration)).toEqual(['extra', 'parcels']);
    expect(new Set(integrations[0]?.dialogs.map((d) => d.kind))).toEqual(new Set(['added']));
    expect((await diff(root, { integration: 'parcels' })).out).toMatch(/^~ dialog/);
    expect((await diff(root, { integration: 'parcels', before: 'dist/parcels-xo10.zip' })).out).toContain('weekday');
  });

  it('writes every form into its file, and each difference has its place', async () => {
    const root = await changed();
    const format = ['json', 'markdown', 'github', 'junit', 'sarif', 'checkstyle', 'code-climate', 'human'] as const;
    const found = await diff(root, { format, output: format, exitCode: true }, { GITHUB_ACTIONS: 'true' });
    const of = (form: (typeof format)[number]) => readFileSync(join(root, form), 'utf8');
    const spec = 'specs/parcels/book-pickup.yaml';
    const notice = new RegExp(`^::notice file=${spec},line=1,.*title=difference::.*weekday`);
    expect(of('github')).toMatch(notice);
    expect(found.out.split('\n').some((line) => line.startsWith('~ dialog'))).toBe(true);
    expect(found.out).toContain(of('github').trimEnd());
    expect(of('human')).toContain('weekday');
    expect(of('markdown')).toContain('<details>');
    expect(of('junit')).toMatch(/<testsuite name="specs\/parcels\/bot\.yaml" tests="1" failures="1"/);
    expect(of('checkstyle')).toContain(`<file name="${spec}"><error line="1" column="1"`);
    expect(JSON.parse(of('code-climate'))).toMatchObject([{ severity: 'info', location: { path: spec } }]);
    expect(JSON.parse(of('sarif'))).toMatchObject({
      runs: [{ results: [{ ruleId: 'difference', level: 'note' }] }],
    });
    const ajv = new Ajv({ strict: false }).addSchema(SCHEMA, 'reports');
    ajv.validate({ $ref: 'reports#/$defs/diff' }, JSON.parse(of('json')));
    expect(ajv.errors).toBeNull();
    const { out } = await diff(root, { markdown: true }, { GITHUB_ACTIONS: 'true' });
    expect(out).not.toContain('::notice');
    expect(await diff(root, { format: ['sarif', 'json'] })).toMatchObject({ code: 2 });
  });

  it('compares two exports, without any specs', async () => {
    const root = await changed();
    cpSync(join(root, 'dist/parcels-xo10.zip'), join(root, 'old.zip'));
    await buildInto(root);
    rmSync(join(root, 'specs'), { recursive: true });
    const found = await diff(root, { before: 'old.zip', after: 'dist/parcels-xo10.zip' });
    expect([found.code, found.err]).toEqual([0, 'old.zip → dist/parcels-xo10.zip']);
    expect(found.out).toContain('weekday');
    expect((await diff(root, { before: 'old.zip', after: 'old.zip' })).out).toBe('No difference.');
  });

  it('compares an export with a revision, in either order', async () => {
    const root = await changed();
    const zip = 'dist/parcels-xo10.zip';
    expect((await diff(root, { before: zip, after: 'HEAD' })).out).toBe('No difference.');
    commit(root);
    const found = await diff(root, { before: zip, after: 'HEAD' });
    expect(found.out).toContain('[-day-]{+weekday+}');
    expect((await diff(root, { before: 'HEAD', after: zip })).out).toContain('[-weekday-]{+day+}');
    expect((await diff(root, { before: 'HEAD~1', after: 'HEAD', markdown: true })).out).toContain('<details>');
  });

  it('calls nothing removed that a live bot has and the specs never had', async () => {
    const root = await changed();
    await buildInto(root);
    const bot = await readExport(join(root, 'dist/parcels-xo10.zip'));
    const d = structuredClone(bot.definition) as unknown as Record<string, unknown[]> & Record<string, object>;
    d['dialogs']?.push({ _id: 'own', refId: 'own', lname: 'own', localeData: { en: { name: 'Own' } }, nodes: [] });
    d['dialogComponents']?.push({ _id: 'c', refId: 'c', name: 'ownComponent', type: 'script', script: 'x' });
    Object.assign(d['botEvents'] as object, { OWN_EVENT: { enabled: true, action: 'showMsg', msg: [] } });
    Object.assign(d, { idpConfigurations: [{ refId: 'p', name: 'mine' }], ivrSettings: { enable: true } });
    mkdirSync(join(root, 'live'));
    writeFileSync(join(root, 'live/botDefinition.json'), JSON.stringify(d));
    writeFileSync(join(root, 'live/config.json'), JSON.stringify(bot.config));
    const found = await diff(root, { before: 'live', exitCode: true });
    expect(found.out).toContain('No difference. What else is in the bot stays as it is (3).');
    expect(found.out).not.toMatch(/^\s*-/m);
    expect(found.code).toBe(0);
    expect((await diff(root, { before: 'live', after: 'dist/parcels-xo10.zip' })).out).toMatch(/^- dialog Own$/m);
  });

  it('says what is odd in an export', async () => {
    const root = await changed();
    writeFileSync(join(root, 'odd.json'), JSON.stringify({ defaultLanguage: 'en', dialogs: [7] }));
    const found = await diff(root, { before: 'odd.json', after: 'odd.json' });
    expect(found.err).toContain('In odd.json: a number where a dialog belongs; left out (odd.json#/dialogs/0)');
  });

  it('says when the other side is no export', async () => {
    const root = await changed();
    const found = await diff(root, { before: 'specs/parcels' });
    expect(found.code).toBe(2);
    expect(found.err).toContain('is no export of the platform');
  });

  it.each([
    ['nothing of that name', { before: 'no-such-thing' }],
    ['a revision that would be an option', { before: '--output=x' }],
    ['an integration with a typo', { integration: 'parcls' }],
  ])('explains wrong usage: %s', async (_what, options) => {
    const root = await changed();
    const found = await diff(root, options);
    expect([found.code, found.out]).toEqual([2, '']);
    expect(found.err).not.toBe('');
  });

  it('has nothing to say about specs with errors but the errors', async () => {
    const root = await changed();
    edit(root, 'type: date', 'type: dat');
    const found = await diff(root, {});
    expect([found.code, found.out]).toEqual([1, '']);
    expect(found.err).toContain('unknown-value');
  });
});
