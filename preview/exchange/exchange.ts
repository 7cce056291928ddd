import type { HttpRequest, HttpResult } from './http';

/** More than this is read of no answer. */
export const MAX_RESPONSE_BYTES = 2 * 1024 * 1024;

/** A request on its way: where it really goes, and with which headers. */
export interface Outgoing extends Pick<HttpRequest, 'method' | 'body' | 'timeoutMs'> {
  readonly url: URL;
  readonly headers: Headers;
}

export type Answered = Extract<HttpResult, { readonly ok: true }>;

/** Sends a request and waits for its answer. Rejects when the connection fails, and with a `TypeError` for what is no request. */
export type Exchange = (outgoing: Outgoing) => Promise<Answered | 'too-large' | 'timeout'>;

/** Methods that `fetch` does not send, and those that it sends without a body. */
const UNSENT = /^(?:CONNECT|TRACE|TRACK)$/i;
const BODILESS = /^(?:GET|HEAD)$/i;

/** A request as every exchange sends it. Throws a `TypeError` for what would not be one. */
export function outgoing(
  { method, headers, body, timeoutMs }: HttpRequest,
  url: URL,
  extra: Readonly<Record<string, string>>,
): Outgoing {
  if (UNSENT.test(method)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
  if (body !== undefined && BODILESS.test(method))
    throw new TypeError('Request with GET/HEAD method cannot have body.');
  const sent = new Headers(headers);
  Object.entries(extra).forEach(([name, value]) => sent.set(name, value));
  if (!sent.has('accept')) sent.set('accept', '*/*');
  if (!sent.has('user-agent')) sent.set('user-agent', 'node');
  if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'text/plain;charset=UTF-8');
  return { method: method.toUpperCase(), url, headers: sent, timeoutMs, ...(body !== undefined && { body }) };
}
