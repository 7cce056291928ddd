import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildView, isReport } from './builder';
import type { BuildView } from './protocol';

const PROJECT = join(__dirname, '..', '..');

/** Runs `build --json` in a process of its own for the specs below `root`; the result is in `root/dist`. Never rejects. */
export async function runBuild(root: string): Promise<BuildView> {
  const started = performance.now();
  const { out, trouble } = await run(root, ['build', '--json']);
  const ms = performance.now() - started;
  try {
    const report: unknown = JSON.parse(out);
    if (isReport(report)) return await buildView(root, report, ms);
  } catch {
    // What it printed is no report: say what it said instead.
  }
  return { state: 'failed', ms, problems: [], trouble: trouble.trim() || 'the build gave no report' };
}

/** The command line of the generator, through the loader that runs this process too. */
export const generatorArguments = (command: readonly string[]): readonly string[] => [
  '-r',
  require.resolve('ts-node/register'),
  join(PROJECT, 'generator', 'cli.ts'),
  ...command,
];

export const generatorEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  TS_NODE_PROJECT: join(PROJECT, 'tsconfig.json'),
});

function run(root: string, command: readonly string[]): Promise<{ readonly out: string; readonly trouble: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, generatorArguments(command), { cwd: root, env: generatorEnvironment() });
    let out = '';
    let trouble = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (trouble += part));
    child.on('error', (error) => resolve({ out: '', trouble: error.message }));
    child.on('close', () => resolve({ out, trouble }));
  });
}
