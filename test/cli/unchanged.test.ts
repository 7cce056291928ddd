import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unchanged as unchangedIn, unchangedAtAGlance } from '../../cli/run/unchanged';
import { digest } from '../faults/project';
import { PROJECT, rootWith } from '../build/specs';
import { said } from '../cli/recorded';

const unchanged = (of: string) => unchangedIn(PROJECT, of);
const glance = () => unchangedAtAGlance(PROJECT, root);

let root = '';
let dist: string | undefined;
beforeEach(async () => {
  root = rootWith('parcels');
  expect((await said(root, 'build')).code).toBe(0);
  dist = digest(join(root, 'dist'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  for (const file of [record(), quick()]) rmSync(file, { force: true });
});

const quick = () =>
  join(PROJECT, 'node_modules/.cache/kore-action-templates', `quick-${Buffer.from(root).toString('base64url')}.txt`);

/** Until a further change of any file would show by its times. */
async function whenTold(): Promise<void> {
  while (!glance()) {
    expect(unchanged(root)).toBeDefined();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const record = () =>
  join(
    PROJECT,
    'node_modules/.cache/kore-action-templates',
    `build-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`,
  );
const CATALOGUE = 'dist/parcels/CATALOGUE.md';
const spec = () => join(root, 'specs/parcels/bot.yaml');

/** The same length and the same times, with one letter changed. */
function change(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  const at = bytes.length - 5;
  writeFileSync(path, Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 1, at, at + 1));
  utimesSync(path, atime, mtime);
}

describe('a build with nothing to do', () => {
  it('says what the last one said, and that nothing changed', () => {
    expect(unchanged(root)?.out.join('\n')).toMatch(/^parcels: 2 actions[^]*Nothing changed\.$/);
  });

  it('is still one after files were written anew with the content that they had', () => {
    for (const path of [spec(), join(root, CATALOGUE)]) writeFileSync(path, readFileSync(path));
    expect(unchanged(root)).toBeDefined();
  });

  it('says so at a glance, once a further change would show, in a process too', async () => {
    expect(glance()).toBeUndefined();
    await whenTold();
    expect(glance()).toEqual(unchanged(root));
    const command = join(PROJECT, 'lib/cli/main.js');
    const { status, stdout } = spawnSync(process.execPath, [command, 'build'], { cwd: root, encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, `${unchanged(root)?.out.join('\n') ?? ''}\n`]);
  });

  const changes: readonly (readonly [string, () => void])[] = [
    ['a letter of a file of dist/ is another one, though size and time are not', () => change(join(root, CATALOGUE))],
    ['a letter of a spec is another one, though size and time are not', () => change(spec())],
    ['a file of dist/ is gone', () => rmSync(join(root, CATALOGUE))],
    ['dist/ is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
    ['there is one more file in dist/', () => writeFileSync(join(root, 'dist/more'), '')],
    ['there is one more spec', () => cpSync(spec(), join(root, 'specs/parcels/more.yaml'))],
    ['a link stands among the specs', () => symlinkSync(spec(), join(root, 'specs/parcels/link.yaml'))],
    [
      'a link stands in place of a file of dist/',
      () => {
        cpSync(join(root, CATALOGUE), join(root, 'elsewhere'));
        rmSync(join(root, CATALOGUE));
        symlinkSync(join(root, 'elsewhere'), join(root, CATALOGUE));
      },
    ],
  ];
  it.each(changes)('has something to do when %s', async (_, happens) => {
    await whenTold();
    happens();
    expect([glance(), unchanged(root)]).toEqual([undefined, undefined]);
  });

  it('does not tell at a glance when a template or a source of the tool is another one', async () => {
    await whenTold();
    const sound = readFileSync(quick(), 'utf8');
    for (const path of [
      'templates/icon.png',
      'generator/outputs.ts',
      'lib/cli/build-program.js',
      'package-lock.json',
    ]) {
      const line = new RegExp(`^${join(PROJECT, path).replace(/[.]/g, '\\$&')}\t.*$`, 'm');
      expect(sound).toMatch(line);
      writeFileSync(quick(), sound.replace(line, `${join(PROJECT, path)}\t1 2 3`));
      expect([path, glance()]).toEqual([path, undefined]);
    }
    writeFileSync(quick(), sound);
    expect(glance()).toBeDefined();
  });
});

describe('a build with warnings', () => {
  it('says them again when nothing changed, at a glance too', async () => {
    mkdirSync(join(root, 'specs/parcels/locales'));
    writeFileSync(join(root, 'specs/parcels/locales/fr.yaml'), 'bot: {}\n');
    const once = await said(root, 'build');
    expect([once.code, once.err]).toEqual([0, expect.stringContaining('warning')]);
    const again = () =>
      spawnSync(process.execPath, [join(PROJECT, 'lib/cli/main.js'), 'build'], { cwd: root, encoding: 'utf8' });
    expect(unchanged(root)?.warnings).toEqual({ text: once.err.replace(/\n$/, ''), color: false });
    const first = again();
    await whenTold();
    for (const { status, stdout, stderr } of [first, again()]) {
      expect([status, stderr]).toEqual([0, once.err]);
      expect(stdout).toContain('Nothing changed.');
    }
  });
});

describe('a damaged record of the last build', () => {
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['is empty', () => Buffer.alloc(0)],
    ['is full of zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['is cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['is no JSON', () => Buffer.from('no')],
  ];
  it.each(damages)('that %s is not believed, and the build writes what it would write', async (_, damage) => {
    writeFileSync(record(), damage(readFileSync(record())));
    expect(unchanged(root)).toBeUndefined();
    const { code, out } = await said(root, 'build');
    expect([code, digest(join(root, 'dist'))]).toEqual([0, dist]);
    expect(out).toContain('Nothing changed.');
    expect(unchanged(root)).toBeDefined();
  });

  it('with one other letter is not believed, wherever that is', () => {
    const sound = readFileSync(record());
    const step = Math.ceil(sound.length / 400);
    for (let at = 0; at < sound.length; at += step) {
      writeFileSync(record(), Buffer.from(sound).fill((sound[at] ?? 0) ^ 1, at, at + 1));
      expect([at, unchanged(root)]).toEqual([at, undefined]);
    }
    expect(readdirSync(root).sort()).toEqual(['dist', 'specs']);
  });

  it('with one other letter tells nothing at a glance, wherever that is', async () => {
    await whenTold();
    const sound = readFileSync(quick());
    const step = Math.ceil(sound.length / 400);
    for (const at of [...Array.from({ length: 400 }, (_, i) => i * step), ...Array.from({ length: 40 }, (_, i) => i)]) {
      if (at >= sound.length) break;
      writeFileSync(quick(), Buffer.from(sound).fill((sound[at] ?? 0) ^ 1, at, at + 1));
      expect([at, glance()]).toEqual([at, undefined]);
    }
  });
});
