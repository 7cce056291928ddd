import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceAnswer, ServiceRequest } from '../../services/service';
import { maskBody, maskHeaders, maskText, maskValue } from '../../preview/mask';
import { createTransport, MAX_RESPONSE_BYTES } from '../../preview/transport';
import type { HttpRequest } from '../../preview/transport';

let seen: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
let url = '';
const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
  seen.push({ url: request.url ?? '', headers: request.headers, body });
  if (request.url === '/slow') return;
  if (request.url === '/moved') response.writeHead(302, { location: 'https://example.com/' });
  if (request.url === '/cookies') response.setHeader('set-cookie', ['a=1', 'b=2']);
  if (request.url === '/cut') return void request.socket.destroy();
  response.end(request.url === '/big' ? Buffer.alloc(MAX_RESPONSE_BYTES + 1) : 'hello');
};
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => answer(request, response, body));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const storeRoute = (to: string) => ({ match: 'https://*.myshopify.com', to });
const realStoreRoute = (shop: string) => ({ match: `https://${shop}.myshopify.com`, to: 'itself' });

const send = (to: string, extra: Partial<HttpRequest> = {}, routes = [storeRoute(url)]) =>
  createTransport({ routes }).send({ method: 'GET', url: to, headers: {}, timeoutMs: 2000, ...extra });
const kind = async (...args: Parameters<typeof send>) => {
  const result = await send(...args);
  return result.ok ? 'ok' : result.kind;
};

describe('the transport', () => {
  it('sends every Shopify store to the local one, and says which was meant', async () => {
    seen = [];
    const result = await send('https://my-shop.myshopify.com/admin/x.json?a=1', {
      method: 'POST',
      body: '{"q":1}',
      headers: { 'X-A': 'b' },
    });
    expect(result).toMatchObject({ ok: true, status: 200, body: 'hello' });
    expect(seen[0]).toMatchObject({ url: '/admin/x.json?a=1', body: '{"q":1}' });
    expect(seen[0]?.headers).toMatchObject({
      'x-forwarded-host': 'my-shop.myshopify.com',
      'x-forwarded-proto': 'https',
      'x-a': 'b',
    });
  });
  it.each([
    'https://api.example.com/',
    'http://my-shop.myshopify.com/',
    'https://my-shop.myshopify.com.evil.example/',
    'https://evil.example/.myshopify.com',
    'https://my-shop.myshopify.com@evil.example/',
    'https://user:pass@my-shop.myshopify.com/',
    'https://a.b.myshopify.com/',
    'https://.myshopify.com/',
    'https://my-shop.myshopify.com:8443/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
  ])('sends nothing to %s', async (address) => {
    seen = [];
    expect(['refused', 'invalid']).toContain(await kind(address));
    expect(seen).toEqual([]);
  });
  it('lets nothing out without routes, and names the host', async () => {
    const result = await createTransport().send({
      method: 'GET',
      url: 'https://a.myshopify.com/',
      headers: {},
      timeoutMs: 100,
    });
    expect(result).toMatchObject({ ok: false, kind: 'refused' });
    expect(result.ok ? '' : result.message).toContain('https://a.myshopify.com');
  });
  it('lets out one exact host only when told so', () => {
    expect(() => createTransport({ routes: [realStoreRoute('demo')] })).not.toThrow();
    expect(() => createTransport({ routes: [{ match: 'https://*.myshopify.com', to: 'itself' }] })).toThrow(TypeError);
    expect(() => createTransport({ routes: [{ match: 'http://demo.myshopify.com', to: 'itself' }] })).toThrow(
      TypeError,
    );
    expect(() => createTransport({ routes: [{ match: 'https://a.example', to: 'https://b.example' }] })).toThrow(
      TypeError,
    );
    expect(() => createTransport({ routes: [{ match: 'a.example/path', to: url }] })).toThrow(TypeError);
  });
  it('does not follow a redirect', async () =>
    expect(await send('https://a.myshopify.com/moved')).toMatchObject({ ok: true, status: 302 }));
  it('stops at the time limit', async () =>
    expect(await kind('https://a.myshopify.com/slow', { timeoutMs: 50 })).toBe('timeout'));
  it('stops at 2 MB', async () => expect(await kind('https://a.myshopify.com/big')).toBe('too-large'));
  it('reports a broken connection', async () => expect(await kind('https://a.myshopify.com/cut')).toBe('connection'));
  it('reports a store that is not there', async () => {
    expect(await kind('https://a.myshopify.com/', {}, [storeRoute('http://127.0.0.1:9')])).toBe('connection');
  });
  it('has no body where a method takes none, and one cookie of several', async () => {
    expect(await kind('https://a.myshopify.com/', { body: 'x' })).toBe('invalid');
    expect(await send('https://a.myshopify.com/cookies')).toMatchObject({ headers: { 'set-cookie': 'b=2' } });
  });
  it('never puts a line break into a header', async () => {
    expect(await kind('https://a.myshopify.com/', { headers: { 'X-A': 'a\r\nHost: evil' } })).toBe('invalid');
  });
});

describe('a service in this process', () => {
  const asked: ServiceRequest[] = [];
  const sendTo = (answer: Partial<ServiceAnswer>, extra: Partial<HttpRequest> = {}) => {
    const to = (request: ServiceRequest): ServiceAnswer => {
      asked.push(request);
      return { status: 200, headers: { 'x-b': 'c' }, body: 'hello', ...answer };
    };
    const request = { method: 'post', url: 'https://s.myshopify.com/a?b=1', headers: { 'X-A': 'b' }, body: '{}' };
    return createTransport({ routes: [{ match: 'https://*.myshopify.com', to }] }).send({
      ...request,
      timeoutMs: 60_000,
      ...extra,
    });
  };

  it('is asked as one behind HTTP is', async () => {
    expect(await sendTo({})).toEqual({ ok: true, status: 200, headers: { 'x-b': 'c' }, body: 'hello' });
    expect(asked.at(-1)).toMatchObject({
      method: 'POST',
      url: '/a?b=1',
      headers: { 'x-a': 'b', 'x-forwarded-host': 's.myshopify.com', 'content-type': 'text/plain;charset=UTF-8' },
      body: '{}',
    });
  });
  it.each<[answer: Partial<ServiceAnswer>, kind: string]>([
    [{ cut: true }, 'connection'],
    [{ silent: true }, 'timeout'],
    [{ delayMs: 60_001 }, 'timeout'],
    [{ body: 'x'.repeat(MAX_RESPONSE_BYTES + 1) }, 'too-large'],
  ])('fails as one behind HTTP does, and nobody waits: %#', async (answer, kind) =>
    expect(await sendTo(answer)).toMatchObject({ ok: false, kind }),
  );
  it('may take as long as it is waited for', async () =>
    expect(await sendTo({ delayMs: 60_000 })).toMatchObject({ ok: true }));
  it.each<Partial<HttpRequest>>([{ headers: { 'X-A': 'a\r\nHost: evil' } }, { method: 'GET' }, { method: 'TRACE' }])(
    'is not asked what is no request: %j',
    async (extra) => {
      const before = asked.length;
      expect(await sendTo({}, extra)).toMatchObject({ ok: false, kind: 'invalid' });
      expect(asked).toHaveLength(before);
    },
  );
});

describe('masking', () => {
  const secrets = ['shpat_12/34', ''];
  it('hides known secrets in every spelling', () => {
    expect(maskText('a shpat_12/34 b shpat_12%2F34', secrets)).toBe('a •••• b ••••');
  });
  it('hides secret headers whatever they hold', () => {
    const headers = { Authorization: 'Bearer x', 'X-Shopify-Access-Token': 'y', Accept: 'z', Cookie: 'c' };
    expect(maskHeaders(headers, [])).toEqual({
      Authorization: '••••',
      'X-Shopify-Access-Token': '••••',
      Accept: 'z',
      Cookie: '••••',
    });
  });
  it('hides secret fields of bodies', () => {
    expect(maskBody('{"client_secret":"a\\"b","x":"1"}', [])).toBe('{"client_secret":"••••","x":"1"}');
    expect(maskBody('client_id=1&client_secret=abc&grant_type=x', [])).toBe(
      'client_id=1&client_secret=••••&grant_type=x',
    );
    expect(maskValue({ access_token: 'abc', scope: 's', list: [{ refresh_token: 'q' }] }, [])).toEqual({
      access_token: '••••',
      scope: 's',
      list: [{ refresh_token: '••••' }],
    });
  });
});
