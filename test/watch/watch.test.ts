import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { templateFolder } from '../../generator/build';
import { reporter } from '../../cli/run/watch';
import { watch, type Watch } from '../../generator/watch/watch';
import { PROJECT, rootWith } from '../build/specs';
import { unzipped } from '../package/zip';

interface Running {
  readonly root: string;
  /** One for each build, as the command prints it. */
  readonly lines: string[];
  readonly errors: string[];
  builds: number;
  /** Waits until `wanted` holds. */
  until(wanted: () => boolean): Promise<void>;
}

let running: Watch | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** Watches a project with one small integration; templates are those below `templates`. */
async function started(templates = templateFolder): Promise<Running> {
  const root = rootWith('parcels');
  const lines: string[] = [];
  const errors: string[] = [];
  const tell = reporter({
    color: false,
    out: (t) => void lines.push(t),
    err: (t) => void errors.push(t),
    fail: () => 2,
  });
  const state: Running = {
    root,
    lines,
    errors,
    builds: 0,
    until: async (wanted) => {
      const end = Date.now() + 60_000;
      while (!wanted()) {
        if (Date.now() > end) throw new Error(`never happened; said ${JSON.stringify([lines, errors])}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
  running = watch(root, templates, (outcome) => {
    state.builds += 1;
    tell(outcome);
  });
  await running.ready;
  return state;
}

const spec = (root: string, name: string) => join(root, 'specs/parcels', name);
const catalogue = (root: string) => readFileSync(join(root, 'dist/parcels/CATALOGUE.md'), 'utf8');
const change = (path: string, from: string, to: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));

describe('specs/ that goes and comes back, as when a branch is switched', () => {
  it('keeps dist/, says so, and is watched again', async () => {
    const w = await started();
    const { root, lines } = w;
    const aside = join(root, 'aside');
    renameSync(join(root, 'specs'), aside);
    await w.until(() => lines.some((line) => line.startsWith('specs/ is not there; dist/ stays as it was.')));
    expect(existsSync(join(root, 'dist/parcels-xo10.zip'))).toBe(true);
    renameSync(aside, join(root, 'specs'));
    await w.until(() => lines.some((line) => line.startsWith('Sound again')));
    change(spec(root, 'find-points.yaml'), 'title: Find drop-off points', 'title: Look for points');
    await w.until(() => catalogue(root).includes('Look for points'));
  });

  it('is watched again when it is replaced at once', async () => {
    const w = await started();
    const { root } = w;
    cpSync(join(root, 'specs'), join(root, 'other'), { recursive: true });
    rmSync(join(root, 'specs'), { recursive: true });
    renameSync(join(root, 'other'), join(root, 'specs'));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    change(spec(root, 'find-points.yaml'), 'title: Find drop-off points', 'title: Look for points');
    await w.until(() => catalogue(root).includes('Look for points'));
    expect(existsSync(join(root, 'dist/parcels-xo10.zip'))).toBe(true);
  });
});

describe('watch', () => {
  it('builds at the start, then once for each save, with one line', async () => {
    const w = await started();
    expect(w.lines).toHaveLength(1);
    change(spec(w.root, 'book-pickup.yaml'), 'The courier is booked.', 'A courier comes.');
    await w.until(() => w.lines.length === 2);
    expect(catalogue(w.root)).toContain('A courier comes');
    expect(w.lines[1]).toMatch(/^book-pickup: \d+ files changed {2}\d+ ms$/);
  });

  it('shows an error with its place, keeps the last good build, and recovers', async () => {
    const w = await started();
    const before = catalogue(w.root);
    change(spec(w.root, 'book-pickup.yaml'), 'type: date', 'type: dat');
    await w.until(() => w.lines.length === 2);
    expect(w.lines[1]).toMatch(/^1 error; dist\/ stays as it was/);
    expect(w.errors.join('\n')).toMatch(/specs\/parcels\/book-pickup\.yaml:\d+:\d+ +error +unknown-value/);
    expect(catalogue(w.root)).toBe(before);
    change(spec(w.root, 'book-pickup.yaml'), 'type: dat', 'type: date');
    await w.until(() => w.lines.length === 3);
    expect(w.lines[2]).toMatch(/^Sound again/);
  });

  it('gathers a storm of saves into few builds', async () => {
    const w = await started();
    const path = spec(w.root, 'book-pickup.yaml');
    const text = readFileSync(path, 'utf8');
    for (let i = 0; i < 200; i += 1) writeFileSync(path, text.replace('The courier is booked.', `Booked ${i}.`));
    await w.until(() => catalogue(w.root).includes('Booked 199'));
    expect(w.builds).toBeLessThan(8);
  });

  it('misses no save, however soon after a build it comes', async () => {
    const w = await started();
    const path = spec(w.root, 'book-pickup.yaml');
    const text = readFileSync(path, 'utf8');
    for (let i = 0; i < 12; i += 1) {
      writeFileSync(path, text.replace('The courier is booked.', `First ${i}.`));
      await new Promise((resolve) => setTimeout(resolve, 20 + i * 5));
      writeFileSync(path, text.replace('The courier is booked.', `Second ${i}.`));
      await w.until(() => catalogue(w.root).includes(`Second ${i}.`));
    }
  });

  it('follows editors that write a temporary file and rename it, and ignores what they leave', async () => {
    const w = await started();
    const path = spec(w.root, 'book-pickup.yaml');
    const text = readFileSync(path, 'utf8').replace('The courier is booked.', 'Renamed into place.');
    writeFileSync(spec(w.root, '.book-pickup.yaml.swp'), 'swap');
    writeFileSync(spec(w.root, 'book-pickup.yaml~'), 'backup');
    writeFileSync(spec(w.root, '4913'), '');
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
    await w.until(() => catalogue(w.root).includes('Renamed into place'));
    expect(w.errors).toEqual([]);
  });

  it('follows renamed, removed and new files', async () => {
    const w = await started();
    renameSync(spec(w.root, 'book-pickup.yaml'), spec(w.root, 'book-courier.yaml'));
    await w.until(() => w.errors.join('\n').includes('unknown-action'));
    for (const name of ['bot.yaml', 'find-points.yaml', 'book-courier.yaml'])
      writeFileSync(
        spec(w.root, name),
        readFileSync(spec(w.root, name), 'utf8').replaceAll('action: book-pickup', 'action: book-courier'),
      );
    await w.until(() => existsSync(join(w.root, 'dist/parcels/actions/book-courier-xo10.zip')));
    await w.until(() => !existsSync(join(w.root, 'dist/parcels/actions/book-pickup-xo10.zip')));
    rmSync(spec(w.root, '..') + '/parcels', { recursive: true });
    await w.until(() => !existsSync(join(w.root, 'dist/parcels-xo10.zip')));
  });

  it('follows transcripts and templates', async () => {
    const templates = join(rootWith(), 'templates');
    cpSync(join(PROJECT, 'templates'), templates, { recursive: true });
    const w = await started(templates);
    writeFileSync(join(w.root, 'specs/parcels/book-pickup.chat'), 'user: hello there\nbot: good day\n');
    await w.until(() => catalogue(w.root).includes('user: hello there'));
    const template = join(templates, 'scripts/prepare.js.hbs');
    writeFileSync(template, `${readFileSync(template, 'utf8')}\n// a line more\n`);
    const definition = () => unzipped(join(w.root, 'dist/parcels-xo10.zip'), 'botDefinition.json');
    await w.until(() => definition().includes(encodeURIComponent('// a line more')));
    writeFileSync(template, '{{broken');
    await w.until(() => w.errors.length > 0);
    expect(definition()).toContain(encodeURIComponent('// a line more'));
    cpSync(join(PROJECT, 'templates/scripts/prepare.js.hbs'), template);
    await w.until(() => !definition().includes(encodeURIComponent('// a line more')));
  });

  it('leaves no scratch files in dist/', async () => {
    const w = await started();
    change(spec(w.root, 'book-pickup.yaml'), 'The courier is booked.', 'Once.');
    await w.until(() => catalogue(w.root).includes('Once'));
    // Files take their places one after the other; the catalogue may be among the first.
    await w.until(
      () => !readdirSync(join(w.root, 'dist'), { recursive: true }).some((f) => String(f).includes('.new-')),
    );
  });
});
