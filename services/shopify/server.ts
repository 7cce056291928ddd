import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServiceAnswer } from '../service';
import { createStore, type Store, type StoreOptions } from './store';

export interface ServerOptions extends StoreOptions {
  /** Default 0: any free port. */
  readonly port?: number;
}

/** A store that listens. */
export interface RunningStore extends Store {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts a store on the loopback address. Nothing is logged. Rejects when the port is taken. */
export const startStore = ({ port, ...options }: ServerOptions = {}): Promise<RunningStore> =>
  serveStore(createStore(options), port);

/** Lets a store listen on the loopback address, on any free port unless told otherwise. Rejects when the port is taken. */
export async function serveStore(store: Store, port = 0): Promise<RunningStore> {
  // Where services answer without HTTP, nobody waits until it is loaded.
  const { default: fastify } = await import('fastify');
  const app = fastify({ logger: false, forceCloseConnections: true });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ errors: 'Bad Request' });
  });
  app.all('/*', async (request, reply) => send(reply, request, store.handle(readRequest(request))));

  const url = await app.listen({ host: HOST, port });
  return { ...store, url, close: () => app.close() };
}

function readRequest(request: FastifyRequest) {
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value] as const,
  );
  return {
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(headers),
    body: typeof request.body === 'string' ? request.body : '',
  };
}

async function send(reply: FastifyReply, request: FastifyRequest, answer: ServiceAnswer): Promise<FastifyReply> {
  if (answer.delayMs !== undefined) await wait(answer.delayMs, undefined, { ref: false });
  if (answer.silent) return reply.hijack();
  if (answer.cut) {
    reply.hijack();
    request.raw.socket.destroy();
    return reply;
  }
  return reply.code(answer.status).headers(answer.headers).send(answer.body);
}
