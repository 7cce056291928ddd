import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { JobResult, SandboxRequest, SandboxResult } from './sandbox/protocol';

export type { SandboxJob, SandboxRequest, SandboxResult, ScriptError } from './sandbox/protocol';

/** Where the author's scripts run: no network, no files, at most 64 MB and one second of wall time for each request. */
export interface Sandbox {
  /** Runs the jobs in order in a fresh heap. Never rejects: what goes wrong is in the result. */
  run(request: SandboxRequest): Promise<SandboxResult>;
  /** Ends the thread; a later `run` starts another. */
  close(): Promise<void>;
}

/**
 * The engine stops a script after a second by itself, but cannot look at the clock inside a long built-in call
 * (`new Array(1e9).join()`); after this the thread is ended from outside.
 */
const KILL_AFTER_MS = 1250;
const START_LIMIT_MS = 20_000;

interface Thread {
  readonly worker: Worker;
  readonly ready: Promise<boolean>;
}

/**
 * A sandbox with a thread of its own, started at the first `run` and again after it had to be ended. Requests queue, so
 * that the time limit measures the script alone. The thread never keeps the process alive.
 */
export function createSandbox(): Sandbox {
  let thread: Thread | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const end = async () => {
    const old = thread;
    thread = undefined;
    await old?.worker.terminate();
  };
  const runNow = async (request: SandboxRequest): Promise<SandboxResult> => {
    thread ??= startThread();
    const { worker, ready } = thread;
    worker.ref();
    try {
      const answer = (await ready) ? await exchange(worker, request) : crashed(request, 'the sandbox did not start');
      if (answer.jobs.some((job) => !job.ok && job.error.kind === 'crash')) await end();
      return answer;
    } finally {
      worker.unref();
    }
  };
  return {
    run: (request) => {
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

let shared: Sandbox | undefined;

/** The process's one sandbox: starting a thread costs half a second, and requests are isolated from each other anyway. */
export const sharedSandbox = (): Sandbox => (shared ??= createSandbox());

/** The thread is TypeScript like the rest, hence the loader; it sees no variable of the process's environment. */
function startThread(): Thread {
  const worker = new Worker(join(__dirname, 'sandbox', 'worker.ts'), {
    execArgv: ['-r', require.resolve('ts-node/register')],
    env: { TS_NODE_PROJECT: join(__dirname, '..', 'tsconfig.json'), TS_NODE_COMPILER_OPTIONS: '{"target":"es2022"}' },
    resourceLimits: { stackSizeMb: 16 },
  });
  worker.on('error', () => undefined);
  const ready = settle<boolean>(
    worker,
    START_LIMIT_MS,
    () => true,
    () => false,
  );
  return { worker, ready };
}

const exchange = (worker: Worker, request: SandboxRequest): Promise<SandboxResult> => {
  const answer = settle<SandboxResult>(
    worker,
    KILL_AFTER_MS,
    (message) => message as SandboxResult,
    (why) => crashed(request, why),
  );
  worker.postMessage(request);
  return answer;
};

/** The thread's next message, or `otherwise` when it fails, ends or says nothing in time. */
function settle<T>(
  worker: Worker,
  limitMs: number,
  then: (message: unknown) => T,
  otherwise: (why: string) => T,
): Promise<T> {
  return new Promise((resolve) => {
    const done = (value: T) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(value);
    };
    const onMessage = (message: unknown) => done(then(message));
    const onError = (error: Error) => done(otherwise(error.message));
    const onExit = () => done(otherwise('the sandbox ended'));
    const timer = setTimeout(() => done(otherwise('ran too long and was ended')), limitMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

function crashed(request: SandboxRequest, message: string): SandboxResult {
  const failed: JobResult = { ok: false, error: { kind: 'crash', message }, printed: '', logs: [] };
  return { jobs: request.jobs.map(() => failed), puts: [] };
}
