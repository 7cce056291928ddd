import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { drop, keep } from '../../kore/cache/files';
import { runModule, type Run } from '../../kore/cache/run-module';
import { programStamp, SOURCES } from './stamp';

const load = createRequire(__filename);

/**
 * `require` for a module of the generator with all that it imports. Loading some four hundred files takes longer than building
 * eight actions, so when they have not changed since they were put into one file, that file is run instead. `later` is
 * called with what makes or improves it, to be done when there is time.
 */
export function bundled<T>(path: string, later: (work: () => unknown) => void): T {
  // The packed product is compiled already, and has no bundler.
  if (!__filename.endsWith('.ts')) return load(path) as T;
  const family = `bundle-${basename(path)}-`;
  const name = `${family}${programStamp(...SOURCES).slice(0, 16)}.js`;
  const run = runSafely(name);
  if (run) {
    later(run.keepCompiled);
    return run.exports as T;
  }
  later(async () => {
    const code = await bundle(load.resolve(path));
    if (code === undefined) return;
    drop(family);
    keep(name, code);
  });
  return load(path) as T;
}

/** A file that does not run is as good as none: the modules themselves will say why, or it is made again. */
function runSafely(name: string): Run | undefined {
  try {
    return runModule(name);
  } catch {
    return undefined;
  }
}

async function bundle(path: string): Promise<string | undefined> {
  try {
    const { build } = load('esbuild') as typeof import('esbuild');
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: `node${process.versions.node}`,
      plugins: [ownPlaces],
      logLevel: 'silent',
    });
    return outputFiles[0]?.text;
  } catch {
    // Only time is lost.
    return undefined;
  }
}

/** Lets each of our modules go on to know where it is. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup: (esbuild) =>
    void esbuild.onLoad({ filter: /[\\/](kore|apis|generator|cli)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: `const __filename = ${JSON.stringify(path)}, __dirname = ${JSON.stringify(dirname(path))}; ${readFileSync(path, 'utf8')}`,
      loader: 'ts',
    })),
};
