import type { ServiceAnswer, ServiceRequest } from '../services/service';
import { directExchange } from './exchange/direct';
import { MAX_RESPONSE_BYTES, outgoing, type Exchange } from './exchange/exchange';
import { fetchExchange } from './exchange/fetched';
import type { HttpFailure, HttpRequest, HttpResult } from './exchange/http';
import { loopbackExchange } from './exchange/loopback';

export { MAX_RESPONSE_BYTES } from './exchange/exchange';
export type { HttpRequest, HttpResult } from './exchange/http';

export interface Transport {
  /** Sends one request. Never rejects, never follows a redirect, never reads more than `MAX_RESPONSE_BYTES`. */
  send(request: HttpRequest): Promise<HttpResult>;
}

/**
 * Where requests to an origin may go. `match` is an origin such as `https://*.myshopify.com`, where `*` stands for one
 * label. `to` is a loopback origin that answers in its place, what answers in this process, or `itself`, which lets the
 * request out and is accepted only for one exact `https` host.
 */
export interface Route {
  readonly match: string;
  readonly to: string | ((request: ServiceRequest) => ServiceAnswer);
}

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
      return exchange(url, request, found);
    },
  };
}

interface Rule {
  readonly pattern: RegExp;
  readonly carry: Exchange;
  /** Where a request goes in place of where it was meant to. */
  readonly place: (meant: URL) => URL;
  /** What is told beside: which host was meant. */
  readonly extra: (meant: URL) => Readonly<Record<string, string>>;
}

function rule({ match, to }: Route): Rule {
  const scheme = ORIGIN.exec(match)?.[1];
  if (to === 'itself') {
    if (scheme?.toLowerCase() !== 'https' || match.includes('*'))
      throw new TypeError(`only one exact https host may be let out, not ${match}`);
    return { pattern: patternOf(match), carry: fetchExchange, place: (meant) => meant, extra: () => ({}) };
  }
  if (typeof to === 'function')
    return { pattern: patternOf(match), carry: directExchange(to), place: (meant) => meant, extra: forwarded };
  if (!LOOPBACK.test(to)) throw new TypeError(`a route leads to a loopback origin or to "itself", not ${to}`);
  return {
    pattern: patternOf(match),
    carry: loopbackExchange(),
    place: (meant) => relocated(meant, to),
    extra: forwarded,
  };
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

async function exchange(meant: URL, request: HttpRequest, { carry, place, extra }: Rule): Promise<HttpResult> {
  try {
    const result = await carry(outgoing(request, place(meant), extra(meant)));
    if (result === 'timeout') return failed('timeout', `no answer within ${request.timeoutMs} ms`);
    if (result !== 'too-large') return result;
    return failed('too-large', `the answer of ${meant.host} is larger than ${MAX_RESPONSE_BYTES / 1024 / 1024} MB`);
  } catch (error) {
    return failed(error instanceof TypeError && error.cause === undefined ? 'invalid' : 'connection', why(error));
  }
}

function why(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return cause.message || String((cause as NodeJS.ErrnoException).code);
  return error instanceof Error ? error.message : String(error);
}

const failed = (kind: HttpFailure, message: string): HttpResult => ({ ok: false, kind, message });
