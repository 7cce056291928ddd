import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Named {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The licences of the packages of which something was put into a bundle, from the paths of what was. */
export function licences(project: string, paths: readonly string[]): string {
  const folders = new Set(paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  return [...folders]
    .sort()
    .map((folder) => {
      const read = (name: string) => readFileSync(join(project, folder, name), 'utf8');
      const { name, version, license } = JSON.parse(read('package.json')) as Named;
      const file = readdirSync(join(project, folder)).find((one) => /^licen[cs]e/i.test(one));
      return `${name} ${version} (${license ?? 'see below'})\n\n${file === undefined ? '' : read(file).trim()}\n`;
    })
    .join('\n----\n\n');
}
