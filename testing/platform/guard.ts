import { createSecretKey } from 'node:crypto';
import { decodeJwt, jwtVerify } from 'jose';
import type { ClientApp, EmulatorOptions, ApiScope } from './options';

/** A refusal with its HTTP status; the body is `{"errors":[{"msg","code"}]}`. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Verifies the `auth` header: HS256, signed by the app that `appId` (in this spelling) names, `sub` present, not
 * expired, not from the future, `jti` never used before where it is enforced.
 */
export function createGuard(
  options: EmulatorOptions,
): (header: unknown, scope: ApiScope | 'any admin app') => Promise<ClientApp> {
  const used = new Set<string>();
  const now = options.now ?? Date.now;
  return async (header, scope) => {
    if (typeof header !== 'string' || header === '') throw new Refusal(401, 'Authorization failed: no token');
    const app = appOf(header, options);
    const claims = await verified(header, app, new Date(now()));
    if (typeof claims.sub !== 'string') throw new Refusal(401, 'Authorization failed: no sub claim');
    if (app.enforceJti === true && (claims.jti === undefined || used.has(claims.jti))) {
      throw new Refusal(401, 'Authorization failed: jti is required and must be new');
    }
    if (claims.jti !== undefined) used.add(claims.jti);
    const allowed = scope === 'any admin app' ? app.kind === 'admin' : app.scopes.includes(scope);
    if (!allowed) throw new Refusal(403, `The app does not have the required scope: ${scope}`);
    return app;
  };
}

function appOf(token: string, options: EmulatorOptions): ClientApp {
  let appId: unknown;
  try {
    appId = decodeJwt(token)['appId'];
  } catch {
    throw new Refusal(401, 'Authorization failed: malformed token');
  }
  const app = options.apps.find((a) => a.clientId === appId);
  if (app === undefined) throw new Refusal(401, 'Authorization failed: unknown appId');
  return app;
}

async function verified(token: string, app: ClientApp, currentDate: Date) {
  try {
    const key = createSecretKey(Buffer.from(app.clientSecret));
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate, clockTolerance: 30 });
    if (typeof payload.iat === 'number' && payload.iat * 1000 > currentDate.getTime() + 30_000) {
      throw new Refusal(401, 'Authorization failed: the token is not active yet');
    }
    return payload;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const expired = error instanceof Error && /exp/.test(error.message);
    throw new Refusal(
      401,
      expired ? 'Authorization failed: the token is expired' : 'Authorization failed: invalid signature',
    );
  }
}
