import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { floors, stages } from '../../boundaries.json';

const PROJECT = join(__dirname, '..', '..');

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** Writes files, each with what it imports, and says which rules each of them breaks. */
function broken(files: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'boundaries.json', 'tsconfig.json'])
      cpSync(join(PROJECT, name), join(folder, name));
    const all = new Set([...Object.keys(files), ...Object.values(files).flat()]);
    for (const file of [...all].filter((name) => name.includes('/'))) {
      const lines = (files[file] ?? []).map((to, i) => `import type * as a${i} from '${specifier(file, to)}';`);
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${lines.join('\n')}\nexport {};\n`);
    }
    const program = join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const { stdout } = spawnSync(process.execPath, [program, '--output-type', 'json', '.'], { cwd: folder });
    const { violations } = (JSON.parse(String(stdout)) as Cruise).summary;
    const found: Record<string, string[]> = {};
    for (const { from, rule } of violations) (found[from] ??= []).push(rule.name);
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const specifier = (from: string, to: string) => {
  if (!to.includes('/')) return `node:${to}`;
  const path = relative(dirname(from), to).replaceAll('\\', '/').replace(/\.ts$/, '');
  return path.startsWith('.') ? path : `./${path}`;
};

const FOLDERS = Object.keys(floors);
const file = (folder: string, name: string) => (folder.endsWith('.ts') ? folder : `${folder}/${name}.ts`);

it('a folder may import what is below it, and is refused everything else, types too', () => {
  const planted: Record<string, readonly string[]> = {};
  for (const [folder, below] of Object.entries(floors)) {
    planted[file(folder, 'allowed')] = below.map((other) => file(other, 'target'));
    for (const other of [...FOLDERS, 'test'].filter(
      (one) => one !== folder && !(below as readonly string[]).includes(one),
    ))
      planted[file(folder, `wants-${other}`)] = [file(other, 'target')];
  }
  const found = broken(planted);
  for (const [path, imports] of Object.entries(planted)) {
    const folder = path.split('/')[0] ?? '';
    const expected = imports.length > 0 && !path.endsWith('/allowed.ts') ? [`floor-${folder}`] : undefined;
    expect([path, found[path]]).toEqual([path, expected]);
  }
});

it('a stage may import the stages it is told of, and is refused all others', () => {
  const planted: Record<string, readonly string[]> = {};
  for (const [stage, may] of Object.entries(stages)) {
    const floor = stage.split('/')[0] ?? '';
    planted[file(stage, 'allowed')] = may.map((other) => file(other, 'target'));
    const others = [...Object.keys(stages), `${floor}/elsewhere`].filter((one) => one.startsWith(`${floor}/`));
    for (const other of others.filter((one) => one !== stage && !(may as readonly string[]).includes(one)))
      planted[file(stage, `wants-${other.replace('/', '-')}`)] = [file(other, 'target')];
  }
  const found = broken(planted);
  for (const path of Object.keys(planted)) {
    const stage = dirname(path).replace('/', '-');
    expect([path, found[path]]).toEqual([path, path.endsWith('/allowed.ts') ? undefined : [`stage-${stage}`]]);
  }
});

it('only the files that are listed touch the disk', () => {
  const found = broken({
    'generator/compile/sly.ts': ['fs'],
    'kore/sly.ts': ['fs/promises'],
    'preview/nodes/sly.ts': ['fs'],
    'generator/source/read.ts': ['fs'],
  });
  expect(found).toEqual({
    'generator/compile/sly.ts': ['disk'],
    'kore/sly.ts': ['disk'],
    'preview/nodes/sly.ts': ['disk'],
  });
});

it('no file leads back to itself, not by a type either', () => {
  expect(broken({ 'kore/one.ts': ['kore/two.ts'], 'kore/two.ts': ['kore/one.ts'] })).toEqual({
    'kore/one.ts': ['no-cycles'],
  });
});
