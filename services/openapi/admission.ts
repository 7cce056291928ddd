import type { Scheme } from '../../apis/openapi/credentials';
import type { Operation } from '../../apis/openapi/operations';
import type { Incoming, Matched } from './incoming';

/** The one value of each kind that lets a request in. */
export interface Accepted {
  /** A bearer token or an API key. */
  readonly token: string;
  readonly user: string;
  readonly password: string;
}

/** Whether a request carries what one of the operation's alternatives asks for. An operation that asks for nothing lets all in. */
export function isLetIn(
  security: Operation['security'],
  schemes: readonly Scheme[],
  accepted: Accepted,
  incoming: Incoming,
  { query }: Matched,
): boolean {
  if (security.length === 0) return true;
  return security.some((alternative) =>
    Object.keys(alternative).every((name) => {
      const scheme = schemes.find((one) => one.name === name);
      return scheme !== undefined && carries(scheme, accepted, incoming, query);
    }),
  );
}

function carries(
  scheme: Scheme,
  { token, user, password }: Accepted,
  { headers }: Incoming,
  query: URLSearchParams,
): boolean {
  const authorization = String(headers['authorization'] ?? '');
  if (scheme.kind === 'basic')
    return authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  if (scheme.kind !== 'apiKey') return authorization === `Bearer ${token}`;
  if (scheme.in === 'query') return query.get(scheme.key) === token;
  const carried = String(headers[scheme.in === 'cookie' ? 'cookie' : scheme.key.toLowerCase()] ?? '');
  return scheme.in === 'cookie'
    ? carried.split(/;\s*/).includes(`${scheme.key}=${token}`)
    : carried.split(' ').at(-1) === token;
}
