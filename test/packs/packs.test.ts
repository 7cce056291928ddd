import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../generator/build';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { PROJECT, templates, temporary } from '../build/specs';
import { said } from '../cli/recorded';
import { runOptions, transcripts } from '../conversations/play-all';

const PACKS = join(PROJECT, 'packs');
const names = readdirSync(PACKS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A project whose specs are the packs. */
const root = temporary();
mkdirSync(join(root, 'specs'));
for (const name of names) cpSync(join(PACKS, name), join(root, 'specs', name), { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

test('there is a pack of each of eight services', () => {
  expect(names.sort()).toEqual([
    'freshdesk',
    'github',
    'hubspot',
    'microsoft-graph',
    'salesforce',
    'servicenow',
    'stripe',
    'zendesk',
  ]);
});

describe.each(names)('the pack %s', (name) => {
  test('builds with nothing to complain about', async () => {
    const { diagnostics } = await build(root, name, templates);
    expect(diagnostics.map((d) => `${d.place.path} ${d.code} ${d.message}`)).toEqual([]);
  });

  test('has a document, a seed, a conversation of every action, and a page of what was verified', () => {
    const files = readdirSync(join(PACKS, name));
    const actions = files.filter((file) => file.endsWith('.yaml') && file !== 'bot.yaml');
    expect(actions.length).toBeGreaterThanOrEqual(3);
    const page = readFileSync(join(PACKS, name, 'README.md'), 'utf8');
    for (const action of actions) {
      const id = action.replace(/\.yaml$/, '');
      expect(existsSync(join(PACKS, name, 'conversations', `${id}.chat`))).toBe(true);
      expect(page).toContain(`\`${id}\``);
    }
    expect(page).toContain('## What was verified');
    expect(page).toContain('Not verified');
    for (const file of ['seed.json', `schema/${name}.yaml`]) expect(existsSync(join(PACKS, name, file))).toBe(true);
  });
});

const options = runOptions(undefined, root);
const played = transcripts(root).map((one, i) => [one.path.replace(/^specs\//, ''), one.name, one, i] as const);

// Both platforms, in turn: what a pack says is the same on both, and the transcripts are many.
test.each(played)('%s: %s', async (_file, _name, transcript, i) => {
  expect(printFailure(await runTranscript(transcript, i % 2 === 0 ? 'xo11' : 'xo10', options))).toBe('');
});

describe('npm run new -- pack', () => {
  let project: string;
  beforeAll(() => (project = temporary()));
  afterAll(() => rmSync(project, { recursive: true }));

  test('copies a pack, which then builds and plays, and never over another', async () => {
    const ran = await said(project, 'new', 'pack', 'github');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('new       specs/github/create-issue.yaml');
    const checked = await said(project, 'check', 'close-issue');
    expect([checked.code, checked.err]).toEqual([0, '']);
    const again = await said(project, 'new', 'pack', 'github');
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toContain('specs/github exists already');
  });

  test.each([
    [['new', 'pack', 'zendsek'], /Did you mean "zendesk"\?/],
    [['new', 'pack'], /There are "freshdesk", "github"/],
  ])('%j says which there are', async (args, message) => {
    const ran = await said(project, ...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(message);
  });
});
