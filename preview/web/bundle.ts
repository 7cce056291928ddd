import { join } from 'node:path';
import { build } from 'esbuild';

/** The browser's code, bundled from `preview/page/` in memory when the server starts. */
export interface Bundle {
  readonly page: string;
  readonly chat: string;
}

const PAGE = join(__dirname, '..', 'page');

/** Bundles both entry points. Rejects when the browser code does not compile: our mistake. */
export async function bundle(): Promise<Bundle> {
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
