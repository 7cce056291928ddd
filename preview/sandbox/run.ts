import { readFileSync } from 'node:fs';
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten';
import { asGlobal, PRELUDE } from './prelude';
import type { JobResult, SandboxJob, SandboxRequest, SandboxResult, ScriptError, TimedPut } from './protocol';

const MEMORY_BYTES = 64 * 1024 * 1024;
const STACK_BYTES = 256 * 1024;
export const TIME_LIMIT_MS = 1000;

/** The author's text begins on the second line of what is run, so that columns stay true and lines are off by one. */
const FILE = 'author';
const wrap = ({ as, code }: SandboxJob) => (as === 'script' ? `(function(){\n${code}\n})()` : `(\n${code}\n)`);

/**
 * Runs the jobs of one request one after the other in a heap of their own: nothing of one request can reach another.
 * Never throws for anything a script does, except when the engine itself is broken, which the caller cures by a new process.
 */
export function runRequest(engine: QuickJSWASMModule, request: SandboxRequest): SandboxResult {
  const runtime = engine.newRuntime();
  runtime.setMemoryLimit(MEMORY_BYTES);
  runtime.setMaxStackSize(STACK_BYTES);
  const vm = runtime.newContext();
  try {
    return runIn(vm, runtime, request);
  } finally {
    vm.dispose();
    runtime.dispose();
  }
}

type Ask = (method: string, ...args: QuickJSHandle[]) => Attempt;

function runIn(vm: QuickJSContext, runtime: QuickJSRuntime, request: SandboxRequest): SandboxResult {
  const { jobs, context, ...rest } = request;
  const input = `{"context":${context},${JSON.stringify(rest).slice(1)}`;
  const host = using(vm.unwrapResult(vm.evalCode(PRELUDE, 'prelude')), (prelude) =>
    using(vm.newString(input), (text) => vm.unwrapResult(vm.callFunction(prelude, vm.undefined, text))),
  );
  const ask: Ask = (method, ...args) =>
    attempt(() =>
      using(vm.getProp(host, method), (fn) =>
        using(vm.unwrapResult(vm.callFunction(fn, host, ...args)), (result) => vm.getString(result)),
      ),
    );
  return using(host, () => {
    loadLibraries(vm, jobs);
    const deadline = Date.now() + TIME_LIMIT_MS;
    runtime.setInterruptHandler(() => Date.now() > deadline);
    const results = jobs.map((job) => runJob(vm, runtime, job, ask));
    runtime.removeInterruptHandler();
    return { jobs: results, ...stateAfter(ask, context) };
  });
}

/** Frees the handle whatever happens: one that is left over breaks the whole engine when its heap is freed. */
function using<T>(handle: QuickJSHandle, act: (handle: QuickJSHandle) => T): T {
  try {
    return act(handle);
  } finally {
    handle.dispose();
  }
}

function runJob(vm: QuickJSContext, runtime: QuickJSRuntime, job: SandboxJob, ask: Ask): JobResult {
  const run = vm.evalCode(wrap(job), FILE);
  if (run.error === undefined) {
    if (runtime.hasPendingJob()) runtime.executePendingJobs(1000).dispose();
    const taken = using(run.value, (value) => ask('take', value));
    if (taken.ok)
      return { ok: true, ...(JSON.parse(taken.text) as { value: unknown; printed: string; logs: string[] }) };
    return {
      ok: false,
      error: { kind: 'error', message: `the value cannot be kept: ${taken.why}` },
      printed: '',
      logs: [],
    };
  }
  const error = using(run.error, (handle) => describe(vm.dump(handle), job));
  const said = ask('take', vm.undefined);
  const { printed, logs } = said.ok
    ? (JSON.parse(said.text) as { printed: string; logs: string[] })
    : { printed: '', logs: [] };
  return { ok: false, error, printed, logs };
}

function stateAfter(ask: Ask, before: string): Pick<SandboxResult, 'context' | 'lost' | 'puts'> {
  const puts = ask('puts');
  const state = ask('state');
  return {
    puts: puts.ok ? (JSON.parse(puts.text) as TimedPut[]) : [],
    ...(!state.ok ? { lost: state.why } : state.text === before ? {} : { context: state.text }),
  };
}

type Attempt = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

function attempt(act: () => string): Attempt {
  try {
    return { ok: true, text: act() };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function describe(thrown: unknown, job: SandboxJob): ScriptError {
  const { name, message, stack } =
    typeof thrown === 'object' && thrown !== null ? (thrown as Record<string, unknown>) : {};
  const said = typeof message === 'string' ? message : `threw ${JSON.stringify(thrown)}`;
  const place = /\bauthor:(\d+):(\d+)/.exec(typeof stack === 'string' ? stack : '');
  const lines = job.code.split('\n').length;
  return {
    kind: kindOf(String(name), said),
    message: kindOf(String(name), said) === 'time' ? `ran longer than ${TIME_LIMIT_MS} ms` : said,
    ...(place && { line: Math.min(Math.max(Number(place[1]) - 1, 1), lines), column: Number(place[2]) }),
  };
}

function kindOf(name: string, message: string): ScriptError['kind'] {
  if (name === 'SyntaxError') return 'syntax';
  if (message === 'interrupted') return 'time';
  return message === 'out of memory' ? 'memory' : 'error';
}

const sources = new Map<string, string>();
const source = (file: string) => {
  const known = sources.get(file) ?? readFileSync(require.resolve(file), 'utf8');
  sources.set(file, known);
  return known;
};

/** `koreUtil` costs tens of milliseconds, so a script only pays for the parts its text mentions. */
function loadLibraries(vm: QuickJSContext, jobs: readonly SandboxJob[]): void {
  const text = jobs.map((job) => job.code).join('\n');
  if (!text.includes('koreUtil')) return;
  const load = (code: string) => vm.unwrapResult(vm.evalCode(code, 'library')).dispose();
  load('globalThis.koreUtil = {}');
  if (/\b_\b/.test(text)) load(asGlobal(source('lodash'), 'koreUtil._ = module.exports._ || module.exports;'));
  if (text.includes('moment')) load(asGlobal(source('moment/min/moment.min.js'), 'koreUtil.moment = module.exports;'));
}
