import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { lineJoiner } from './sandbox/lines';
import { readTexts } from './sandbox/plain';
import type { JobResult, SandboxRequest, SandboxResult } from './sandbox/protocol';
import { createWriter, readAnswer } from './sandbox/wire';

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
  /** Its two ends of pipes: where requests go, and where answers come from. */
  readonly pipes: readonly [requests: Socket, answers: Socket];
  readonly ready: Promise<boolean>;
  /** Sends a request and waits for the answer. */
  readonly exchange: (request: SandboxRequest) => Promise<SandboxResult>;
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
    const ending = started;
    started = undefined;
    if (ending === undefined || hasEnded(ending.child)) return;
    const gone = new Promise((resolve) => ending.child.once('exit', resolve));
    hold(ending, true);
    ending.child.kill('SIGKILL');
    await gone;
  };
  const runNow = async (request: SandboxRequest): Promise<SandboxResult> => {
    started ??= startChild();
    const using = started;
    hold(using, true);
    const answer = (await using.ready) ? await using.exchange(request) : crashed(request, 'the sandbox did not start');
    hold(using, false);
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
  const program = createRequire(__filename).resolve('#lib/preview/sandbox/child.js');
  const child = spawn(process.execPath, [program], { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
  // Node's pipes are sockets, which its types do not say.
  const pipes = [child.stdin, child.stdio[3]] as unknown as Started['pipes'];
  const [requests, answers] = pipes;
  child.on('error', () => undefined);
  for (const pipe of pipes) pipe.on('error', () => undefined);
  const nextLines = lineReader(child, answers);
  const write = createWriter();
  return {
    child,
    pipes,
    ready: nextLines(1, START_LIMIT_MS).then(({ lines }) => lines !== undefined),
    exchange: async (request) => {
      requests.write(`${write(request).join('\n')}\n`);
      const { lines: [result, context] = [], why = '' } = await nextLines(2, KILL_AFTER_MS);
      return result === undefined || context === undefined ? crashed(request, why) : readAnswer([result, context]);
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** While it is held, the child keeps the player's process alive. */
function hold({ child, pipes }: Started, held: boolean): void {
  for (const one of [child, ...pipes]) {
    if (held) one.ref();
    else one.unref();
  }
}

type Heard =
  { readonly lines: readonly string[]; readonly why?: never } | { readonly lines?: never; readonly why: string };

/** Gives the next lines that the child writes, or why they do not come: it ended, or said nothing in time. */
function lineReader(child: ChildProcess, answers: Socket): (count: number, limitMs: number) => Promise<Heard> {
  const join = lineJoiner();
  const waiting: string[] = [];
  let wanted = Infinity;
  let heard: (what: Heard) => void = () => undefined;
  const take = () => {
    if (waiting.length >= wanted) heard({ lines: waiting.splice(0, wanted) });
  };
  answers.on('data', (piece: Buffer) => {
    waiting.push(...join(piece));
    take();
  });
  const gone = () => heard({ why: 'the script broke the sandbox' });
  child.on('exit', gone).on('error', gone);
  return (count, limitMs) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => heard({ why: 'ran too long and was killed' }), limitMs);
      wanted = count;
      heard = (what) => {
        clearTimeout(timer);
        heard = () => undefined;
        wanted = Infinity;
        resolve(what);
      };
      if (hasEnded(child)) gone();
      else take();
    });
}

function crashed(request: SandboxRequest, message: string): SandboxResult {
  const failed: JobResult = { ok: false, error: { kind: 'crash', message }, printed: '', logs: [] };
  return { jobs: request.jobs.map(() => failed), puts: [] };
}
