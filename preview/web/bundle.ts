import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The browser's code, bundled from `preview/page/` in memory when the server starts (in the packed product: when it was packed). */
export interface Bundle {
  readonly page: string;
  readonly chat: string;
}

const PAGE = join(__dirname, '..', 'page');

/** Both entry points as one script each; bundled from source, or read where the packed product has them. */
export async function bundle(): Promise<Bundle> {
  if (existsSync(join(PAGE, 'main.ts'))) return bundleSource();
  const [page, chat] = await Promise.all(['page.js', 'chat.js'].map((name) => readFile(join(PAGE, name), 'utf8')));
  return { page: page ?? '', chat: chat ?? '' };
}

/** Rejects when the browser code does not compile: our mistake. */
async function bundleSource(): Promise<Bundle> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { page: join(PAGE, 'main.ts'), chat: join(PAGE, 'chat', 'chat.ts') },
    outdir: PAGE,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  const named = (name: string) => outputFiles.find(({ path }) => path.endsWith(`${name}.js`))?.text ?? '';
  return { page: named('page'), chat: named('chat') };
}
