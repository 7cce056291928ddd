import type { ServiceAnswer, ServiceRequest } from '../service';
import { answerQuery, type GraphqlBody } from './graphql/answer';
import { ordersSince, type RequestContext } from './graphql/context';
import { servedSchema } from './graphql/schemas';
import { json, notFound } from './protocol/answers';
import { readRequestBody } from './protocol/body';
import { createBucket } from './protocol/bucket';
import { changedBy, replacedBy } from './protocol/fault-answers';
import { createStoreFaults, faultFromHeader, type Fault, type Faults } from './protocol/faults';
import { grantToken } from './protocol/oauth';
import { picture } from './protocol/picture';
import { createTokenRegistry, DEFAULT_SCOPES, freshSecret, type Client } from './protocol/tokens';
import { servedVersion, versionCalendar } from './protocol/versions';
import { createRequestLog, type LoggedRequest } from './request-log';
import { invalidField } from './search/run';
import { buildStore, type StoreData } from './seed/build';
import { PICTURES } from './seed/shop';

export interface StoreOptions {
  /** The clock, in milliseconds since 1970; default the machine's. The seed's dates count back from its first value. */
  readonly now?: () => number;
  /** The main token; default a fresh one. */
  readonly token?: string;
  /** Scopes of the main token; default read_customers, read_orders, read_products. */
  readonly scopes?: readonly string[];
  /** More tokens and their scopes. */
  readonly tokens?: Readonly<Record<string, readonly string[]>>;
  /** Apps for the client-credentials grant; default one with a fresh id and secret. */
  readonly clients?: readonly Client[];
  /** Points of the bucket (2,000) and points regained a second (100). */
  readonly bucketSize?: number;
  readonly restoreRate?: number;
  /** Whether the header `X-Mock-Fault` is obeyed; default no. */
  readonly faultHeader?: boolean;
}

/** The store without HTTP. */
export interface Store {
  readonly handle: (request: ServiceRequest) => ServiceAnswer;
  readonly token: string;
  /** The first app of the client-credentials grant. */
  readonly client: Client;
  readonly faults: Faults;
  readonly now: () => number;
  /** Moves the store's clock on by some milliseconds: tokens expire, the bucket fills, orders leave the 60-day window. */
  readonly advance: (ms: number) => void;
  readonly requests: readonly LoggedRequest[];
  readonly data: StoreData;
}

const DEFAULTS: Required<Omit<StoreOptions, 'token' | 'clients'>> = {
  now: Date.now,
  scopes: DEFAULT_SCOPES,
  tokens: {},
  bucketSize: 2000,
  restoreRate: 100,
  faultHeader: false,
};

const UNAUTHORIZED = '[API] Invalid API key or access token (unrecognized login or wrong password)';
const GRAPHQL_PATH = /^\/admin\/api\/(?:([^/]+)\/)?graphql\.json$/;
const IMAGE_PATH = /^\/images\/(\d{13}(?:-\d+)?)\.svg$/;

/** The last seed: nothing changes it, and most stores of a process begin at the same moment. */
let seed: { readonly at: number; readonly data: StoreData } | undefined;

function seededAt(at: number): StoreData {
  if (seed?.at !== at) seed = { at, data: buildStore({ now: at, imageUrl: (id) => `${PICTURES}${id}.svg` }) };
  return seed.data;
}

/** A store that answers like Shopify's Admin endpoint. */
export function createStore(options: StoreOptions = {}): Store {
  const settings = { ...DEFAULTS, ...options };
  let moved = 0;
  const now = (): number => settings.now() + moved;
  const token = options.token ?? freshSecret('preview');
  const scopes = settings.scopes;
  const tokens = createTokenRegistry(now);
  tokens.grant(token, scopes);
  for (const [other, granted] of Object.entries(settings.tokens)) tokens.grant(other, granted);
  const client = options.clients?.[0] ?? { id: freshSecret('client'), secret: freshSecret('secret'), scopes };
  const clients = options.clients ?? [client];
  const bucket = createBucket(settings.bucketSize, settings.restoreRate, now);
  const { faults, take } = createStoreFaults();
  const log = createRequestLog();
  const data = seededAt(now());
  const titles = new Map([...data.products, ...data.collections].map((node) => [node.legacyResourceId, node.title]));

  function contextFor(granted: ReadonlySet<string>, request: ServiceRequest, fault: Fault | null): RequestContext {
    const isLost = (scope: string) => fault?.kind === 'scope' || (fault?.kind === 'partial' && scope === fault.value);
    const left = new Set([...granted].filter((scope) => !isLost(scope)));
    return {
      data,
      scopes: left,
      now: now(),
      ordersSince: ordersSince(now(), left),
      versions: versionCalendar(now()).stable,
      debugSearch: request.headers['shopify-search-query-debug'] === '1',
      searches:
        fault?.kind === 'search-warning'
          ? [{ path: [], query: '', parsed: { all: true }, warnings: [invalidField('mock')] }]
          : [],
    };
  }

  function graphql(request: ServiceRequest, requested: string | null, path: string): ServiceAnswer {
    const version = servedVersion(requested, now());
    if (version === null) return notFound();
    const headers = { 'x-shopify-api-version': version };
    const fault = (settings.faultHeader && faultFromHeader(request.headers['x-mock-fault'])) || take('graphql');
    const granted = tokens.scopesOf(request.headers['x-shopify-access-token']);
    const body = readRequestBody(request);
    const readable = 'query' in body ? body : null;
    const respond = (): ServiceAnswer => {
      const replaced = replacedBy(fault, headers, bucket);
      if (replaced) return replaced;
      if (!granted) return json(401, { errors: UNAUTHORIZED }, headers);
      if (!readable) return json(400, body, headers);
      const answer: GraphqlBody = answerQuery(
        servedSchema(version),
        readable,
        contextFor(granted, request, fault),
        bucket,
      );
      return changedBy(fault, json(200, answer, headers));
    };
    const answer = respond();
    const { query = null, variables = {}, operationName = null } = readable ?? {};
    log.add({
      at: now(),
      method: request.method,
      path,
      status: answer.status,
      authorized: granted !== null,
      version,
      operationName,
      query,
      variables,
      fault: fault?.kind ?? null,
    });
    return answer;
  }

  function oauth(request: ServiceRequest, path: string): ServiceAnswer {
    const fault = take('oauth');
    const answer = replacedBy(fault, {}, bucket) ?? changedBy(fault, grantToken(request, clients, tokens));
    log.add({
      at: now(),
      method: request.method,
      path,
      status: answer.status,
      authorized: answer.status === 200,
      version: null,
      operationName: null,
      query: null,
      variables: {},
      fault: fault?.kind ?? null,
    });
    return answer;
  }

  function handle(request: ServiceRequest): ServiceAnswer {
    const path = request.url.split(/[?#]/, 1)[0] ?? '';
    const graphqlPath = GRAPHQL_PATH.exec(path);
    if (graphqlPath && request.method === 'POST') return graphql(request, graphqlPath[1] ?? null, path);
    if (path === '/admin/oauth/access_token') return oauth(request, path);
    const id = request.method === 'GET' ? IMAGE_PATH.exec(path)?.[1] : undefined;
    const title = titles.get(id?.split('-')[0] ?? '');
    return id !== undefined && title !== undefined ? picture(id, title) : notFound();
  }

  return {
    handle,
    token,
    client,
    faults,
    now,
    advance: (ms) => {
      moved += ms;
    },
    requests: log.requests,
    data,
  };
}
