import { afterAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../preview/sandbox';
import type { SandboxJob, SandboxRequest } from '../../preview/sandbox';
import { readTexts } from '../../preview/sandbox/plain';

const sandbox = createSandbox();
afterAll(() => sandbox.close());

const session = {
  EnterpriseContext: {},
  BotContext: {},
  UserContext: { id: 'u' },
  UserSession: {},
  BotUserSession: { seen: 1 },
};
const request = (
  code: string,
  as: SandboxJob['as'] = 'script',
  extra: Partial<SandboxRequest> = {},
): SandboxRequest => ({
  jobs: [{ as, code }],
  context: JSON.stringify({ entities: {}, session }),
  env: { HOST: 'example' },
  content: { HELLO: 'Hi' },
  ...extra,
});
const run = async (code: string, as: SandboxJob['as'] = 'script', extra: Partial<SandboxRequest> = {}) => {
  const result = await sandbox.run(request(code, as, extra));
  const job = result.jobs[0];
  if (job === undefined) throw new Error('no result');
  return {
    ...result,
    job,
    after: result.context === undefined ? undefined : (JSON.parse(result.context) as Record<string, unknown>),
  };
};
const error = async (code: string, as: SandboxJob['as'] = 'script') => {
  const { job } = await run(code, as);
  return job.ok ? undefined : job.error;
};

describe('running scripts', () => {
  it('keeps what a script writes', async () => {
    expect((await run('context.entities.x = env.HOST + content.HELLO; context.y = [1]')).after).toMatchObject({
      entities: { x: 'exampleHi' },
      y: [1],
    });
  });
  it('joins what is printed and allows a return at the top', async () => {
    expect((await run('print("a"); print({ b: 1 }); return print("c"); print("d")')).job.printed).toBe('a{"b":1}c');
  });
  it('gives the value of an expression', async () => {
    expect((await run('BotUserSession.get("seen") + 1', 'value')).job).toMatchObject({ ok: true, value: 2 });
  });
  it('offers the session bare and under context', async () => {
    const { after, puts } = await run(
      'BotContext.put("k", 1, 5); context.session.UserSession.put("u", 2); context.BotUserSession.delete("seen")',
    );
    expect(after?.['session']).toEqual({ ...session, BotContext: { k: 1 }, UserSession: { u: 2 }, BotUserSession: {} });
    expect(puts[0]).toEqual({ scope: 'BotContext', key: 'k', minutes: 5 });
  });
  it('lets the user context be read only', async () => {
    expect((await run('print(UserContext.get("id") + typeof UserContext.put)')).job.printed).toBe('uundefined');
  });
  it('shows the clock it is given', async () => {
    const { job } = await run(
      'print(new Date().toISOString() + Date.now() + (new Date() instanceof Date) + new Date(0).getTime())',
      'script',
      { now: 1e12 },
    );
    expect(job.printed).toBe('2001-09-09T01:46:40.000Z1000000000000true0');
  });
  it('has lodash 3 and moment when a script mentions them', async () => {
    const { job } = await run(
      'print(koreUtil._.pluck([{ a: 1 }], "a")); print(koreUtil.moment().utc().format())',
      'script',
      { now: 0 },
    );
    expect(job.printed).toBe('[1]1970-01-01T00:00:00Z');
  });
  it('gives libraries that are kept between requests the clock and the chance of each request', async () => {
    const code =
      'print([koreUtil._.now(), koreUtil.moment().valueOf(), koreUtil.momenttz.tz("UTC").valueOf(), koreUtil._.random(1e9)])';
    const printed = async (now: number) =>
      JSON.parse((await run(code, 'script', { now })).job.printed) as readonly number[];
    const [first, second] = [await printed(1000), await printed(2000)];
    expect([first.slice(0, 3), second.slice(0, 3)]).toEqual([
      [1000, 1000, 1000],
      [2000, 2000, 2000],
    ]);
    expect(first[3]).not.toBe(second[3]);
  });
  it('keeps nothing of what a script does to a library', async () => {
    const code = 'print(typeof koreUtil._.mine + typeof koreUtil.moment); koreUtil._.mine = koreUtil.moment = 1;';
    const all = [await run(code), await run(code), await run('print(koreUtil._.mine)'), await run(code)];
    expect(all.map(({ job }) => job.printed)).toEqual([
      'undefinedfunction',
      'undefinedfunction',
      'undefined',
      'undefinedfunction',
    ]);
  });
  it('collects logs', async () => expect((await run('koreDebugger.log("x", 1)')).job.logs).toEqual(['x 1']));
  it('carries every text unharmed', async () => {
    const odd = '\u2028 \ud800 \u0000 "quotes" </script> é';
    const context = JSON.stringify({ odd, entities: {}, session });
    expect((await run('print(context.odd)', 'script', { context })).job.printed).toBe(odd);
  });
  it('keeps a __proto__ key as data', async () => {
    const { after } = await run('context.z = JSON.parse(\'{"__proto__": {"polluted": 1}}\')');
    expect(Object.keys(after?.['z'] ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a plain path', () => {
  const context = JSON.stringify({
    entities: { x: 'é \ud800', n: 1, list: ['a'], none: null },
    BotContext: { x: 'hidden by the scope' },
    session: { ...session, UserSession: { get: 'hidden by the function', kept: 'k' } },
  }).replace('"n"', '"__proto__":{"x":"own"},"n"');
  it.each([
    'env.HOST',
    'content.HELLO',
    'context.entities.x',
    'context.entities.__proto__.x',
    'context.entities.n',
    'context.entities.list',
    'context.entities.x.length',
    'context.entities.none',
    'context.entities.missing',
    'context.missing.x',
    'context.BotContext.x',
    'context.session.UserSession.get',
    'context.session.UserSession.kept',
    'env.toString',
    'env.constructor.name',
    'nothing.at.all',
  ])('is read as the engine would: %s', async (path) => {
    const { job: engine } = await run(`(${path})`, 'value', { context });
    const { job: plain } = await run(path, 'value', { context });
    expect(plain.ok ? plain : plain.error.message).toEqual(engine.ok ? engine : engine.error.message);
  });
  it('to a text, or to nothing, needs no engine', () => {
    const jobs = ['env.HOST', 'content.HELLO', 'context.session.UserSession.missing'];
    const texts = readTexts({ ...request('', 'value'), jobs: jobs.map((code) => ({ as: 'value', code })) });
    expect(texts?.jobs).toMatchObject([{ value: 'example' }, { value: 'Hi' }, { value: null }]);
  });
});

describe('errors of a script', () => {
  it('have line and column in the text as written', async () => {
    expect(await error('let a = 1;\n  foo.bar()')).toMatchObject({ kind: 'error', line: 2, column: 3 });
    expect(await error('let a = ;')).toMatchObject({ kind: 'syntax', line: 1, column: 9 });
    expect(await error('context.a.b', 'value')).toMatchObject({ kind: 'error', line: 1 });
  });
  it('may be anything thrown', async () => expect((await error('throw "no"'))?.message).toContain('no'));
  it('include a context that cannot be kept', async () =>
    expect((await run('context.me = context')).lost).toBeDefined());
});

describe('keeping a script in', () => {
  it.each(['fetch', 'require', 'process', 'setTimeout', 'XMLHttpRequest'])('has no %s', async (name) => {
    expect((await run(`typeof ${name}`, 'value')).job).toMatchObject({ value: 'undefined' });
  });
  it('keeps one run from another', async () => {
    await run('globalThis.leak = 1; Array.prototype.leak = 1; i = 5');
    expect((await run('typeof leak + typeof [].leak + typeof i', 'value')).job).toMatchObject({
      value: 'undefinedundefinedundefined',
    });
  });
  it('gives each run the built-in objects as they were', async () => {
    await run(
      'JSON.parse = JSON.stringify = print = undefined; Date.prototype.getTime = Array.prototype.map = () => 0',
    );
    await run(
      'Object.freeze(Object.prototype); for (const key of Object.getOwnPropertyNames(globalThis)) delete globalThis[key]',
    );
    expect((await run('context.x = [1, 2].map((n) => n + new Date(5).getTime()); print("x")')).after).toMatchObject({
      x: [6, 7],
    });
  });
  it('gives each run other random numbers', async () => {
    const draw = async () =>
      JSON.parse((await run('print([Math.random(), Math.random()])')).job.printed) as readonly number[];
    const drawn = new Set([...(await draw()), ...(await draw())]);
    expect(drawn.size).toBe(4);
    expect([...drawn].every((n) => n > 0 && n < 1)).toBe(true);
  });
  it('gives each run the whole memory and stack', async () => {
    const depth = async () =>
      (await run('let d = 0; (function f() { try { d += 1; f(); } catch {} })(); print(d)')).job.printed;
    const before = await depth();
    for (let i = 0; i < 5; i += 1) expect(await error('globalThis.big = new Array(3e6).fill(i => i)')).toBeUndefined();
    await run('let o = {}; context.deep = o; for (let i = 0; i < 1e5; i += 1) o = o.a = {}');
    await run('eval("(".repeat(1e5))');
    expect(await depth()).toBe(before);
  });
  it.each([
    ['an endless loop', 'for (;;);', 'time'],
    ['an endless pattern', '/^(a+)+$/.test("a".repeat(40) + "b")', 'time'],
    ['a caught endless loop', 'try { for (;;); } finally { for (;;); }', 'time'],
    ['too much memory', 'context.x = new Array(1e7).fill("a").map((x, i) => x + i)', 'memory'],
    ['endless recursion', '(function f() { f(); })()', 'error'],
  ])('ends %s', async (_name, code, kind) => {
    expect((await error(code))?.kind).toBe(kind);
  });
  it('ends what the engine cannot interrupt, and goes on', async () => {
    expect((await error('new Array(1e9).join("x")'))?.kind).toBe('crash');
    expect((await run('1 + 1', 'value')).job).toMatchObject({ value: 2 });
  });
  it('survives a hundred failing scripts', async () => {
    for (let i = 0; i < 100; i += 1) expect((await error('null.x'))?.kind).toBe('error');
    expect((await run('1', 'value')).job.ok).toBe(true);
  });
});
