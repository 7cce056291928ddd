import type { RealService, LocalService, ServiceFaults, ServiceKind, LocalServiceOptions } from '../service';
import { FAULT_KINDS, FAULT_SAYS } from './protocol/faults';
import type { StoreFaultKind } from './protocol/faults';
import { DEFAULT_SCOPES, freshSecret } from './protocol/tokens';
import { PICTURES } from './seed/shop';
import { serveStore } from './server';
import type { RunningStore } from './server';
import { createStore } from './store';
import type { Store } from './store';

const ENDPOINTS = ['graphql', 'oauth'] as const;

/** The local store, for everything that talks to it through the interface that all services have. */
export const shopify: ServiceKind = { name: 'shopify', create, real };

/** The store behind the interface. */
export interface ShopifyService extends LocalService {
  /** Undefined until it begins to answer. */
  readonly running: () => Store | undefined;
}

function create({ now, port, scopes = DEFAULT_SCOPES }: LocalServiceOptions = {}): ShopifyService {
  const token = freshSecret('preview');
  const client = { id: freshSecret('client'), secret: freshSecret('secret'), scopes };
  let made: Store | undefined;
  let running: Promise<RunningStore> | undefined;
  const store = () =>
    (made ??= createStore({ ...(now && { now }), faultHeader: true, token, scopes, clients: [client] }));
  const listening = () => (running ??= serveStore(store(), port));
  return {
    title: 'the local store',
    routes: ['https://*.myshopify.com'],
    env: {
      SHOPIFY_SUBDOMAIN: 'demo',
      SHOPIFY_ACCESS_TOKEN: token,
      SHOPIFY_CLIENT_ID: client.id,
      SHOPIFY_CLIENT_SECRET: client.secret,
    },
    secrets: [token, client.secret],
    pictures: { said: PICTURES, path: '/images/' },
    faults: faultsOf(store),
    start: async () => (await listening()).url,
    direct: () => store().handle,
    request: (origin) =>
      `curl -s ${origin}/admin/api/2026-10/graphql.json -H 'content-type: application/json' -H 'X-Shopify-Access-Token: ${token}' -d '{"query":"{ shop { name } }"}'`,
    running: () => made,
    advance: (ms) => Promise.resolve(store().advance(ms)),
    close: async () => {
      await (await running)?.close();
    },
  };
}

const faultsOf = (store: () => Store): ServiceFaults => ({
  kinds: FAULT_KINDS.map((name) => ({ name, says: FAULT_SAYS[name] })),
  endpoints: ENDPOINTS,
  next: async (name, { on, ...options } = {}) => {
    const endpoint = ENDPOINTS.find((known) => known === on);
    store().faults.next(kindOf(name), { ...options, ...(endpoint && { on: endpoint }) });
    return Promise.resolve();
  },
  clear: () => Promise.resolve(store().faults.clear()),
  header: (name) => ['X-Mock-Fault', kindOf(name) === 'slow' ? 'slow=2500' : name],
});

function kindOf(name: string): StoreFaultKind {
  const kind = FAULT_KINDS.find((known) => known === name);
  if (kind === undefined) throw new RangeError(`there is no fault "${name}"; known are ${FAULT_KINDS.join(', ')}`);
  return kind;
}

/** A shop by the part of its address before `.myshopify.com`. */
function real(shop: string, env: Readonly<Record<string, string | undefined>>): RealService {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(shop))
    throw new RangeError(`--store takes the part before .myshopify.com, such as my-shop, not "${shop}".`);
  const names = ['SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_CLIENT_ID', 'SHOPIFY_CLIENT_SECRET'];
  const given = Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  if (Object.keys(given).length === 0)
    throw new RangeError('A real store needs its token: set SHOPIFY_ACCESS_TOKEN in the environment.');
  const title = `${shop}.myshopify.com`;
  return { title, origin: `https://${title}`, env: { SHOPIFY_SUBDOMAIN: shop, ...given } };
}
