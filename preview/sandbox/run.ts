import { randomInt } from 'node:crypto';
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten';
import { heaps } from './heaps';
import type { Restore } from './heaps';
import { PRELUDE } from './prelude';
import type { JobResult, SandboxJob, SandboxRequest, SandboxResult, ScriptError, TimedPut } from './protocol';

const MEMORY_BYTES = 64 * 1024 * 1024;
const STACK_BYTES = 256 * 1024;
/** How much of the processor's time the scripts of a request may use, in milliseconds. */
export const TIME_LIMIT_MS = 1000;
/** The engine stops a script by itself except inside a long built-in call (`new Array(1e9).join()`); then its process ends. */
export const KILL_LIMIT_MS = 1250;

/** The author's text begins on the second line of what is run, so that columns stay true and lines are off by one. */
const FILE = 'author';
const wrap = ({ as, code }: SandboxJob) => (as === 'script' ? `(function(){\n${code}\n})()` : `(\n${code}\n)`);

/**
 * Runs the jobs of one request one after the other. Each request finds the heap as it was when it was made, so nothing of
 * one can reach another. Never throws for anything a script does, except when the engine itself is broken, which the
 * caller cures by a new process.
 */
export function createRunner(engine: QuickJSWASMModule): (request: SandboxRequest) => SandboxResult {
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(MEMORY_BYTES);
  runtime.setMaxStackSize(STACK_BYTES);
  const vm = runtime.newContext();
  const host = vm.unwrapResult(vm.evalCode(PRELUDE, 'prelude'));
  let history = '';
  const historyText = vm.newFunction('history', () => vm.newString(history));
  vm.unwrapResult(vm.callFunction(vm.getProp(host, 'listen'), host, historyText));
  const restore = heaps(vm, engine.getWasmMemory(), FILE);
  return (request) => {
    const text = [...request.jobs.map(({ code }) => code), ...(request.functions ?? [])].join('\n');
    const scripts = request.jobs.filter(({ as }) => as === 'script').map(({ code }) => code);
    const compiled = restore(text, scripts);
    history = request.history ?? '';
    return runIn(vm, runtime, host, compiled, request);
  };
}

/** Calls one of the prelude's functions. Handles are not freed: the heap they point into is put back as a whole. */
type Ask = (method: string, arg?: QuickJSHandle) => Answer;
type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

function runIn(
  vm: QuickJSContext,
  runtime: QuickJSRuntime,
  host: QuickJSHandle,
  compiled: ReturnType<Restore>,
  { jobs, context, history, keep = true, functions = [], ...rest }: SandboxRequest,
): SandboxResult {
  const ask: Ask = (method, arg = vm.undefined) => {
    const result = vm.callFunction(vm.getProp(host, method), host, arg);
    if (result.error !== undefined) return { ok: false, why: saidBy(vm.dump(result.error)) };
    return { ok: true, text: vm.getString(result.value) };
  };
  const input = JSON.stringify({ ...rest, lazy: history !== undefined, seed: randomInt(1, 2 ** 31 - 1) });
  const begun = ask('begin', vm.newString(`{"context":${context},${input.slice(1)}`));
  if (!begun.ok) throw new Error(begun.why);
  runtime.setInterruptHandler(timeLimit());
  const troubles = loadFunctions(vm, functions);
  const results = jobs.map((job) => runJob(vm, runtime, compiled, job, ask));
  runtime.removeInterruptHandler();
  const state = keep ? stateAfter(ask, context) : { puts: [] };
  return { jobs: results.map((one, i) => (i === 0 ? withLogs(one, troubles) : one)), ...state };
}

/**
 * Tells whether the time is up: the processor's, so that what other programs do does not count. It is asked after some
 * thousand steps and begins to count then; asking for the processor's time is slow, so the clock is asked first.
 */
function timeLimit(): () => boolean {
  let start: { readonly clock: number; readonly cpu: NodeJS.CpuUsage } | undefined;
  return () => {
    start ??= { clock: performance.now(), cpu: process.cpuUsage() };
    if (performance.now() - start.clock <= TIME_LIMIT_MS) return false;
    const { user, system } = process.cpuUsage(start.cpu);
    return (user + system) / 1000 > TIME_LIMIT_MS;
  };
}

function runJob(
  vm: QuickJSContext,
  runtime: QuickJSRuntime,
  compiled: ReturnType<Restore>,
  job: SandboxJob,
  ask: Ask,
): JobResult {
  const made = job.as === 'script' ? compiled(job.code) : undefined;
  const run = made === undefined ? vm.evalCode(wrap(job), FILE) : vm.callFunction(made, vm.undefined);
  if (run.error === undefined) {
    if (runtime.hasPendingJob()) runtime.executePendingJobs(1000);
    const taken = ask('take', run.value);
    if (taken.ok)
      return { ok: true, ...(JSON.parse(taken.text) as { value: unknown; printed: string; logs: string[] }) };
    return {
      ok: false,
      error: { kind: 'error', message: `the value cannot be kept: ${taken.why}` },
      printed: '',
      logs: [],
    };
  }
  const error = describe(vm.dump(run.error), job);
  const said = ask('take');
  const { printed, logs } = said.ok
    ? (JSON.parse(said.text) as { printed: string; logs: string[] })
    : { printed: '', logs: [] };
  return { ok: false, error, printed, logs };
}

function stateAfter(ask: Ask, before: string): Omit<SandboxResult, 'jobs'> {
  const state = ask('state');
  if (!state.ok) return { lost: state.why, puts: [] };
  const at = state.text.indexOf('\n');
  const puts = JSON.parse(state.text.slice(0, at)) as TimedPut[];
  const context = state.text.slice(at + 2);
  if (context === before) return { puts };
  return { puts, context, ...(state.text[at + 1] === '=' && { sameHistory: true }) };
}

const withLogs = (result: JobResult, more: readonly string[]): JobResult => ({
  ...result,
  logs: [...more, ...result.logs],
});

const partsOf = (thrown: unknown): Readonly<Record<string, unknown>> =>
  typeof thrown === 'object' && thrown !== null ? (thrown as Record<string, unknown>) : {};

const saidBy = (thrown: unknown): string => {
  const { message } = partsOf(thrown);
  return typeof message === 'string' ? message : `threw ${JSON.stringify(thrown)}`;
};

function describe(thrown: unknown, job: SandboxJob): ScriptError {
  const { name, stack } = partsOf(thrown);
  const said = saidBy(thrown);
  const place = /\bauthor:(\d+):(\d+)/.exec(typeof stack === 'string' ? stack : '');
  const lines = job.code.split('\n').length;
  return {
    kind: kindOf(String(name), said),
    message: kindOf(String(name), said) === 'time' ? `used more than ${TIME_LIMIT_MS} ms of the processor` : said,
    ...(place && { line: Math.min(Math.max(Number(place[1]) - 1, 1), lines), column: Number(place[2]) }),
  };
}

function kindOf(name: string, message: string): ScriptError['kind'] {
  if (name === 'SyntaxError') return 'syntax';
  if (message === 'interrupted') return 'time';
  return message === 'out of memory' ? 'memory' : 'error';
}

/** A file of custom functions that does not run leaves its functions out; whoever calls one is told that it is not defined. */
const loadFunctions = (vm: QuickJSContext, functions: readonly string[]): string[] =>
  functions.flatMap((file) => {
    const { error } = vm.evalCode(file, 'functions');
    return error === undefined ? [] : [`a file of custom functions does not run: ${saidBy(vm.dump(error))}`];
  });
