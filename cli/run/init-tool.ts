import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { productFolder, productManifest } from '../product';

/**
 * From where a new project installs the tool: the version of the registry from which it came, or its packed file, which is
 * put into the project so that it installs anywhere. Undefined when there is none and none can be made.
 */
export function toolFor(folder: string): string | undefined {
  const packed = existsSync(join(productFolder, 'make-lib.ts')) ? freshlyPacked(folder) : installedFrom();
  if (packed === undefined) return undefined;
  if (!packed.endsWith('.tgz')) return packed;
  const kept = join(folder, 'tool', basename(packed));
  mkdirSync(dirname(kept), { recursive: true });
  if (kept !== packed) copyFileSync(packed, kept);
  return `file:tool/${basename(packed)}`;
}

/** Packs the sources that this runs from. */
function freshlyPacked(folder: string): string | undefined {
  const destination = join(folder, 'tool');
  mkdirSync(destination, { recursive: true });
  const args = ['pack', '--silent', '--pack-destination', destination];
  const { status, stdout } = spawnSync('npm', args, {
    cwd: productFolder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const name = stdout.trim().split('\n').at(-1);
  return status === 0 && name ? join(destination, name) : undefined;
}

/** What npm noted when it installed the tool: a packed file, as its path, or the registry, as a range of versions. */
function installedFrom(): string {
  const { name, version } = productManifest();
  const modules = dirname(productFolder);
  try {
    const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
      readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
    };
    const resolved = lock.packages?.[`node_modules/${name}`]?.resolved ?? '';
    const file = resolve(dirname(modules), resolved.replace(/^file:/, ''));
    if (resolved.startsWith('file:') && existsSync(file) && file.endsWith('.tgz')) return file;
  } catch {
    // It was not npm that installed it.
  }
  return `^${version}`;
}
