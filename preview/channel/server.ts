import fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Conversation } from '../conversation';
import { LOOPBACK } from '../web/listen';
import { channelAnswer, firstAnswer } from './answer';
import { readRequest } from './request';
import { isSignedBy } from './sign-in';
import type { ChannelApp } from './sign-in';
import { createUsers } from './users';

export interface ChannelOptions {
  /** The bot's `_id`; other bots are not served. */
  readonly botId: string;
  readonly app: ChannelApp;
  readonly begin: () => Conversation;
  /** 0: any free one. */
  readonly port: number;
  readonly now?: () => number;
}

/** The webhook channel of one bot. */
export interface RunningChannel {
  readonly url: string;
  readonly close: () => Promise<void>;
}

interface OfBot {
  readonly Params: { readonly bot: string };
}

/** Serves both versions of the webhook channel on the loopback address. Rejects when the port is taken. */
export async function startChannel({
  botId,
  app,
  begin,
  port,
  now = Date.now,
}: ChannelOptions): Promise<RunningChannel> {
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 256 * 1024 });
  const users = createUsers(begin, now);
  server.setErrorHandler((_error, _request, reply) => void refuse(reply, 400, 'Invalid Request Payload'));
  server.setNotFoundHandler((_request, reply) => void refuse(reply, 404, 'Not Found'));

  const answer = async (request: FastifyRequest<OfBot>, reply: FastifyReply, version: 1 | 2) => {
    if (!isOurs(request)) return refuse(reply, 403, 'Only programs on this machine may ask');
    if (!(await isSignedBy(app, request.headers.authorization, now())))
      return refuse(reply, 401, 'Invalid Access token');
    if (request.params.bot !== botId) return refuse(reply, 400, 'Invalid StreamId');
    const asked = readRequest(request.body, version);
    if (asked === undefined) return refuse(reply, 400, 'Invalid Request Payload');
    const { sessionId, turn } = await users.answer(asked);
    const who = { to: asked.user, from: asked.bot };
    if (turn === undefined)
      return { _v: 'v2', sessionId, ...who, data: [], endOfTask: true, endReason: 'SESSION_CLOSURE' };
    return version === 1 ? firstAnswer(turn, who) : channelAnswer(sessionId, turn, asked.channel, who);
  };
  server.post<OfBot>('/chatbot/hooks/:bot', (request, reply) => answer(request, reply, 1));
  server.post<OfBot>('/chatbot/hooks/:bot/hookInstance/:instance', (request, reply) => answer(request, reply, 1));
  server.post<OfBot>('/chatbot/v2/webhook/:bot', (request, reply) => answer(request, reply, 2));
  server.post<OfBot>('/chatbot/v2/webhook/:bot/hookInstance/:instance', (request, reply) => answer(request, reply, 2));
  return { url: await server.listen({ host: LOOPBACK, port }), close: () => server.close() };
}

/** A page that another site serves, or a name that was made to lead here, is no program on this machine. */
const isOurs = ({ headers }: FastifyRequest): boolean =>
  headers.origin === undefined && /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '');

/** As the platform words it (documented). */
const refuse = (reply: FastifyReply, code: number, msg: string): FastifyReply =>
  reply.code(code).send({ errors: [{ msg, code }], _v: 'v2', _t: new Date().toISOString() });
