import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ApiScope, ClientApp, EmulatorOptions } from './options';
import type { PlatformState } from './store';

/** What the routes share. */
export interface Tools {
  readonly app: FastifyInstance;
  readonly store: PlatformState;
  readonly options: EmulatorOptions;
  readonly now: () => number;
  /** Checks token, scope and rate limit, in this order; throws a `Refusal`. */
  readonly admit: (request: FastifyRequest, scope: ApiScope | 'any admin app', limit: string) => Promise<ClientApp>;
}
