import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { guard, sameSecret } from '../../../preview/web/guard';
import { listen } from '../../../preview/web/listen';
import { chatPolicy, pagePolicy } from '../../../preview/web/policy';

const HOSTS = ['127.0.0.1:7000', 'localhost:7000'];
const TOKEN = `shpat_${'0'.repeat(32)}`;

function app(isOurs = false) {
  const made = fastify({ logger: false });
  guard(made, { hosts: () => HOSTS, policy: () => "default-src 'none'", isOurs: () => isOurs });
  made.all('/json', () => ({ said: TOKEN }));
  made.all('/jwt', () => ({ said: TOKEN }));
  made.all('/text', async (_request, reply) => reply.type('text/plain').send(TOKEN));
  made.all('/bytes', async (_request, reply) => reply.type('application/json').send(Buffer.from(`"${TOKEN}"`)));
  return made;
}

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET', isOurs = false) =>
  app(isOurs).inject({ method, url, headers: { host: HOSTS[0] ?? '', ...headers } });

test.each<[what: string, headers: Record<string, string>, method: 'GET' | 'POST', isOurs: boolean, said: string]>([
  ['its own name', {}, 'GET', false, ''],
  ['its other name', { host: 'localhost:7000' }, 'GET', false, ''],
  ['another port', { host: '127.0.0.1:7001' }, 'GET', true, 'This address is not served here.'],
  ['a name that was made to lead here', { host: 'evil.example:7000' }, 'GET', true, 'This address is not served here.'],
  ['no name', { host: '' }, 'GET', true, 'This address is not served here.'],
  ['its own page', { origin: 'http://localhost:7000' }, 'GET', false, ''],
  ['a page of another site', { origin: 'http://evil.example' }, 'GET', true, 'Other sites may not ask this.'],
  [
    'a page of its own name and another scheme',
    { origin: 'https://localhost:7000' },
    'GET',
    true,
    'Other sites may not ask this.',
  ],
  ['a page without an origin', { origin: 'null' }, 'GET', true, 'Other sites may not ask this.'],
  [
    'a picture on another site',
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    'GET',
    true,
    'Other sites may not ask this.',
  ],
  ['a link on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET', false, ''],
  ['a picture on its own site', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'no-cors' }, 'GET', false, ''],
  ['a change without the secret', {}, 'POST', false, 'Only the page itself may ask this.'],
  ['a change with the secret', {}, 'POST', true, ''],
  [
    'a change with the secret from elsewhere',
    { origin: 'http://evil.example' },
    'POST',
    true,
    'Other sites may not ask this.',
  ],
])('%s is answered with %j', async (_what, headers, method, isOurs, said) => {
  const answer = await ask('/json', headers, method, isOurs);
  expect(answer.statusCode).toBe(said === '' ? 200 : 403);
  if (said !== '') expect(answer.json()).toEqual({ error: said });
  expect(answer.headers).toMatchObject({
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('an answer in JSON holds no token of a known form, but for the one of the chat window', async () => {
  expect((await ask('/json')).body).not.toContain(TOKEN);
  for (const url of ['/jwt', '/text', '/bytes']) expect((await ask(url)).body).toContain(TOKEN);
});

test.each<[given: unknown, is: boolean]>([
  ['secret', true],
  ['secreT', false],
  ['secrets', false],
  ['', false],
  [undefined, false],
  [['secret'], false],
  [0, false],
])('%j is the same as a secret: %s', (given, is) => expect(sameSecret(given, 'secret')).toBe(is));

test('a policy names what is allowed, and nothing by default', () => {
  expect(pagePolicy('http://127.0.0.1:1')).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src http://127.0.0.1:1; frame-ancestors 'none'",
  );
  expect(chatPolicy(['http://a', 'http://b'], ['http://c'])).toMatch(
    /img-src 'self' data: http:\/\/c; .*frame-ancestors http:\/\/a http:\/\/b$/,
  );
});

describe('a port', () => {
  test('that is taken is another one, unless any was asked for', async () => {
    const [one, two, three] = [fastify(), fastify(), fastify()];
    const port = await listen(one, 0);
    const other = await listen(two, port);
    expect(port).toBeGreaterThan(0);
    expect(other).not.toBe(port);
    await expect(listen(three, 70_000)).rejects.toThrow(RangeError);
    await Promise.all([one, two, three].map((each) => each.close()));
  });
});
