import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStore, type RunningStore } from '../../../services/shopify/server';
import { NOW } from './store-client';

let store: RunningStore;
beforeAll(async () => {
  store = await startStore({ now: () => NOW, bucketSize: 1e9 });
});
afterAll(() => store.close());

const PATH = '/admin/api/2026-10/graphql.json';
const QUERY = JSON.stringify({ query: '{ products(first: 50) { nodes { id title description } } }' });

/** Sends bytes, and is gone: at once, or when the first answer comes. Resolves with what came. */
function leaves(bytes: string, when: 'at once' | 'at the answer'): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(store.url).port), '127.0.0.1');
    let came = '';
    socket.on('data', (data) => {
      came += data.toString();
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(came));
    socket.write(bytes, () => when === 'at once' && socket.resetAndDestroy());
  });
}

const post = (length: number, body: string) =>
  `POST ${PATH} HTTP/1.1\r\nHost: x\r\nX-Shopify-Access-Token: ${store.token}\r\nContent-Length: ${length}\r\n\r\n${body}`;

const works = async () => {
  const headers = { 'content-type': 'application/json', 'x-shopify-access-token': store.token };
  const answer = await fetch(`${store.url}${PATH}`, { method: 'POST', headers, body: QUERY });
  return [answer.status, JSON.stringify(await answer.json()).includes('"nodes"')];
};

test.each<[string, () => string, 'at once' | 'at the answer']>([
  ['before its request is whole', () => post(10_000, QUERY), 'at once'],
  ['right after its request', () => post(QUERY.length, QUERY), 'at once'],
  ['while it is answered', () => post(QUERY.length, QUERY), 'at the answer'],
  ['after half a line', () => 'POST /adm', 'at once'],
  ['after what is no HTTP', () => '\x16\x03\x01\x00\xff{{{{\r\n\r\n', 'at the answer'],
])('a client that goes away %s leaves the store at work', async (_, bytes, when) => {
  for (let i = 0; i < 5; i += 1) await leaves(bytes(), when);
  store.faults.next('slow', { value: 20 });
  await leaves(post(QUERY.length, QUERY), 'at once');
  store.faults.clear();
  expect(await works()).toEqual([200, true]);
});

test.each([
  ['GET', '/'],
  ['GET', '/%'],
  ['GET', '/%00'],
  ['GET', '//'],
  ['GET', '/images/../../package.json'],
  ['GET', '/images/%2e%2e%2fpackage.json'],
  ['GET', PATH],
  ['PUT', PATH],
  ['POST', '/admin/api/__proto__/graphql.json'],
  ['POST', '/admin/api/constructor/graphql.json'],
  ['POST', '/admin/api//graphql.json'],
  ['POST', '/admin/oauth/access_token?x=%ff'],
  ['OPTIONS', '*'],
])('%s %s is refused, and is no fault of the store', async (method, path) => {
  const answer = await leaves(`${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}`, 'at the answer');
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test.each([
  'null',
  '[]',
  '7',
  '"x"',
  '{"query":7}',
  '{"query":"{","variables":[]}',
  '{"query":null,"variables":"x"}',
  '{"__proto__":{"query":"{ shop { name } }"}}',
])('the body %s is no fault of the store', async (body) => {
  const headers = { 'content-type': 'application/json', 'x-shopify-access-token': store.token };
  const { status } = await fetch(`${store.url}${PATH}`, { method: 'POST', headers, body });
  expect(status).toBeLessThan(500);
});
