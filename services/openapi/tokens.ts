import { randomBytes } from 'node:crypto';
import { basicParts, type Accepts } from './admission';
import type { Incoming } from './incoming';
import type { StandInResponse } from './respond';

/** Gives tokens to those who show the secret (the client-credentials grant), and knows those that it gave. */
export interface Tokens {
  readonly accepts: Accepts;
  /** The answer to a request for a token; undefined when it asks for none. */
  readonly grant: (incoming: Incoming) => StandInResponse | undefined;
}

const SECONDS = 3600;

/** `secrets`: what the bot was given. */
export function createStandInTokens(secrets: readonly string[]): Tokens {
  const given = new Set<string>();
  return {
    accepts: (text) => secrets.includes(text) || given.has(text),
    grant: ({ method, body, headers }) => {
      if (method !== 'post' || !/grant_type/.test(body)) return undefined;
      const form = fieldsOf(body);
      const basic = basicParts(String(headers['authorization'] ?? '').replace(/^Basic /i, ''));
      if (![form['client_secret'] ?? '', ...basic].some((text) => secrets.includes(text)))
        return { status: 401, body: { error: 'invalid_client' } };
      const token = `token-${randomBytes(12).toString('hex')}`;
      given.add(token);
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: SECONDS } };
    },
  };
}

function fieldsOf(body: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(body) as Record<string, string>;
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
