import multipart from '@fastify/multipart';
import fastify from 'fastify';
import type { FastifyRequest } from 'fastify';
import { batchRoutes } from './batch-routes';
import { channelRoute } from './channel-route';
import { botRoutes } from './bot-routes';
import { PlatformRefusal, createGuard } from './guard';
import { importRoutes } from './import-routes';
import { createLimits } from './limits';
import type { EmulatorOptions } from './options';
import { emptyStore } from './store';
import type { PlatformState } from './store';
import type { Tools } from './tools';
import { uploadRoute } from './upload-route';

export interface Emulator {
  /** `http://127.0.0.1:<port>`; take it as the host. */
  readonly url: string;
  readonly store: PlatformState;
  /** `POST /api/public/uploadfile` and so on, in the order they came. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/**
 * A local XO Platform for tests: the documented public API calls, on the loopback only. Imports are real (the files
 * are opened and applied by `refId`), so are exports. It holds everything in memory and knows no live platform's
 * undocumented behaviour.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const app = fastify({ bodyLimit: 70 * 1024 * 1024, forceCloseConnections: true });
  await app.register(multipart, { limits: { fileSize: 64 * 1024 * 1024, files: 1 } });
  const [store, guard, limit, calls] = [emptyStore(), createGuard(options), createLimits(options), [] as string[]];
  const nameOf = (request: FastifyRequest) => `${request.method} ${request.routeOptions.url ?? request.url}`;

  app.addHook('onRequest', async (request) => {
    calls.push(nameOf(request));
    await options.tap?.('before', nameOf(request), () => void request.raw.socket.destroy());
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header('date', new Date((options.now ?? Date.now)()).toUTCString());
    await options.tap?.('after', nameOf(request), () => void request.raw.socket.destroy());
  });
  app.setErrorHandler((error, _, reply) => {
    const status =
      error instanceof PlatformRefusal ? error.status : ((error as { readonly statusCode?: number }).statusCode ?? 500);
    const msg = error instanceof Error ? error.message : 'internal error';
    return reply.code(status).send({ errors: [{ msg, code: error instanceof PlatformRefusal ? error.code : status }] });
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ errors: [{ msg: 'Not found', code: 404 }] }));

  const admit: Tools['admit'] = async (request, scope, key) => {
    const client = await guard(request.headers['auth'], scope);
    limit(key);
    return client;
  };
  const tools: Tools = { app, store, options, now: options.now ?? Date.now, admit };
  uploadRoute(tools);
  importRoutes(tools);
  botRoutes(tools);
  batchRoutes(tools);
  channelRoute(tools);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, store, calls, close: () => app.close() };
}
