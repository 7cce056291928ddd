import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../generator/build';
import { diffCommand, type DiffOptions } from '../../cli/run/diff';
import { write } from '../../generator/package/write';
import { rootWith } from '../build/specs';

async function diff(root: string, options: DiffOptions) {
  const said = { out: '', err: '' };
  const code = await diffCommand(root, options, {
    color: false,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    fail: (text) => {
      said.err += text;
      return 2;
    },
  });
  return { code, ...said };
}

/** A project with a build in `dist/` and, when asked for, a first commit; then one sentence is changed. */
async function changed(git = false): Promise<string> {
  const root = rootWith('parcels');
  const { files } = prepare(root, 'parcels');
  await write(join(root, 'dist'), files?.() ?? []);
  if (git) {
    const run = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
    run('init', '-q');
    run('add', 'specs');
    run('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', 'first');
  }
  const path = join(root, 'specs/parcels/book-pickup.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace('On which day?', 'On which weekday?'));
  return root;
}

describe('npm run diff', () => {
  it('says what changed since the last build, and nothing when nothing did', async () => {
    const root = await changed();
    const found = await diff(root, { exitCode: true });
    expect(found.code).toBe(1);
    expect(found.out).toContain('weekday');
    const { files } = prepare(root, 'parcels');
    await write(join(root, 'dist'), files?.() ?? []);
    expect((await diff(root, { exitCode: true })).code).toBe(0);
  });

  it('compares with an exported zip, whatever its target', async () => {
    const root = await changed();
    const found = await diff(root, { against: 'dist/parcels-xo10.zip', json: true });
    expect(found.code).toBe(0);
    expect(JSON.parse(found.out)).toMatchObject({ same: false });
    expect(found.out).toContain('weekday');
  });

  it('says when the other side is no export', async () => {
    const found = await diff(await changed(), { against: 'specs' });
    expect(found.code).toBe(2);
    expect(found.err).toContain('is no export of the platform');
  });

  it('compares with a git revision', async () => {
    const root = await changed(true);
    const found = await diff(root, { against: 'HEAD', markdown: true });
    expect([found.code, found.err]).toEqual([0, '']);
    expect(found.out).toContain('weekday');
    expect(found.out).toContain('<details>');
  });

  it.each([
    ['nothing of that name', { against: 'no-such-thing' }],
    ['a revision that would be an option', { against: '--output=x' }],
    ['an integration with a typo', { integration: 'parcls' }],
  ])('explains wrong usage: %s', async (_what, options) => {
    const root = await changed(true);
    const found = await diff(root, options);
    expect([found.code, found.out]).toEqual([2, '']);
    expect(found.err).not.toBe('');
  });

  it('has nothing to say about specs with errors but the errors', async () => {
    const root = await changed();
    const path = join(root, 'specs/parcels/book-pickup.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('type: date', 'type: dat'));
    const found = await diff(root, {});
    expect([found.code, found.out]).toEqual([1, '']);
    expect(found.err).toContain('unknown-value');
  });
});
