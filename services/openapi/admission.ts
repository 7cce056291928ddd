import type { Scheme } from '../../apis/openapi/credentials';
import type { Operation } from '../../apis/openapi/operations';
import type { Incoming, MatchedRequest } from './incoming';

/** What lets a request in: the secrets that the bot was given, and the tokens that it was given for them since. */
export type Accepts = (secret: string) => boolean;

/** Whether a request carries what one of the operation's alternatives asks for. An operation that asks for nothing lets all in. */
export function isLetIn(
  security: Operation['security'],
  schemes: readonly Scheme[],
  accepts: Accepts,
  incoming: Incoming,
  { query }: MatchedRequest,
): boolean {
  if (security.length === 0) return true;
  return security.some((alternative) =>
    Object.keys(alternative).every((name) => {
      const scheme = schemes.find((one) => one.name === name);
      return scheme !== undefined && carries(scheme, accepts, incoming, query);
    }),
  );
}

function carries(scheme: Scheme, accepts: Accepts, { headers }: Incoming, query: URLSearchParams): boolean {
  const [kind = '', carried = ''] = String(headers['authorization'] ?? '').split(' ');
  if (scheme.kind === 'basic') return kind === 'Basic' && [carried, ...basicParts(carried)].some(accepts);
  if (scheme.kind !== 'apiKey') return /^(bearer|token)$/i.test(kind) && accepts(carried);
  return accepts(keyIn(scheme, headers, query));
}

/** The key where its scheme has it; words before it, such as `Token token=`, are none of it. */
function keyIn(
  { in: place, key }: Extract<Scheme, { readonly kind: 'apiKey' }>,
  headers: Incoming['headers'],
  query: URLSearchParams,
): string {
  if (place === 'query') return query.get(key) ?? '';
  if (place === 'header') return String(headers[key.toLowerCase()] ?? '').replace(/^.*[ =]/, '');
  const cookies = String(headers['cookie'] ?? '').split(/;\s*/);
  return cookies.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1) ?? '';
}

/** The user and the password: services take their key as either. */
export function basicParts(encoded: string): readonly string[] {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}
