import { timingSafeEqual } from 'node:crypto';
import type { ServiceAnswer, ServiceRequest } from '../../service';
import { html, json, notFound } from './answers';
import { freshSecret, type Client, type TokenRegistry } from './tokens';

/** Lifetime of a client-credentials token in seconds (documented). */
const LIFETIME = 86_399;

/** A refusal is a page, status 400, whose title names the cause (observed; the last three causes are inferred). */
export const refused = (
  cause:
    | 'shop_not_permitted'
    | 'application_cannot_be_found'
    | 'app_not_installed'
    | 'invalid_client'
    | 'invalid_request'
    | 'unsupported_grant_type',
): ServiceAnswer => html(400, `Oauth error ${cause}`);

/** `POST /admin/oauth/access_token`: the client-credentials grant, as form or JSON. */
export function grantToken(request: ServiceRequest, clients: readonly Client[], tokens: TokenRegistry): ServiceAnswer {
  if (request.method !== 'POST') return notFound();
  const form = formOf(request);
  if (!form) return refused('invalid_request');
  if (form['grant_type'] !== 'client_credentials') return refused('unsupported_grant_type');
  const client = clients.find(({ id }) => id === form['client_id']);
  if (!client) return refused('application_cannot_be_found');
  if (!sameText(client.secret, form['client_secret'] ?? '')) return refused('invalid_client');
  if (client.foreign === true) return refused('shop_not_permitted');
  if (client.installed === false) return refused('app_not_installed');
  const token = freshSecret('preview');
  tokens.grant(token, client.scopes, LIFETIME);
  return json(200, { access_token: token, scope: client.scopes.join(','), expires_in: LIFETIME });
}

function formOf(request: ServiceRequest): Readonly<Record<string, string | undefined>> | null {
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
