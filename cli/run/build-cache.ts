import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { openCache, type DiskCache } from '../../generator/cache/disk-cache';

/** What a build consists of: its code, its validators and its templates. */
const CODE = ['lib/cli', 'lib/generator', 'lib/validators', 'templates'];

/** The cache of builds of a product, for its code as it is now; undefined where other code runs than the product's own compiled one. */
export function openBuildCache(product: string): DiskCache | undefined {
  if (!__filename.startsWith(join(product, 'lib') + sep)) return undefined;
  return openCache(join(product, 'node_modules', '.cache', 'kore-action-templates', 'made'), codeDigest(product));
}

function codeDigest(product: string): string {
  const hash = createHash('sha256');
  for (const path of CODE.flatMap((folder) => filesBelow(join(product, folder)))) {
    const content = readFileSync(path);
    hash.update(`${path.slice(product.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
