import { relative, sep } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { licences } from './licences';
import type { FileReader } from './reads';
import type { LibStep } from './step';

/** What a build runs. */
export const building: LibStep['make'] = async (project, read) => {
  const entries = ['cli/main.ts', 'cli/build-program.ts', 'generator/package/pack-thread.ts'];
  return (await forNode(project, read, entries)).outputs;
};

/** What all other commands run. */
export const programs: LibStep['make'] = async (project, read) => {
  const entries = ['cli/program.ts', 'preview/sandbox/child.ts', 'editor/vscode.ts'];
  const { outputs, packages } = await forNode(project, read, entries);
  return new Map<string, string | Uint8Array>([...outputs, ['lib/LICENSES.txt', licences(project, packages)]]);
};

/**
 * One file for each program, with everything that it needs but the optional packages. Loading some four hundred files would take
 * longer than building eight actions.
 */
function forNode(project: string, read: FileReader, entryPoints: string[]) {
  const { optionalDependencies } = JSON.parse(read.text('package.json')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return bundled(project, read, {
    entryPoints,
    outbase: '.',
    outdir: 'lib',
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    // Validators stand beside; asking questions is rare, and takes as much code as building.
    external: [...Object.keys(optionalDependencies), '#validators/*', '@inquirer/prompts', 'vscode'],
    // Half as much to read. Lines, because Node shows the one that an error came from.
    minifyWhitespace: true,
    lineLimit: 160,
    // The path of a module of ours has no meaning to Node's own import().
    supported: { 'dynamic-import': false },
  });
}

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
