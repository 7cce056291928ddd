import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../preview/sandbox';
import type { Sandbox } from '../../preview/sandbox';

/** One that knows no script yet: it compiles after a few, and the more it knows, the more it waits for. */
let sandbox: Sandbox;
beforeEach(() => void (sandbox = createSandbox()));
afterEach(() => sandbox.close());

const SCOPES = { EnterpriseContext: {}, BotContext: {}, UserContext: {}, UserSession: {}, BotUserSession: {} };

async function run(code: string, context: object = {}) {
  const request = { context: JSON.stringify({ entities: {}, session: SCOPES, ...context }), env: {}, content: {} };
  const { jobs, context: after } = await sandbox.run({ ...request, jobs: [{ as: 'script', code }] });
  return { job: jobs[0], after: JSON.parse(after ?? '{}') as Readonly<Record<string, unknown>> };
}

/** A script again and again, with others between: some of the runs find it compiled. */
async function many(code: string) {
  const runs = [];
  for (let i = 0; i < 9; i += 1) {
    await run(`context.other = ${i}`);
    runs.push(await run(code));
  }
  return runs;
}

describe('a script that runs again', () => {
  it('does the same each time, in a fresh heap', async () => {
    const runs = await many(
      'globalThis.count = (globalThis.count || 0) + 1; context.count = count; print(typeof this)',
    );
    expect(runs.map(({ after, job }) => [after['count'], job?.printed])).toEqual(Array(9).fill([1, 'object']));
  });
  it('tells its errors at the same place each time', async () => {
    const runs = await many('let a = 1;\n  foo.bar()');
    expect(runs.map(({ job }) => job?.ok === false && [job.error.line, job.error.column])).toEqual(
      Array(9).fill([2, 3]),
    );
  });
  it('is interrupted, too', async () => {
    const code = 'if (context.goes) for (;;);';
    await many(code);
    expect((await run(code, { goes: true })).job).toMatchObject({ error: { kind: 'time' } });
  });
  it('leaves nothing in the heap by closing the function that it is put into', async () => {
    await many('})(); globalThis.leak = 1; (function () {');
    expect((await run('print(typeof leak)')).job?.printed).toBe('undefined');
  });
});
