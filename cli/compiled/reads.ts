import { readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Loader, Plugin } from 'esbuild';
import { manifestEntryOf } from './files';
import type { FileDigests } from './manifest';

/** Reads files of a project, and remembers which, as they were at that moment. */
export interface FileReader {
  readonly files: FileDigests;
  /** The text of a file, by its path below the project. */
  text(path: string): string;
  /** Makes esbuild read through it. What packages bring is not remembered: the lock file stands for it. */
  readonly plugin: Plugin;
}

const LOADERS: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.js': 'js', '.json': 'json', '.css': 'css' };

export function reads(project: string): FileReader {
  const files: Record<string, FileDigests[string]> = {};
  const text = (path: string): string => {
    // Told before it is read: a change between the two shows as one.
    const file = join(project, path);
    const entry = manifestEntryOf(file);
    const content = readFileSync(file);
    files[path] = entry(content);
    return content.toString('utf8');
  };
  const plugin: Plugin = {
    name: 'reads',
    setup: (esbuild) =>
      void esbuild.onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => {
        const loader = LOADERS[extname(path)];
        if (loader === undefined || /[\\/]node_modules[\\/]/.test(path)) return undefined;
        return { contents: text(relative(project, path).split(sep).join('/')), loader };
      }),
  };
  return { files, text, plugin };
}
