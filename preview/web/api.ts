import type { FastifyInstance } from 'fastify';
import { events } from './events';
import { flowOf } from './flow';
import { nodeContent } from './node-content';
import { FAULTS } from './protocol';
import type { RoomView } from './protocol';
import type { Room } from './room';
import type { Rooms } from './rooms';
import { transcriptOf } from './transcript';
import type { Workshop } from './workshop';

export interface ApiOptions {
  readonly rooms: Rooms;
  readonly workshop: Workshop;
  readonly chatOrigin: string;
}

interface InRoom {
  readonly Params: { readonly room: string };
}
interface OfDialog {
  readonly Params: { readonly room: string };
  /** Ids come from an export and may be any text. */
  readonly Querystring: { readonly dialog?: string; readonly node?: string };
}
interface Choice {
  readonly Params: { readonly room: string };
  readonly Body: {
    readonly fault?: unknown;
    readonly bot?: unknown;
    readonly language?: unknown;
    readonly mode?: unknown;
  };
}

/** What the page asks for. Every path names the room; its id is known to its own tab alone. */
export function api(app: FastifyInstance, options: ApiOptions): void {
  const { rooms, workshop, chatOrigin } = options;
  const roomOf = (id: string): Room => {
    const room = rooms.of(id);
    if (room === undefined) throw Object.assign(new Error('no such room'), { statusCode: 404 });
    return room;
  };

  app.setErrorHandler((error: { readonly statusCode?: number; readonly message: string }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message });
  });

  app.get<InRoom>('/api/:room', async ({ params }): Promise<RoomView> => {
    const room = roomOf(params.room);
    return {
      bots: await workshop.choices(),
      bot: room.botView(),
      turns: room.turns(),
      fault: room.fault(),
      mode: workshop.mode(),
      modes: workshop.modes(),
      build: workshop.build(),
      chatUrl: `${chatOrigin}/?room=${room.id}`,
    };
  });
  app.get<InRoom>('/api/:room/events', ({ params }, reply) => events(reply, roomOf(params.room)));
  app.get<InRoom>('/api/:room/transcript', ({ params }) => {
    const room = roomOf(params.room);
    return { text: transcriptOf(room.botView(), room.turns()) };
  });
  app.get<OfDialog>('/api/:room/flow', ({ params, query }, reply) => {
    const room = roomOf(params.room);
    const { bot } = room.loaded();
    const dialog = bot.dialogById.get(query.dialog ?? '');
    return dialog === undefined ? reply.callNotFound() : flowOf(bot, dialog, room.language());
  });
  app.get<OfDialog>('/api/:room/node', ({ params, query }, reply) => {
    const room = roomOf(params.room);
    const { bot } = room.loaded();
    const dialog = bot.dialogById.get(query.dialog ?? '');
    return (dialog && nodeContent(bot, dialog, query.node ?? '', room.language())) ?? reply.callNotFound();
  });
  app.post<Choice>('/api/:room/fault', ({ params, body }, reply) => {
    const fault = FAULTS.find((known) => known === body.fault);
    if (fault === undefined) return reply.code(400).send({ error: 'no such fault' });
    roomOf(params.room).setFault(fault);
    return { fault };
  });
  app.post<Choice>('/api/:room/bot', async ({ params, body }, reply) => {
    const room = roomOf(params.room);
    const loaded = await workshop.load(typeof body.bot === 'string' ? body.bot : room.loaded().id);
    if (loaded === undefined) return reply.code(404).send({ error: 'no such bot' });
    room.use(loaded, typeof body.language === 'string' ? body.language : undefined);
    return { bot: room.botView() };
  });
  app.post<Choice>('/api/:room/mode', async ({ params, body }, reply) => {
    roomOf(params.room);
    const mode = workshop.modes().find((known) => known === body.mode);
    if (mode === undefined) return reply.code(400).send({ error: 'no such mode' });
    await workshop.setMode(mode);
    return { mode };
  });
}
