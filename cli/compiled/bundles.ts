import { relative, sep } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { licences } from './licences';
import type { FileReader } from './reads';
import type { LibStep } from './step';

/**
 * What runs in Node: one file for each program, with everything that it needs but the optional packages. Loading some
 * four hundred files would take longer than building eight actions.
 */
export const programs: LibStep['make'] = async (project, read) => {
  const { optionalDependencies } = JSON.parse(read.text('package.json')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const { outputs, packages } = await bundled(project, read, {
    entryPoints: [
      'cli/main.ts',
      'cli/program.ts',
      'generator/package/pack-thread.ts',
      'preview/sandbox/child.ts',
      'editor/vscode.ts',
    ],
    outbase: '.',
    outdir: 'lib',
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // Validators stand beside; asking questions is rare, and takes as much code as building.
    external: [...Object.keys(optionalDependencies), '#validators/*', '@inquirer/prompts', 'vscode'],
    // The path of a module of ours has no meaning to Node's own import().
    supported: { 'dynamic-import': false },
  });
  return new Map<string, string | Uint8Array>([...outputs, ['lib/LICENSES.txt', licences(project, packages)]]);
};

/** What runs in the preview's page and in its chat window. */
export const pages: LibStep['make'] = async (project, read) => {
  const { outputs } = await bundled(project, read, {
    entryPoints: { page: 'preview/page/main.ts', chat: 'preview/page/chat/chat.ts' },
    outdir: 'lib/preview/page',
    minify: true,
    format: 'iife',
    target: 'es2022',
  });
  return outputs;
};

async function bundled(project: string, { plugin }: FileReader, options: BuildOptions) {
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: project,
    bundle: true,
    write: false,
    metafile: true,
    plugins: [plugin],
    logLevel: 'silent',
  });
  const path = (absolute: string) => relative(project, absolute).split(sep).join('/');
  return {
    outputs: new Map(outputFiles.map((file) => [path(file.path), file.contents] as const)),
    packages: Object.keys(metafile.inputs).filter((input) => input.includes('node_modules/')),
  };
}
