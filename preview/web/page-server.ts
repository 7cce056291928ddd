import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { api } from './api';
import type { ApiOptions } from './api';
import { guard, sameSecret } from './guard';
import { listen, LOOPBACK } from './listen';
import { pagePolicy } from './policy';

export interface PageServerOptions extends ApiOptions {
  readonly port: number;
  readonly script: string;
  readonly token: string;
}

export interface PageServer {
  readonly url: string;
  /** Every origin the page may be opened at. */
  readonly origins: () => readonly string[];
  readonly close: () => Promise<void>;
}

const PAGE = dirname(createRequire(__filename).resolve('#page/index.html'));

/** Serves the page around the chat, its API and its event stream. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 64 * 1024 });
  let hosts: readonly string[] = [];
  guard(app, {
    hosts: () => hosts,
    policy: () => pagePolicy(options.chatOrigin),
    isOurs: ({ headers }) => sameSecret(headers['x-preview-token'], options.token),
  });
  await files(app, options);
  api(app, options);
  const port = await listen(app, options.port);
  hosts = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  return {
    url: `http://${LOOPBACK}:${port}/`,
    origins: () => hosts.map((host) => `http://${host}`),
    close: () => app.close(),
  };
}

async function files(app: FastifyInstance, { script, token }: PageServerOptions): Promise<void> {
  const sheets = ['page.css', 'flow.css', 'inspector.css'];
  const [html, ...css] = await Promise.all(['index.html', ...sheets].map((name) => readFile(join(PAGE, name), 'utf8')));
  const page = (html ?? '').replace('{{token}}', token);
  const style = css.join('\n');
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
}
