import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { bundle } from './preview/web/bundle';

/**
 * Makes `lib/`, what the packed product runs: each module compiled on its own, so that every path between them and to their
 * data stays as in the source, and the browser's code bundled. Called by `npm pack`.
 */
async function makeLib(): Promise<void> {
  rmSync('lib', { recursive: true, force: true });
  const files = ['kore', 'apis', 'generator', 'services', 'preview', 'testing', 'deploy', 'cli']
    .flatMap(below)
    .filter((path) => !/README\.md$|screenshots/.test(path));
  const isPage = (path: string) => path.startsWith(join('preview', 'page'));
  const { metafile } = await build({
    entryPoints: [...files.filter((path) => path.endsWith('.ts') && !isPage(path))],
    outdir: 'lib',
    outbase: '.',
    bundle: true,
    plugins: [inlineOnly],
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
    metafile: true,
  });
  for (const path of files.filter((path) => !path.endsWith('.ts'))) copy(path);
  copy('templates');
  // The store plays its schema, and it is an example of specs.
  copy(join('specs', 'shopify'));
  const { page, chat } = await bundle();
  writeFileSync(join('lib', 'preview', 'page', 'page.js'), page);
  writeFileSync(join('lib', 'preview', 'page', 'chat.js'), chat);
  writeFileSync(join('lib', 'LICENSES.txt'), licences(metafile));
}

/** Packages whose own dependencies would be most of an installation, although little of them is used. */
const INLINED = /^(archiver|handlebars)$/;

/** Leaves every import as it is, except those of inlined packages and what these import themselves. */
const inlineOnly: Plugin = {
  name: 'inline-only',
  setup: (esbuild) =>
    void esbuild.onResolve({ filter: /.*/ }, ({ kind, path, importer }) =>
      kind === 'entry-point' || INLINED.test(path) || importer.includes('node_modules')
        ? null
        : { path, external: true },
    ),
};

/** The licences of the packages of which something was inlined. */
function licences({ inputs }: Metafile): string {
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
  );
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Named;
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
      return `${name} ${version} (${license ?? 'see below'})\n\n${text.trim()}\n`;
    })
    .join('\n----\n\n');
}

interface Named {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function copy(path: string): void {
  mkdirSync(dirname(join('lib', path)), { recursive: true });
  cpSync(path, join('lib', path), { recursive: true });
}

void makeLib();
