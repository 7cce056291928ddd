import { randomBytes } from 'node:crypto';
import type { Faults } from '../../services/shopify/protocol/faults';
import type { RunningStore } from '../../services/shopify/server';
import { createTransport, realStoreRoute, storeRoute } from '../transport';
import type { Transport } from '../transport';
import { UsageError } from './console';

/** What stands behind the bot: the local store, or a real one. */
export interface Backend {
  readonly name: string;
  readonly transport: Transport;
  readonly env: Readonly<Record<string, string>>;
  /** Only the local store fails on purpose. */
  readonly faults?: () => Promise<Faults>;
  readonly close: () => Promise<void>;
}

/** The local store, with credentials of its own. It starts when it is first needed, or when `faults` is asked for. */
export function localStore(): Backend {
  const token = secret('preview');
  const client = {
    id: secret('client'),
    secret: secret('secret'),
    scopes: ['read_customers', 'read_orders', 'read_products'],
  };
  let running: Promise<RunningStore> | undefined;
  const store = () => {
    const { startStore } = require('../../services/shopify/server') as typeof import('../../services/shopify/server');
    return (running ??= startStore({ token, clients: [client] }));
  };
  return {
    name: 'the local store',
    env: {
      SHOPIFY_SUBDOMAIN: 'demo',
      SHOPIFY_ACCESS_TOKEN: token,
      SHOPIFY_CLIENT_ID: client.id,
      SHOPIFY_CLIENT_SECRET: client.secret,
    },
    transport: {
      send: async (request) => createTransport({ routes: [storeRoute((await store()).url)] }).send(request),
    },
    faults: async () => (await store()).faults,
    close: async () => {
      await (await running)?.close();
    },
  };
}

/**
 * A real store, by the part of its address before `.myshopify.com`. Its credentials come from the environment, never from the
 * command line. Nothing but that one host can be reached. Throws a `UsageError` without them.
 */
export function realStore(shop: string, env: Readonly<Record<string, string | undefined>>): Backend {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(shop))
    throw new UsageError(`--store takes the part before .myshopify.com, such as my-shop, not "${shop}".`);
  const names = ['SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_CLIENT_ID', 'SHOPIFY_CLIENT_SECRET'];
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  if (Object.keys(given).length === 0)
    throw new UsageError('A real store needs its token: set SHOPIFY_ACCESS_TOKEN in the environment.');
  return {
    name: `${shop}.myshopify.com`,
    env: { SHOPIFY_SUBDOMAIN: shop, ...given },
    transport: createTransport({ routes: [realStoreRoute(shop)] }),
    close: () => Promise.resolve(),
  };
}

const secret = (prefix: string): string => `${prefix}_${randomBytes(16).toString('hex')}`;
