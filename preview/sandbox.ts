import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { readTexts } from './sandbox/plain';
import type { JobResult, SandboxRequest, SandboxResult } from './sandbox/protocol';

export type { SandboxJob, SandboxRequest, SandboxResult } from './sandbox/protocol';

/** Where the author's scripts run: no network, no files, at most 64 MB and one second of the processor for each request. */
export interface Sandbox {
  /** Runs the jobs in order in a fresh heap. Never rejects: what goes wrong is in the result. */
  run(request: SandboxRequest): Promise<SandboxResult>;
  /** Ends the child; a later `run` starts another. */
  close(): Promise<void>;
}

/** The child ends itself when a script uses too much of the processor; one that does nothing at all is killed after this. */
const KILL_AFTER_MS = 60_000;
const START_LIMIT_MS = 20_000;

interface Started {
  readonly child: ChildProcess;
  readonly ready: Promise<boolean>;
}

/**
 * A sandbox with a child process of its own, started at the first `run` and again after it had to be killed: nothing a
 * script does to the engine can reach the player. Requests queue, so that each has the engine to itself. An
 * idle child does not keep the player's process alive, and ends with it.
 */
export function createSandbox(): Sandbox {
  let started: Started | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const child = started?.child;
    started = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    hold(child, true);
    child.kill('SIGKILL');
    await gone;
  };
  const runNow = async (request: SandboxRequest): Promise<SandboxResult> => {
    started ??= startChild();
    const { child, ready } = started;
    hold(child, true);
    const answer = (await ready) ? await exchange(child, request) : crashed(request, 'the sandbox did not start');
    hold(child, false);
    if (answer.jobs.some((job) => !job.ok && job.error.kind === 'crash')) await end();
    return answer;
  };
  return {
    run: (request) => {
      const texts = readTexts(request);
      if (texts !== undefined) return Promise.resolve(texts);
      const result = queue.then(() => runNow(request));
      queue = result;
      return result;
    },
    close: async () => {
      await queue;
      await end();
    },
  };
}

/** The child sees no variable of the player's environment. */
function startChild(): Started {
  const child = fork(createRequire(__filename).resolve('#lib/preview/sandbox/child.js'), [], {
    execArgv: [],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => undefined);
  return {
    child,
    ready: withDeadline(
      child,
      START_LIMIT_MS,
      () => true,
      () => false,
    ),
  };
}

/** While it is held, the child keeps the player's process alive. */
function hold(child: ChildProcess, held: boolean): void {
  if (held) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

function exchange(child: ChildProcess, request: SandboxRequest): Promise<SandboxResult> {
  const answer = withDeadline<SandboxResult>(
    child,
    KILL_AFTER_MS,
    (message) => message as SandboxResult,
    (why) => crashed(request, why),
  );
  child.send(request, () => undefined);
  return answer;
}

/** The child's next message, or `otherwise` when it ends or says nothing in time. */
function withDeadline<T>(
  child: ChildProcess,
  limitMs: number,
  then: (message: unknown) => T,
  otherwise: (why: string) => T,
): Promise<T> {
  return new Promise((resolve) => {
    const done = (value: T) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      resolve(value);
    };
    const onMessage = (message: unknown) => done(then(message));
    const onExit = () => done(otherwise('the script broke the sandbox'));
    const timer = setTimeout(() => done(otherwise('ran too long and was killed')), limitMs);
    child.on('message', onMessage).on('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) onExit();
  });
}

function crashed(request: SandboxRequest, message: string): SandboxResult {
  const failed: JobResult = { ok: false, error: { kind: 'crash', message }, printed: '', logs: [] };
  return { jobs: request.jobs.map(() => failed), puts: [] };
}
