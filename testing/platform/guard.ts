import { createSecretKey } from 'node:crypto';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { ClientApp, EmulatorOptions, ApiScope } from './options';

/** A refusal with its HTTP status; the body is `{"errors":[{"msg","code"}]}`, where the code is the status if none is known. */
export class PlatformRefusal extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, message: string, code = status) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The platform's words (observed in the vendor's own tests of this API): an app that it does not know and a wrong
 * secret are one, a token that is malformed, expired or not active yet is the other.
 */
const CREDENTIALS = 'Invalid SDK credentials';
const TOKEN = 'Invalid JWT token';

/**
 * Verifies the `auth` header: HS256, signed by the app that `appId` (in this spelling) names (`sub` is not required, observed), not
 * expired, not from the future, `jti` never used before where it is enforced.
 */
export function createGuard(
  options: EmulatorOptions,
): (header: unknown, scope: ApiScope | 'any admin app') => Promise<ClientApp> {
  const used = new Set<string>();
  const now = options.now ?? Date.now;
  return async (header, scope) => {
    if (typeof header !== 'string' || header === '') throw new PlatformRefusal(401, TOKEN);
    const app = appOf(header, options);
    const claims = await verified(header, app, new Date(now()));
    const more = Object.keys(claims).some((name) => name !== 'sub' && name !== 'appId');
    if (more && options.habits?.plainTokens === true) throw new PlatformRefusal(401, TOKEN);
    if (app.enforceJti === true && (claims.jti === undefined || used.has(claims.jti))) {
      throw new PlatformRefusal(401, TOKEN);
    }
    if (claims.jti !== undefined) used.add(claims.jti);
    const allowed = scope === 'any admin app' ? app.kind === 'admin' : app.scopes.includes(scope);
    if (!allowed) throw new PlatformRefusal(401, 'Permission denied. Scope is incorrect!', 4002);
    return app;
  };
}

function appOf(token: string, options: EmulatorOptions): ClientApp {
  let appId: unknown;
  try {
    appId = decodeJwt(token)['appId'];
  } catch {
    throw new PlatformRefusal(401, TOKEN);
  }
  const app = options.apps.find((a) => a.clientId === appId);
  if (app === undefined) throw new PlatformRefusal(401, CREDENTIALS);
  return app;
}

async function verified(token: string, app: ClientApp, currentDate: Date) {
  try {
    const key = createSecretKey(Buffer.from(app.clientSecret));
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate, clockTolerance: 30 });
    if (typeof payload.iat === 'number' && payload.iat * 1000 > currentDate.getTime() + 30_000) {
      throw new PlatformRefusal(401, TOKEN);
    }
    return payload;
  } catch (error) {
    if (error instanceof PlatformRefusal) throw error;
    throw new PlatformRefusal(401, error instanceof errors.JWSSignatureVerificationFailed ? CREDENTIALS : TOKEN);
  }
}
