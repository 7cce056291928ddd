import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formOf } from '../../../services/openapi/form';
import { openapiService } from '../../../services/openapi/service';
import type { LocalService } from '../../../services/service';

const DOCUMENT = readFileSync(join(__dirname, '../../apis/openapi/tickets.yaml'), 'utf8');

const bot = (host: string, more = '') => `
service: { host: '${host}', openapi: schema/desk.yaml }
variables:
  ACCOUNT: { hint: x }
  REGION: { hint: x, value: eu }
  KEY: { hint: x, secret: true }
${more}`;

let open: LocalService | undefined;
afterEach(() => open?.close());

/** The service of files that may change while it runs. */
function serviceOf(files: Record<string, string>, given = {}): LocalService {
  open = openapiService({ name: 'desk', given, read: (name) => files[name] });
  if (open === undefined) throw new Error('there is no service');
  return open;
}

const filesWith = (host: string, more = ''): Record<string, string> => ({
  'bot.yaml': bot(host, more),
  'schema/desk.yaml': DOCUMENT,
});

async function ask(service: LocalService, path: string, init: RequestInit = {}) {
  const response = await fetch(`${await service.start()}${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the service of a document', () => {
  it.each([
    ['${env.ACCOUNT}.desk.example', ['https://*.desk.example'], {}],
    ['desk.example', ['https://desk.example'], {}],
    ['${env.ACCOUNT}', ['https://desk.acme.example'], { ACCOUNT: 'desk.acme.example' }],
  ])('stands in for %s', (host, routes, given) => {
    expect(serviceOf(filesWith(host), given).routes).toEqual(routes);
  });

  it('also gives tokens, where the bot fetches them', async () => {
    const more =
      "credentials: { clientCredentials: { url: 'https://login.${env.REGION}.example/token', id: KEY, secret: KEY } }";
    const service = serviceOf(filesWith('desk.example', more));
    expect(service.routes).toEqual(['https://desk.example', 'https://login.*.example']);
    const secret = service.env['KEY'] ?? '';
    const token = (client_secret: string) =>
      ask(service, '/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_secret }),
      });
    expect((await token('wrong')).status).toBe(401);
    const { body } = await token(secret);
    const headers = { authorization: `Bearer ${String(body['access_token'])}`, language: 'en' };
    expect((await ask(service, '/api/tickets/1.json', { headers })).status).toBe(200);
    headers.authorization = 'Bearer wrong';
    expect((await ask(service, '/api/tickets/1.json', { headers })).status).toBe(401);
  });

  it('makes its secrets up, and takes the values that a variable has', () => {
    const { env, secrets } = serviceOf(filesWith('desk.example'));
    expect(env).toMatchObject({ ACCOUNT: 'example', REGION: 'eu' });
    expect(secrets).toEqual([env['KEY']]);
    expect(serviceOf(filesWith('desk.example')).env['KEY']).not.toBe(env['KEY']);
  });

  it('answers from its files as they are now, and remembers until they change', async () => {
    const files = filesWith('desk.example');
    const service = serviceOf(files);
    const key = `key=${service.env['KEY'] ?? ''}`;
    files['seed.json'] = JSON.stringify({ '/api/tickets': [{ id: 1, subject: 'Door' }] });
    const read = () => ask(service, `/api/tickets/1.json?${key}`);
    expect((await read()).body).toMatchObject({ subject: 'Door' });
    const body = JSON.stringify({ ticket: { subject: 'Roof', status: 'open' } });
    const headers = { 'content-type': 'application/json' };
    const made = await ask(service, `/api/tickets?${key}`, { method: 'POST', headers, body });
    expect(made.body).toMatchObject({ id: 2, subject: 'Roof' });
    expect((await ask(service, `/api/tickets/2.json?${key}`)).body).toMatchObject({ subject: 'Roof' });
    files['seed.json'] = JSON.stringify({ '/api/tickets': [{ id: 1, subject: 'Window' }] });
    expect((await read()).body).toMatchObject({ subject: 'Window' });
    expect((await ask(service, `/api/tickets/2.json?${key}`)).status).toBe(404);
  });

  it('searches under another path, by words and by ids', async () => {
    const files = filesWith('desk.example');
    files['seed.json'] = JSON.stringify({
      '/things': [
        { id: 1, subject: 'Door' },
        { id: 2, subject: 'Blue roof' },
      ],
      '/api/tickets': '/things',
    });
    const service = serviceOf(files);
    const found = async (query: string) => {
      const headers = { language: 'en' };
      const { body } = await ask(service, `/api/tickets?page[size]=4&key=${service.env['KEY'] ?? ''}&${query}`, {
        headers,
      });
      return (body['tickets'] as { readonly id: number }[]).map(({ id }) => id);
    };
    expect(await found('q=a blue thing')).toEqual([2]);
    expect(await found('q=giraffe')).toEqual([]);
    expect(await found('ids=1,7')).toEqual([1]);
  });

  it('meets a fault that one request asks for', async () => {
    const service = serviceOf(filesWith('desk.example'));
    const [name, value] = service.faults.header('throttled');
    expect((await ask(service, '/api/tickets/1.json', { headers: { [name]: value } })).status).toBe(429);
  });

  it('is none where bot.yaml names no document', () => {
    expect(openapiService({ name: 'x', read: () => 'service: { host: a.example }' })).toBeUndefined();
    expect(openapiService({ name: 'x', read: () => undefined })).toBeUndefined();
  });
});

describe('a form', () => {
  it.each([
    ['a=1&b=two', { a: '1', b: 'two' }],
    ['a[b]=1&a[c][d]=2', { a: { b: '1', c: { d: '2' } } }],
    ['a[]=1&a[]=2&b[0][c]=3', { a: ['1', '2'], b: [{ c: '3' }] }],
    ['__proto__[x]=1', { ['__proto__']: { x: '1' } }],
  ])('%s', (text, value) => {
    expect(JSON.stringify(formOf(text))).toBe(JSON.stringify(value));
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});
