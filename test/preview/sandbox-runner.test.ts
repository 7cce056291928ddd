import { getQuickJS } from 'quickjs-emscripten';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRunner } from '../../preview/sandbox/run';
import type { SandboxJob, SandboxRequest, SandboxResult } from '../../preview/sandbox/protocol';

let run: (request: SandboxRequest) => SandboxResult;
beforeAll(async () => {
  run = createRunner(await getQuickJS());
});

const SESSION =
  '"session":{"EnterpriseContext":{},"BotContext":{},"UserContext":{},"UserSession":{},"BotUserSession":{}}';
const CONTEXT = `{"entities":{},${SESSION}}`;
const ask = (jobs: readonly SandboxJob[], more: Partial<SandboxRequest> = {}) =>
  run({ jobs, context: CONTEXT, env: {}, content: {}, ...more });
const script = (code: string): SandboxJob => ({ as: 'script', code });
const value = (code: string): SandboxJob => ({ as: 'value', code });
const errorOf = (job: SandboxJob) => {
  const [result] = ask([job]).jobs;
  return result?.ok === false ? result.error : undefined;
};

it.each<[job: SandboxJob, error: object]>([
  [script('a.b'), { kind: 'error', message: "'a' is not defined", line: 1 }],
  [script('\n\na.b'), { kind: 'error', line: 3 }],
  [script('let a ='), { kind: 'syntax', line: 1 }],
  [value('a.b'), { kind: 'error', line: 1 }],
  [value('1 +'), { kind: 'syntax', line: 1 }],
  [script('throw "no"'), { kind: 'error', message: 'threw "no"' }],
  [script('throw null'), { kind: 'error', message: 'threw null' }],
  [script('throw { message: 5 }'), { kind: 'error', message: 'threw {"message":5}' }],
  [script('throw { message: "m", stack: "author:9:7" }'), { kind: 'error', message: 'm', line: 1, column: 7 }],
  [script('throw { message: "m", stack: 5 }'), { kind: 'error', message: 'm' }],
  [script('throw { message: "interrupted" }'), { kind: 'time', message: 'used more than 1000 ms of the processor' }],
  [script('throw { message: "out of memory" }'), { kind: 'memory', message: 'out of memory' }],
  [script('throw { message: "interrupted", name: "SyntaxError" }'), { kind: 'syntax', message: 'interrupted' }],
])('what goes wrong in %j is told', (job, error) => expect(errorOf(job)).toMatchObject(error));

it('a thrown text has no place', () => {
  expect(errorOf(script('throw "no"'))).not.toHaveProperty('line');
  expect(errorOf(script('throw { message: "m", stack: "prelude:1:1" }'))).not.toHaveProperty('line');
});

describe('a request', () => {
  it('has a result for each job, and what was printed before something went wrong', () => {
    const { jobs } = ask([script('print("a"); koreDebugger.log("l"); x.y'), value('1'), script('print("b")')]);
    expect(jobs).toMatchObject([
      { ok: false, printed: 'a', logs: ['l'] },
      { ok: true, value: 1 },
      { ok: true, printed: 'b' },
    ]);
  });

  it('tells of the context only when it is another one', () => {
    expect(ask([script('context.entities.a = 1')]).context).toBe(`{"entities":{"a":1},${SESSION}}`);
    expect(ask([value('1')])).not.toHaveProperty('context');
    expect(ask([script('context.me = context')])).toMatchObject({ lost: expect.any(String) as string });
  });

  it('keeps no value that cannot be kept, and says so', () => {
    expect(errorOf(value('(() => { const a = {}; a.a = a; return a })()'))?.message).toMatch(
      /^the value cannot be kept: /,
    );
  });

  it('waits for what was promised', () => {
    const { context } = ask([script('Promise.resolve().then(() => { context.entities.late = 1 })')]);
    expect(context).toContain('"late":1');
  });

  it('leaves out a file of functions that does not run, and says so once', () => {
    const functions = ['function twice(n) { return 2 * n }', 'function ('];
    const { jobs } = ask([value('twice(2)'), value('twice(3)')], { functions });
    expect(jobs).toMatchObject([
      { value: 4, logs: [expect.stringMatching(/^a file of custom functions does not run: /)] },
      { value: 6, logs: [] },
    ]);
    expect(ask([value('1')], { functions: functions.slice(0, 1) }).jobs[0]?.logs).toEqual([]);
  });

  it('has scripts compiled that were seen before, with the same outcome and no trace of the last', () => {
    const codes = Array.from(
      { length: 12 },
      (_, i) => `context.entities.n = ${i}; typeof seen === "undefined" && (seen = ${i})`,
    );
    for (const [i, code] of [...codes.entries(), ...codes.entries(), ...codes.entries()])
      expect(ask([script(code)]).context).toBe(`{"entities":{"n":${i}},${SESSION}}`);
  });

  it('runs a script that closes its own body as what it is, whenever it comes', () => {
    const odd = '}; context.entities.escaped = 1; (function(){';
    for (let i = 0; i < 8; i += 1) ask([script(`print(${i})`), script(odd)]);
    expect(ask([script('print(typeof escaped)')]).context).toBeUndefined();
  });
});

describe('a history that comes by itself', () => {
  const context = `{"history":null,"entities":{},${SESSION}}`;
  const withHistory = (code: string, more: Partial<SandboxRequest> = {}) =>
    ask([script(code)], { context, history: '[{"n":1}]', ...more });
  const after = (code: string) => JSON.parse(withHistory(code).context ?? 'null') as Readonly<Record<string, unknown>>;

  it('is there for a script that looks at it, at its place', () => {
    const { jobs } = withHistory('print([context.history[0].n, context.history === context.history, context])');
    expect(jobs[0]?.printed).toBe(`[1,true,{"history":[{"n":1}],"entities":{},${SESSION}}]`);
  });
  it('is left out of the answer when nobody looked', () => {
    expect(withHistory('context.entities.a = 1')).toMatchObject({
      context: context.replace('"entities":{}', '"entities":{"a":1}'),
      sameHistory: true,
    });
    expect(withHistory('1')).not.toHaveProperty('context');
  });
  it.each([
    ['context.history.push(2)', [{ n: 1 }, 2]],
    ['context.history = [3]', [3]],
    ['context = { ...context, entities: {} }', [{ n: 1 }]],
    ['Object.freeze(context)', [{ n: 1 }]],
    ['context.copy = Object.create(context); context.copy.history = [4]', [{ n: 1 }]],
    ['delete context.history', undefined],
  ])('is in the answer as %s leaves it', (code, history) => {
    const { sameHistory } = withHistory(`context.entities.touched = 1; ${code}`);
    expect(after(`context.entities.touched = 1; ${code}`)['history'] ?? (sameHistory ? [{ n: 1 }] : undefined)).toEqual(
      history,
    );
  });
  it('is that of the request, not of the one before', () => {
    withHistory('print(context.history)');
    expect(withHistory('print(context.history)', { history: '["other"]' }).jobs[0]?.printed).toBe('["other"]');
  });
});

it('says nothing of the context when nobody asks', () => {
  const result = ask([script('context.entities.a = 1; BotContext.put("k", 1, 5); print("p")')], { keep: false });
  expect(result).toMatchObject({ jobs: [{ printed: 'p' }], puts: [] });
  expect(result).not.toHaveProperty('context');
});
