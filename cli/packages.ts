import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { productManifest } from './product';

const find = createRequire(__filename);

/** What to say when a command needs packages that were left out when the product was installed; undefined when it has all. */
export function lacking(command: string): string | undefined {
  const { name, optionalDependencies } = productManifest();
  const missing = Object.keys(optionalDependencies).filter((one) => !isThere(one));
  if (missing.length === 0) return undefined;
  return (
    `"${command}" needs packages that were left out when ${name} was installed: ${missing.join(', ')}.\n` +
    `Install it again with them: npm install ${name} --include=optional`
  );
}

/** Looked for by its folder: a package may hide its package.json from whoever requires it. */
const isThere = (name: string): boolean =>
  (find.resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name, 'package.json')));
