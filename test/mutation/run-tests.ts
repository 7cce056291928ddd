import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

interface VitestReport {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

interface TestRun {
  /** The run is ended, with all that it started, when nothing was heard of it for so long. */
  readonly ms: number;
  /** Where tests write down what becomes of mutants; without it they run up to the first that fails. */
  readonly log?: string;
}

/** Runs test files of a copy in the order given. Returns the first that failed; or that they had to be ended, or did not run. */
export async function runTests(
  copy: string,
  files: readonly string[],
  { ms, log }: TestRun,
): Promise<{ readonly failed?: string; readonly how: 'ran' | 'hung' | 'broken' }> {
  const output = join(copy, 'test-report.json');
  rmSync(output, { force: true });
  const config = ['--config', 'test/mutation/vitest.config.mts', '--root', '.'];
  const report = ['--reporter', 'json', '--outputFile', output, ...(log === undefined ? ['--bail', '1'] : [])];
  const args = [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', ...config, ...report, ...files];
  const more = log === undefined ? {} : { MUTANTS_LOG: log };
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', CI: '1', ...more };
  const child = spawn(process.execPath, args, { cwd: copy, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  let hung = false;
  const began = Date.now();
  const timer = setInterval(() => {
    const heard = log === undefined ? began : Math.max(began, statSync(log).mtimeMs);
    if (Date.now() - heard < ms || child.pid === undefined) return;
    hung = true;
    process.kill(-child.pid, 'SIGKILL');
  }, 1000);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (hung) return { how: 'hung' };
  if (code === 0) return { how: 'ran' };
  try {
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as VitestReport;
    const failed = testResults.find(({ status }) => status !== 'passed');
    return failed === undefined ? { how: 'ran' } : { how: 'ran', failed: relative(copy, failed.name) };
  } catch {
    // Counted as caught only when a test says so.
    process.stderr.write(`the tests do not run:\n${said.slice(-2000)}\n`);
    return { how: 'broken' };
  }
}
