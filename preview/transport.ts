/** One HTTP request, ready to send. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export type HttpFailure = 'refused' | 'invalid' | 'timeout' | 'connection' | 'too-large';

export type HttpResult =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly ok: false; readonly kind: HttpFailure; readonly message: string };

export interface Transport {
  /** Sends one request. Never rejects, never follows a redirect, never reads more than `MAX_RESPONSE_BYTES`. */
  send(request: HttpRequest): Promise<HttpResult>;
}

/**
 * Where requests to an origin may go. `match` is an origin such as `https://*.myshopify.com`, where `*` stands for one
 * label. `to` is a loopback origin that answers in its place, or `itself`, which lets the request out and is accepted only
 * for one exact `https` host.
 */
export interface Route {
  readonly match: string;
  readonly to: string;
}

export const MAX_RESPONSE_BYTES = 2 * 1024 * 1024;

/** Whether an address belongs to an origin as routes write it. Throws a `TypeError` for what is no such origin. */
export const routeMatches = (match: string, url: string): boolean =>
  URL.canParse(url) && patternOf(match).test(new URL(url).origin);

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?\/?$/;
const ORIGIN = /^(https?):\/\/([a-z0-9*.-]+)(:\d{1,5})?$/i;

/**
 * A transport that lets through what a route allows, first match first, and nothing else: without routes nothing leaves.
 * Throws a `TypeError` for a route that would open more than one host.
 */
export function createTransport({ routes = [] }: { readonly routes?: readonly Route[] } = {}): Transport {
  const rules = routes.map(rule);
  return {
    send: (request) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url === undefined) return Promise.resolve(failed('invalid', `not a URL: ${request.url}`));
      const found = rules.find(({ pattern }) => pattern.test(url.origin));
      if (found === undefined || url.username !== '' || url.password !== '') {
        return Promise.resolve(failed('refused', `no route allows ${url.origin}: the request was not sent`));
      }
      return found.to === 'itself'
        ? exchange(url, request, {})
        : exchange(relocated(url, found.to), request, forwarded(url));
    },
  };
}

function rule({ match, to }: Route): { readonly pattern: RegExp; readonly to: string } {
  const scheme = ORIGIN.exec(match)?.[1];
  if (to === 'itself') {
    if (scheme?.toLowerCase() !== 'https' || match.includes('*'))
      throw new TypeError(`only one exact https host may be let out, not ${match}`);
  } else if (!LOOPBACK.test(to)) throw new TypeError(`a route leads to a loopback origin or to "itself", not ${to}`);
  return { pattern: patternOf(match), to };
}

/** `*` is one label. */
function patternOf(match: string): RegExp {
  if (!ORIGIN.test(match))
    throw new TypeError(`a route matches an origin such as https://api.example.com, not ${match}`);
  const source = match
    .toLowerCase()
    .replace(/[.\\^$+?()[\]{}|]/g, '\\$&')
    .replaceAll('*', '[a-z0-9-]+');
  return new RegExp(`^${source}$`);
}

const relocated = (url: URL, to: string): URL => new URL(`${url.pathname}${url.search}`.replace(/^\/+/, '/'), to);

const forwarded = (url: URL) => ({ 'X-Forwarded-Host': url.host, 'X-Forwarded-Proto': url.protocol.slice(0, -1) });

async function exchange(url: URL, request: HttpRequest, extra: Readonly<Record<string, string>>): Promise<HttpResult> {
  const { method, headers, body, timeoutMs } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const sent = new Headers(headers);
    Object.entries(extra).forEach(([name, value]) => sent.set(name, value));
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: sent,
      body: body ?? null,
      signal,
      redirect: 'manual',
    });
    const text = await readCapped(response);
    if (text === undefined)
      return failed('too-large', `the answer of ${url.host} is larger than ${MAX_RESPONSE_BYTES / 1024 / 1024} MB`);
    return { ok: true, status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } catch (error) {
    if (signal.aborted) return failed('timeout', `no answer within ${timeoutMs} ms`);
    return failed(error instanceof TypeError && error.cause === undefined ? 'invalid' : 'connection', why(error));
  }
}

async function readCapped(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_RESPONSE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function why(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return cause.message || String((cause as NodeJS.ErrnoException).code);
  return error instanceof Error ? error.message : String(error);
}

const failed = (kind: HttpFailure, message: string): HttpResult => ({ ok: false, kind, message });
