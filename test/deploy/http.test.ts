import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_ANSWER_BYTES, send } from '../../deploy/http';
import type { Call } from '../../deploy/http';
import { failureOf } from './attempt';
import { fakeClock, quickly, scriptedServer } from './scripted-server';
import type { Answer, ScriptedServer } from './scripted-server';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(servers.splice(0).map((s) => s.close()));
});

const open = async (...answers: readonly Answer[]) => {
  const server = await scriptedServer(...answers);
  servers.push(server);
  return server;
};

let tokens = 0;
const call = (change: Partial<Call> = {}): Call => ({
  step: 'import',
  method: 'POST',
  path: '/x',
  limit: 'st-1',
  token: () => Promise.resolve(`token-${(tokens += 1)}`),
  repeatable: true,
  ...change,
});
const ONCE = call({ repeatable: false });
const fine = { body: '{"fine":true}' };

describe('a call that may be repeated', () => {
  it.each<[string, Answer]>([
    ['a 500', { status: 500 }],
    ['a 503', { status: 503 }],
    ['a 408', { status: 408 }],
    ['a 429', { status: 429 }],
    ['a lost connection', 'drop'],
  ])('is tried again after %s, with a new token, and counted each time', async (_, trouble) => {
    const server = await open(trouble, fine);
    const options = quickly(server.url);
    expect(await send(call(), options)).toEqual({ fine: true });
    expect(new Set(server.asked.map((a) => a.token)).size).toBe(2);
    expect(options.taken).toEqual(['st-1', 'st-1']);
  });

  it('is tried six times and no more, with doubling pauses', async () => {
    const server = await open({ status: 502, body: '{"errors":[{"msg":"down"}]}' });
    const clock = fakeClock();
    expect(await failureOf(send(call(), quickly(server.url, clock)))).toMatchObject({
      platformSaid: 'down',
      status: 502,
    });
    expect(server.asked).toHaveLength(6);
    expect(clock.slept).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  it('never pauses longer than a minute of its own accord, and jitters downwards by half at most', async () => {
    const server = await open({ status: 502 });
    const clock = fakeClock();
    const options = { ...quickly(server.url, clock), retryMs: 40_000, random: () => 0 };
    await failureOf(send(call(), options));
    expect(clock.slept).toEqual([20_000, 30_000, 30_000, 30_000, 30_000]);
  });

  it('waits as long as it is told to, and an hour at most', async () => {
    const told = (seconds: string) => ({ status: 503, headers: { 'retry-after': seconds } });
    const server = await open(told('90'), told('999999'), told('0'), told('soon'), fine);
    const clock = fakeClock();
    await send(call(), quickly(server.url, clock));
    expect(clock.slept).toEqual([90_000, 3_600_000, 4000, 8000]);
  });

  it('waits ten times as long for the rate limit', async () => {
    const server = await open({ status: 429 }, fine);
    const clock = fakeClock();
    await send(call(), quickly(server.url, clock));
    expect(clock.slept).toEqual([10_000]);
  });

  it.each([400, 401, 403, 404, 409, 410, 412, 422])('is not tried again after a %i', async (status) => {
    const server = await open({ status }, fine);
    expect(await failureOf(send(call(), quickly(server.url)))).toMatchObject({ status });
    expect(server.asked).toHaveLength(1);
  });
});

describe('a call that does harm when it is repeated', () => {
  it.each<[string, Answer]>([
    ['a 500', { status: 500 }],
    ['a 502', { status: 502 }],
    ['a 504', { status: 504 }],
    ['a 599', { status: 599 }],
    ['a 408', { status: 408 }],
    ['a connection that breaks', 'drop'],
    ['an answer that is no JSON', { body: '<html>' }],
    ['a redirect', { status: 302, headers: { location: '/y' } }],
  ])('is sent once, and its outcome is unknown after %s', async (_, trouble) => {
    const server = await open(trouble, fine);
    expect(await failureOf(send(ONCE, quickly(server.url)))).toMatchObject({ step: 'import', code: 'unknown-outcome' });
    expect(server.asked).toHaveLength(1);
  });

  it('is tried again when it certainly never arrived', async () => {
    const server = await open(fine);
    await server.close();
    const clock = fakeClock();
    expect(await failureOf(send(ONCE, quickly(server.url, clock)))).toMatchObject({ code: 'network' });
    expect(clock.slept).toHaveLength(5);
  });

  const broken = (cause: object) => () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause }));
  it.each([
    ['a host that is not there any more', { code: 'EHOSTUNREACH', syscall: 'read' }],
    ['a network that is not there any more', { code: 'ENETUNREACH', syscall: 'write' }],
    ['a reset', { code: 'ECONNRESET', syscall: 'read' }],
    ['a reset that says no more', { code: 'ECONNRESET' }],
    ['a socket that was closed', { code: 'UND_ERR_SOCKET' }],
    ['an answer that does not come', { code: 'UND_ERR_HEADERS_TIMEOUT' }],
    ['a body that does not come', { code: 'UND_ERR_BODY_TIMEOUT' }],
  ])('is sent once when it broke off by %s', async (_, cause) => {
    const fetched = vi.fn(broken(cause));
    vi.stubGlobal('fetch', fetched);
    expect(await failureOf(send(ONCE, quickly('http://x.example')))).toMatchObject({ code: 'unknown-outcome' });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it.each([
    { code: 'EHOSTUNREACH', syscall: 'connect' },
    { code: 'ENETUNREACH', syscall: 'connect' },
    { code: 'ECONNREFUSED', syscall: 'connect' },
    { code: 'ECONNREFUSED' },
    { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
    { code: 'EAI_AGAIN', syscall: 'getaddrinfo' },
    { code: 'UND_ERR_CONNECT_TIMEOUT' },
  ])('is tried again when nothing was reached: %j', async (cause) => {
    const fetched = vi.fn(broken(cause));
    vi.stubGlobal('fetch', fetched);
    expect(await failureOf(send(ONCE, quickly('http://x.example')))).toMatchObject({ code: 'network' });
    expect(fetched).toHaveBeenCalledTimes(6);
  });

  it('is tried again when the rate limit refused it', async () => {
    const server = await open({ status: 429 }, fine);
    expect(await send(ONCE, quickly(server.url))).toEqual({ fine: true });
  });
});

it('no call waits without an end, and what the network says of it holds no secret', async () => {
  const fetched = vi.fn((_: string, init: RequestInit) => {
    expect(init.signal).toBeInstanceOf(AbortSignal);
    return Promise.reject(Object.assign(new TypeError('x'), { cause: { message: 'no way to my-own-secret-value' } }));
  });
  vi.stubGlobal('fetch', fetched);
  const options = { ...quickly('http://x.example'), secrets: ['my-own-secret-value'] };
  expect((await failureOf(send(ONCE, options))).platformSaid).toBe('no way to ••••');
});

describe('an answer', () => {
  it('of nothing is one that says nothing', async () => {
    const server = await open({ body: 'null' });
    expect(await send(ONCE, quickly(server.url))).toEqual({});
  });

  it('that sends elsewhere is not followed, and no token goes there', async () => {
    const elsewhere = await open(fine);
    for (const status of [301, 302, 303, 307, 308]) {
      const server = await open({ status, headers: { location: `${elsewhere.url}/x` } });
      expect(await failureOf(send(call(), quickly(server.url)))).toMatchObject({ code: 'bad-answer' });
      expect(server.asked).toHaveLength(1);
    }
    expect(elsewhere.asked).toEqual([]);
  });

  it('of the greatest length is read, and one byte more is not', async () => {
    const text = (bytes: number) => ({ body: `"${'a'.repeat(bytes - 2)}"` });
    const fits = await open(text(MAX_ANSWER_BYTES));
    expect(await send(call(), quickly(fits.url))).toHaveLength(MAX_ANSWER_BYTES - 2);
    const long = await open(text(MAX_ANSWER_BYTES + 1));
    expect((await failureOf(send(call(), quickly(long.url)))).platformSaid).toContain('longer than 8 MB');
    expect(long.asked).toHaveLength(1);
  });

  it('that never ends is cut off, whatever its status', async () => {
    for (const status of [200, 400, 500]) {
      let written = 0;
      const server = await open((_, response) => {
        response.writeHead(status);
        const more = () => {
          if (response.destroyed) return;
          written += 65_536;
          if (response.write(Buffer.alloc(65_536, 'a'))) setImmediate(more);
          else response.once('drain', more);
        };
        more();
      });
      expect((await failureOf(send(call(), quickly(server.url)))).platformSaid).toContain('longer than');
      await server.close();
      expect(written).toBeLessThan(MAX_ANSWER_BYTES * 4);
    }
  });

  it('is told in the platform’s own words, on one line, without secrets and without what drives a terminal', async () => {
    const secret = 'x'.repeat(480) + 'top-secret-value-of-ours';
    const words = `no\u001b[2J\nway \u202e${secret} ${'y'.repeat(600)}`;
    const server = await open({ status: 400, body: JSON.stringify({ errors: [{ msg: words, code: 4002 }] }) });
    const { platformSaid } = await failureOf(send(call(), { ...quickly(server.url), secrets: [secret] }));
    expect(platformSaid).toMatch(/^no \[2J way •••• y+$/);
    expect(platformSaid).toHaveLength(500);
  });

  it('of 401 is called a clock that is off only when the server’s clock says so', async () => {
    const at = Date.parse('2026-01-01T00:10:00Z');
    const dated = { status: 401, headers: { date: new Date(at).toUTCString() } };
    const code = async (off: number) => {
      const server = await open(dated);
      return (await failureOf(send(call(), quickly(server.url, fakeClock(at + off))))).code;
    };
    expect(await code(61_000)).toBe('clock');
    expect(await code(-61_000)).toBe('clock');
    expect(await code(60_000)).toBe('unauthorized');
  });
});
