import { jwtVerify } from 'jose';

/** The app that a webhook channel belongs to; clients sign their tokens with its secret. */
export interface ChannelApp {
  readonly id: string;
  readonly secret: string;
}

/**
 * Whether an `Authorization` header is a token of the app: `bearer` in any case, JWT signed with HS256 (documented). The app
 * is named by `appId` (documented) or by `iss` (observed in a public client). `now` is milliseconds since 1970.
 */
export async function isSignedBy(app: ChannelApp, header: string | undefined, now: number): Promise<boolean> {
  const token = /^bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) return false;
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(app.secret), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    return (payload['appId'] ?? payload.iss) === app.id;
  } catch {
    return false;
  }
}
