import { describe, expect, it } from 'vitest';
import { failing, localBackend, realBackend } from '../../preview/backend';
import { createTransport, MAX_RESPONSE_BYTES, routeMatches } from '../../preview/transport';
import type { LocalService } from '../../services/service';

describe('what stands behind a bot', () => {
  const service = (title: string, env: Record<string, string>): LocalService =>
    ({
      ...{ title, env, routes: [`https://${title}.example`], secrets: [`${title}-secret`] },
      faults: { header: (name: string) => ['X-Fault', name] },
      start: () => Promise.reject(new Error(`${title} was started`)),
      close: () => Promise.resolve(),
    }) as unknown as LocalService;
  const variable = (key: string, secured = false) => ({ key, value: `written-${key}`, secured });
  const bot = { env: [variable('A'), variable('S', true)] } as unknown as Parameters<typeof localBackend>[0];
  const own = { given: { G: 'given', A: 'given' }, known: { A: 'known', B: 'known', K: 'known' } };
  const request = (url: string) => ({ method: 'GET', url, headers: {}, timeoutMs: 100 });

  it('are the services that know a variable of it, or none', () => {
    const all = [service('one', { A: 'one' }), service('two', { Z: 'two' }), service('bare', {})];
    const backend = localBackend(bot, all, own, { env: { B: 'stub' }, answers: [] });
    expect(backend.title).toBe('one and bare');
    expect(backend.env).toEqual({ A: 'given', B: 'stub', K: 'known', G: 'given' });
    expect(backend.secrets).toEqual(['one-secret', 'bare-secret', 'written-S']);
    expect(localBackend(bot, [service('two', { Z: 'two' })], own).title).toBe('no service');
    expect(localBackend(bot, [], { given: { S: 'mine' }, known: {} }).secrets).toEqual(['mine']);
  });

  it('answers what is prepared, loses what is to be lost, and lets nothing else out', async () => {
    const answer = { status: 201, headers: {}, body: 'b' };
    const answers = [
      { url: 'https://p.example/a', ...answer },
      { url: 'https://p.example/lost', ...answer, lost: true as const },
    ];
    const backend = localBackend(bot, [service('one', { A: 'x' })], own, { env: {}, answers });
    expect(backend.title).toBe('one and prepared answers');
    const send = (url: string) => backend.transport.send(request(url));
    expect(await send('https://p.example/a')).toMatchObject({ ok: true, status: 201, body: 'b' });
    expect(await send('https://p.example/lost')).toEqual({
      ok: false,
      kind: 'timeout',
      message: 'no answer within 100 ms',
    });
    expect(await send('https://p.example/b')).toMatchObject({
      kind: 'refused',
      message: /^no prepared answer fits GET/,
    });
    await expect(send('https://one.example/x')).rejects.toThrow('one was started');
    const bare = await localBackend(bot, [], own).transport.send(request('https://p.example/a'));
    expect(bare).toMatchObject({ kind: 'refused', message: /^no route allows https:\/\/p\.example/ });
  });

  it('begins at once where it answers without HTTP, and then never listens', async () => {
    const begun: string[] = [];
    const near = (title: string) => ({
      ...service(title, {}),
      direct: () => {
        begun.push(title);
        return () => ({ status: 200, headers: {}, body: `${title} here` });
      },
    });
    const all = [near('near'), service('far', {})];
    const { transport } = localBackend(bot, all, own, undefined, 'direct');
    expect(begun).toEqual(['near']);
    const send = (url: string) => transport.send(request(url));
    expect([await send('https://near.example/'), await send('https://near.example/')]).toMatchObject([
      { body: 'near here' },
      { body: 'near here' },
    ]);
    expect(begun).toEqual(['near']);
    await expect(send('https://far.example/')).rejects.toThrow('far was started');
    await expect(localBackend(bot, all, own).transport.send(request('https://near.example/'))).rejects.toThrow();
  });

  it('is told a fault only where a service stands, and only when there is one', async () => {
    const seen: unknown[] = [];
    const backend = {
      ...localBackend(bot, [service('one', { A: 'x' })], own),
      transport: { send: (sent: { headers: object }) => (seen.push(sent.headers), Promise.resolve(undefined)) },
    } as unknown as Parameters<typeof failing>[0];
    let fault = '503';
    const transport = failing(backend, () => fault);
    await transport.send({ ...request('https://one.example/x'), headers: { a: 'b' } });
    await transport.send(request('https://other.example/x'));
    fault = '';
    await transport.send(request('https://one.example/x'));
    expect(seen).toEqual([{ a: 'b', 'X-Fault': '503' }, {}, {}]);
  });

  it('is one real service, with what a person gave', () => {
    const real = realBackend(bot, { title: 't', origin: 'https://t.example', env: { A: 'real', B: 'real' } }, own);
    expect([real.title, real.env, real.secrets, real.services]).toEqual([
      't',
      { A: 'given', B: 'real', K: 'known', G: 'given' },
      ['written-S'],
      [],
    ]);
  });
});

describe('a route', () => {
  it.each<[match: string, url: string, is: boolean]>([
    ['https://*.a.example', 'https://x.a.example/y?z', true],
    ['https://*.a.example', 'https://x.y.a.example/', false],
    ['https://a.example', 'https://aXexample/', false],
    ['https://A.example:8443', 'https://a.example:8443/', true],
    ['https://a.example', 'no address', false],
  ])('%s leads %s on: %s', (match, url, is) => expect(routeMatches(match, url)).toBe(is));

  it.each([
    ['https://a.example', 'http://evil.example', /leads to a loopback origin or to "itself"/],
    ['https://a.example', 'http://127.0.0.1:1/path', /leads to a loopback origin/],
    ['https://*.example', 'itself', /only one exact https host/],
    ['http://a.example', 'itself', /only one exact https host/],
    ['a.example', 'itself', /only one exact https host/],
    ['https://a.example/path', 'http://127.0.0.1', /matches an origin such as/],
  ])('from %s to %s is refused', (match, to, said) => {
    expect(() => createTransport({ routes: [{ match, to }] })).toThrow(said);
  });

  it.each(['https://:pw@a.example/', 'https://user@a.example/'])('lets %s nowhere', async (url) => {
    const routes = [{ match: 'https://a.example', to: 'http://127.0.0.1:9' }];
    const answer = await createTransport({ routes }).send({ method: 'GET', url, headers: {}, timeoutMs: 1000 });
    expect(answer).toMatchObject({ ok: false, kind: 'refused' });
  });

  it('needs an address', async () => {
    const answer = await createTransport().send({ method: 'GET', url: 'no address', headers: {}, timeoutMs: 1000 });
    expect(answer).toEqual({ ok: false, kind: 'invalid', message: 'not a URL: no address' });
  });

  it('reads two megabytes', () => expect(MAX_RESPONSE_BYTES).toBe(2_097_152));
});
