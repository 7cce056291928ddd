import { timingSafeEqual } from 'node:crypto';
import { json, notFound, type StoreAnswer, type StoreRequest } from './answers';
import { freshSecret, type Client, type TokenRegistry } from './tokens';

/** Lifetime of a client-credentials token in seconds (documented). */
const LIFETIME = 86_399;

const refused = (status: number, error: string, error_description: string): StoreAnswer =>
  json(status, { error, error_description });

/** `POST /admin/oauth/access_token`: the client-credentials grant, as form or JSON. Statuses of the errors follow RFC 6749 (inferred). */
export function grantToken(request: StoreRequest, clients: readonly Client[], tokens: TokenRegistry): StoreAnswer {
  if (request.method !== 'POST') return notFound();
  const form = formOf(request);
  if (!form) return refused(400, 'invalid_request', 'The request body is not readable.');
  if (form['grant_type'] !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', 'Only client_credentials is played here.');
  const client = clients.find(({ id }) => id === form['client_id']);
  if (!client || !sameText(client.secret, form['client_secret'] ?? ''))
    return refused(401, 'invalid_client', 'Client authentication failed.');
  if (client.installed === false)
    return refused(400, 'app_not_installed', 'The application is not installed on this shop.');
  const token = freshSecret('preview');
  tokens.grant(token, client.scopes, LIFETIME);
  return json(200, { access_token: token, scope: client.scopes.join(','), expires_in: LIFETIME });
}

function formOf(request: StoreRequest): Readonly<Record<string, string | undefined>> | null {
  if (!/\bjson\b/.test(request.headers['content-type'] ?? ''))
    return Object.fromEntries(new URLSearchParams(request.body));
  try {
    const value: unknown = JSON.parse(request.body);
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, typeof v === 'string' ? v : undefined]));
  } catch {
    return null;
  }
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
