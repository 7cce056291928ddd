import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { redactKnown } from '../../kore/secrets/mask';

export interface GuardOptions {
  /** Names the server may be called by, with port. Asked for each request: the port is known once it listens. */
  readonly hosts: () => readonly string[];
  /** The `Content-Security-Policy` of every answer. */
  readonly policy: () => string;
  /** True when the request carries what only our own page knows. Asked for all but plain page loads. */
  readonly isOurs: (request: FastifyRequest) => boolean;
}

/**
 * Closes a server to everything but its own page: foreign `Host` names (which a rebound DNS name would send), requests
 * that another site starts, and requests without the page's own secret. No answer holds a token of a known form.
 */
export function guard(app: FastifyInstance, { hosts, policy, isOurs }: GuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy(),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-site',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cache-control': 'no-store',
    });
    if (!hosts().includes(request.headers.host ?? '')) return refuse(reply, 'This address is not served here.');
    if (isForeign(request, hosts())) return refuse(reply, 'Other sites may not ask this.');
    if (request.method !== 'GET' && !isOurs(request)) return refuse(reply, 'Only the page itself may ask this.');
    return undefined;
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const isJson = String(reply.getHeader('content-type')).startsWith('application/json');
    // The chat window proves itself with the one token that is no stranger's.
    done(null, isJson && request.url !== '/jwt' && typeof payload === 'string' ? redactKnown(payload) : payload);
  });
}

/** Only a person who follows a link may come from elsewhere. */
function isForeign({ headers }: FastifyRequest, hosts: readonly string[]): boolean {
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return true;
  return headers['sec-fetch-site'] === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate';
}

const refuse = (reply: FastifyReply, error: string) => reply.code(403).send({ error });

/** Compares secrets in a time that tells nothing about them. */
export function sameSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
