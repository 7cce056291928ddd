import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { channelAnswer } from '../channel/answer';
import type { ChannelAnswer } from '../channel/answer';
import { readRequest } from '../channel/request';
import { guard, sameSecret } from './guard';
import { listen, LOOPBACK } from './listen';
import { chatPolicy } from './policy';
import type { TabSessions } from './tab-sessions';

/** Where the pictures of a service that its answers speak of (`said`) are served (`at`); both are how addresses begin. */
export interface ServedPictures {
  readonly said: string;
  readonly at: string;
}

export interface ChatServerOptions {
  readonly tabs: TabSessions;
  readonly script: string;
  /** What the chat window gets when it signs in, and proves itself with from then on. */
  readonly token: string;
  /** Where the page that frames the chat may stand. */
  readonly pageOrigins: () => readonly string[];
  /** Where pictures may come from: the services on this machine. */
  readonly pictures: readonly ServedPictures[];
}

/** The chat window's own origin: nothing in it, not even a bot's message, can reach into the page around it. */
export interface ChatServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const PAGE = dirname(createRequire(__filename).resolve('#page/chat/chat.html'));

/** Serves Kore.ai's chat window, unmodified, and the webhook channel it talks to. */
export async function startChatServer(options: ChatServerOptions): Promise<ChatServer> {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 256 * 1024 });
  let host = '';
  guard(app, {
    hosts: () => [host],
    policy: () =>
      chatPolicy(
        options.pageOrigins(),
        options.pictures.map(({ at }) => new URL(at).origin),
      ),
    isOurs: ({ url, headers }) => url === '/jwt' || sameSecret(headers.authorization, `bearer ${options.token}`),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  await files(app, options);
  channel(app, options);
  const port = await listen(app, 0);
  host = `${LOOPBACK}:${port}`;
  return { origin: `http://${host}`, close: () => app.close() };
}

async function files(app: FastifyInstance, { script, pageOrigins }: ChatServerOptions): Promise<void> {
  const [html, css, sdk] = await Promise.all([
    readFile(join(PAGE, 'chat.html'), 'utf8'),
    readFile(join(PAGE, 'chat.css'), 'utf8'),
    readFile(require.resolve('kore-web-sdk/dist/umd/kore-web-sdk-umd-chat.min.js')),
  ]);
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(html.replace('{{parents}}', pageOrigins().join(' '))),
  );
  app.get('/chat.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(css));
  app.get('/chat.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/kore-web-sdk.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'max-age=3600').send(sdk),
  );
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
}

/** The chat window signs in, asks about the bot, then posts every message to the webhook. */
function channel(app: FastifyInstance, { tabs, token, pictures }: ChatServerOptions): void {
  app.post('/jwt', () => ({ jwt: token }));
  app.get('/api/botmeta/:bot', () => ({ icon: '' }));
  app.post<{ Params: { bot: string } }>('/chatbot/v2/webhook/:bot', async (request, reply) => {
    const tab = tabs.of(request.params.bot.replace(/^st-/, ''));
    const message = readRequest(parse(request.body), 2);
    if (tab === undefined || message === undefined) return reply.code(400).send({ error: 'not a channel message' });
    const turn = message.kind === 'connect' ? await tab.connect() : await tab.say(message.text);
    return withPictures(channelAnswer(tab.id, turn, 'rtm'), pictures);
  });
}

/** Services on this machine serve their own pictures; no address of an example is ever asked for one. */
const withPictures = (answer: ChannelAnswer, pictures: readonly ServedPictures[]): unknown =>
  JSON.parse(pictures.reduce((text, { said, at }) => text.replaceAll(`"${said}`, `"${at}`), JSON.stringify(answer)));

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
