import { randomBytes } from 'node:crypto';

/** An app that may ask for tokens with its id and secret. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly scopes: readonly string[];
  /** False: the app exists but is not installed on this shop. */
  readonly installed?: boolean;
  /** True: the app belongs to another organisation than this shop, the usual mistake with a new one. */
  readonly foreign?: boolean;
}

/** Access tokens and what they open. */
export interface TokenRegistry {
  /** Makes `token` valid, for `seconds` or for good. */
  readonly grant: (token: string, scopes: readonly string[], seconds?: number) => void;
  /** The scopes of a valid token, else null. */
  readonly scopesOf: (token: string | undefined) => ReadonlySet<string> | null;
  readonly revoke: (token: string) => void;
}

/** Scopes of the default token: what a customer-service bot asks for. */
export const DEFAULT_SCOPES: readonly string[] = ['read_customers', 'read_orders', 'read_products'];

/** A fresh secret; its prefix says that it belongs to no real shop. */
export const freshSecret = (prefix: string): string => `${prefix}_${randomBytes(16).toString('hex')}`;

export function createTokenRegistry(now: () => number): TokenRegistry {
  const tokens = new Map<string, { readonly scopes: ReadonlySet<string>; readonly until: number }>();
  return {
    grant: (token, scopes, seconds = Infinity) => {
      tokens.set(token, { scopes: new Set(scopes), until: now() + seconds * 1000 });
    },
    scopesOf: (token) => {
      const known = token === undefined ? undefined : tokens.get(token);
      return known && now() < known.until ? known.scopes : null;
    },
    revoke: (token) => {
      tokens.delete(token);
    },
  };
}
