import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Assumptions } from './assumptions';
import type { ApiCredentials } from './settings';

/** How long a token is good for. A new one is signed for every call, so that little is lost with one. */
const MINUTES = 5;

/**
 * A token for one call, signed with HS256. `sub` and `appId` (in exactly this spelling) are what the platform
 * documents; the other claims are an assumption that can be switched off. Encrypted tokens (JWE) are not supported.
 */
export function signToken(
  credentials: ApiCredentials,
  claims: Assumptions['tokenClaims'],
  now = Date.now(),
): Promise<string> {
  const token = new SignJWT({ sub: 'deploy', appId: credentials.clientId }).setProtectedHeader({
    alg: 'HS256',
    typ: 'JWT',
  });
  if (claims === 'short-lived') {
    const second = Math.floor(now / 1000);
    token
      .setIssuedAt(second)
      .setExpirationTime(second + MINUTES * 60)
      .setJti(randomUUID());
  }
  return token.sign(new TextEncoder().encode(credentials.clientSecret));
}
