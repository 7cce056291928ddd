import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { shopify } from '../../../services/shopify/service';
import type { ShopifyService } from '../../../services/shopify/service';
import type { LocalServiceOptions } from '../../../services/service';
import { NOW } from './store-client';

async function started<T>(options: LocalServiceOptions, use: (service: ShopifyService, origin: string) => Promise<T>) {
  const service = shopify.create(options) as ShopifyService;
  try {
    return await use(service, await service.start());
  } finally {
    await service.close();
  }
}

const statusOf = async (origin: string, path: string, headers: Record<string, string> = {}) => {
  const url = `${origin}${path}`;
  return (await fetch(url, { method: 'POST', headers, body: '{"query":"{ shop { name } }"}' })).status;
};
const GRAPHQL = '/admin/api/2026-10/graphql.json';
const OAUTH = '/admin/oauth/access_token';

test('the local store is asked for what it was told, and nothing starts before that', async () => {
  const service = shopify.create() as ShopifyService;
  expect(service.running()).toBeUndefined();
  await service.close();
  expect(service.running()).toBeUndefined();
});

test('it has the clock that it is given, or one of its own', async () => {
  expect(await started({ now: () => NOW }, async (one) => Promise.resolve(one.running()?.now()))).toBe(NOW);
  const before = Date.now();
  expect(await started({}, async (one) => Promise.resolve(one.running()?.now()))).toBeGreaterThanOrEqual(before);
});

test('it takes the port that it is given, and says when it is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const service = shopify.create({ port: (taken.address() as AddressInfo).port });
  await expect(service.start()).rejects.toThrow('EADDRINUSE');
  await new Promise((resolve) => taken.close(resolve));
});

test('a fault waits at the first endpoint unless it is told another', async () => {
  await started({}, async ({ faults, env }, origin) => {
    const headers = { 'x-shopify-access-token': env['SHOPIFY_ACCESS_TOKEN'] ?? '' };
    await faults.next('503', { on: 'oauth' });
    expect(await statusOf(origin, GRAPHQL, headers)).toBe(200);
    expect(await statusOf(origin, OAUTH)).toBe(503);
    await faults.next('503', { times: 2 });
    await faults.next('500', { on: 'elsewhere' });
    expect(await statusOf(origin, OAUTH)).toBe(400);
    expect([await statusOf(origin, GRAPHQL, headers), await statusOf(origin, GRAPHQL, headers)]).toEqual([503, 503]);
    expect(await statusOf(origin, GRAPHQL, headers)).toBe(500);
    const [name, value] = faults.header('502');
    expect(await statusOf(origin, GRAPHQL, { [name]: value })).toBe(502);
  });
});

test('a fault that there is not is refused by name, with those that there are', async () => {
  const { faults } = shopify.create();
  expect(() => faults.header('nope')).toThrow(/^there is no fault "nope"; known are throttled, internal, 401/);
  expect([faults.header('slow')[1], faults.header('big')[1]]).toEqual(['slow=2500', 'big']);
  await started({}, ({ faults: own }) => expect(own.next('nope')).rejects.toThrow(RangeError));
});

test('a request that is never answered stays open until the store goes', async () => {
  let asked: Promise<number | 'cut'> | undefined;
  await started({}, async (service, origin) => {
    await service.faults.next('timeout');
    asked = statusOf(origin, GRAPHQL).catch(() => 'cut' as const);
    while (service.running()?.requests.length !== 1) await new Promise((resolve) => setTimeout(resolve, 1));
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 20))]);
  });
  expect(await asked).toBe('cut');
});

test.each(['My-shop', 'my.shop', '-shop', 'my shop', 'shop/', ''])('%j is no real shop', (shop) => {
  expect(() => shopify.real(shop, { SHOPIFY_ACCESS_TOKEN: 'x' })).toThrow(
    `--store takes the part before .myshopify.com, such as my-shop, not "${shop}".`,
  );
});

test.each([
  [{}, undefined],
  [{ SHOPIFY_ACCESS_TOKEN: '', OTHER: 'x' }, undefined],
  [{ SHOPIFY_ACCESS_TOKEN: 't', OTHER: 'x' }, { SHOPIFY_ACCESS_TOKEN: 't' }],
  [
    { SHOPIFY_ACCESS_TOKEN: '', SHOPIFY_CLIENT_ID: 'i', SHOPIFY_CLIENT_SECRET: 's' },
    { SHOPIFY_CLIENT_ID: 'i', SHOPIFY_CLIENT_SECRET: 's' },
  ],
])('with %j in the environment a real shop has %j', (env, given) => {
  const real = () => shopify.real('my-shop', env);
  if (!given) return expect(real).toThrow('A real store needs its token: set SHOPIFY_ACCESS_TOKEN in the environment.');
  expect(real()).toEqual({
    title: 'my-shop.myshopify.com',
    origin: 'https://my-shop.myshopify.com',
    env: { SHOPIFY_SUBDOMAIN: 'my-shop', ...given },
  });
});
