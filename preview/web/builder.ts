import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import { codeFrame } from './code-frame';
import type { BuildView, ProblemView } from './protocol';

/** A process that builds the specs below one folder now, and again whenever one of them is saved. */
export interface Builder {
  /** Settles with the first build. */
  readonly ready: Promise<BuildView>;
  readonly close: () => Promise<void>;
}

/** What that process says after each build. */
type Report =
  | { readonly ok: boolean; readonly milliseconds: number; readonly diagnostics: readonly Omit<ProblemView, 'frame'>[] }
  | { readonly error: string };

/** The first build takes seconds of a processor; whoever opens the page meanwhile goes first. */
const BEHIND = 10;

/**
 * Starts building. The generator runs in a process of its own: this one plays what was built and knows nothing of how.
 * `onBuild` hears of every build, in order.
 */
export function startBuilder(root: string, onBuild: (build: BuildView) => Promise<void>): Builder {
  const child = fork(createRequire(__filename).resolve('#lib/cli/main.js'), ['watch'], {
    cwd: root,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  prioritize(child.pid, BEHIND);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let closing = false;
  let queue: Promise<unknown> = Promise.resolve();
  const ready = new Promise<BuildView>((resolve) => {
    const hear = (view: Promise<BuildView>) => {
      queue = queue.then(async () => {
        const build = await view;
        if (!closing) await onBuild(build);
        prioritize(child.pid, 0);
        resolve(build);
      });
    };
    child.on('message', (report: Report) => hear(viewOf(root, report)));
    child.once('error', (error) => hear(Promise.resolve(failed(error.message))));
    child.once('exit', () => hear(Promise.resolve(failed('The build process has ended. Start the preview again.'))));
  });
  return {
    ready,
    close: async () => {
      closing = true;
      child.kill();
      await gone;
    },
  };
}

/** Some systems let a process fall behind but not come back; then it stays there, which shows only on a busy machine. */
function prioritize(pid: number | undefined, priority: number): void {
  try {
    if (pid !== undefined) setPriority(pid, priority);
  } catch {
    // Not allowed, or already gone.
  }
}

const failed = (trouble: string): BuildView => ({ state: 'failed', problems: [], trouble });

async function viewOf(root: string, report: Report): Promise<BuildView> {
  if ('error' in report) return failed(report.error);
  const { ok, milliseconds, diagnostics } = report;
  const problems = diagnostics.map(async (diagnostic) => {
    const { file, line, column } = diagnostic;
    return { ...diagnostic, frame: await codeFrame(root, file, line, column) };
  });
  return { state: ok ? 'ok' : 'failed', ms: milliseconds, problems: await Promise.all(problems) };
}
