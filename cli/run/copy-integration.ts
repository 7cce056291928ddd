import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { withSchemas } from './schema-folder';

/**
 * Copies a folder of specs to `specs/<name>/` of a project; comments that name a schema then lead to where that is. Gives the
 * paths of the new files below the project.
 */
export function copyIntegration(from: string, root: string, name: string): readonly string[] {
  const folder = posix.join('specs', name);
  cpSync(from, join(root, folder), { recursive: true });
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
  for (const path of files.filter((one) => one.endsWith('.yaml'))) {
    const text = readFileSync(join(root, path), 'utf8');
    writeFileSync(join(root, path), withSchemas(root, path, text));
  }
  return files;
}
