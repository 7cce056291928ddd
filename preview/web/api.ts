import type { FastifyInstance } from 'fastify';
import { streamEvents } from './events';
import { flowOf } from './flow';
import { nodeContent } from './node-content';
import type { TabView } from './protocol';
import type { TabSession } from './tab-session';
import type { TabSessions } from './tab-sessions';
import { transcriptOf } from './transcript';
import type { BotSource } from './bot-source';

export interface ApiOptions {
  readonly tabs: TabSessions;
  readonly source: BotSource;
  readonly chatOrigin: string;
}

interface InTab {
  readonly Params: { readonly tab: string };
}
interface OfDialog {
  readonly Params: { readonly tab: string };
  /** Ids come from an export and may be any text. */
  readonly Querystring: { readonly dialog?: string; readonly node?: string };
}
interface Choice {
  readonly Params: { readonly tab: string };
  readonly Body: {
    readonly fault?: unknown;
    readonly bot?: unknown;
    readonly language?: unknown;
    readonly mode?: unknown;
  };
}

/** What the page asks for. Every path names the tab; its id is known to its own tab alone. */
export function api(app: FastifyInstance, options: ApiOptions): void {
  const { tabs, source, chatOrigin } = options;
  const tabOf = (id: string): TabSession => {
    const tab = tabs.of(id);
    if (tab === undefined) throw Object.assign(new Error('no such tab'), { statusCode: 404 });
    return tab;
  };

  app.setErrorHandler((error: { readonly statusCode?: number; readonly message: string }, _request, reply) => {
    void reply.code(error.statusCode ?? 500).send({ error: error.message });
  });

  app.get<InTab>('/api/:tab', async ({ params }): Promise<TabView> => {
    const tab = tabOf(params.tab);
    return {
      bots: await source.choices(),
      bot: tab.botView(),
      turns: tab.turns(),
      faults: tab.faults(),
      fault: tab.fault(),
      mode: tab.loaded().mode ?? tab.botView().credentials,
      modes: source.modes(),
      build: source.build(tab.loaded().mode),
      chatUrl: `${chatOrigin}/?tab=${tab.id}`,
    };
  });
  app.get<InTab>('/api/:tab/events', ({ params }, reply) => streamEvents(reply, tabOf(params.tab)));
  app.get<InTab>('/api/:tab/transcript', ({ params }) => {
    const tab = tabOf(params.tab);
    return { text: transcriptOf(tab.botView(), tab.turns()) };
  });
  app.get<OfDialog>('/api/:tab/flow', ({ params, query }, reply) => {
    const tab = tabOf(params.tab);
    const { bot } = tab.loaded();
    const dialog = bot.dialogById.get(query.dialog ?? '');
    return dialog === undefined ? reply.callNotFound() : flowOf(bot, dialog, tab.language());
  });
  app.get<OfDialog>('/api/:tab/node', ({ params, query }, reply) => {
    const tab = tabOf(params.tab);
    const { bot } = tab.loaded();
    const dialog = bot.dialogById.get(query.dialog ?? '');
    return (dialog && nodeContent(bot, dialog, query.node ?? '', tab.language())) ?? reply.callNotFound();
  });
  app.post<Choice>('/api/:tab/fault', ({ params, body }, reply) => {
    const tab = tabOf(params.tab);
    const fault = ['', ...tab.faults().map(({ name }) => name)].find((known) => known === body.fault);
    if (fault === undefined) return reply.code(400).send({ error: 'no such fault' });
    tab.setFault(fault);
    return { fault };
  });
  app.post<Choice>('/api/:tab/bot', async ({ params, body }, reply) => {
    const tab = tabOf(params.tab);
    const { id, mode } = tab.loaded();
    const loaded = await source.load(typeof body.bot === 'string' ? body.bot : id, mode);
    if (loaded === undefined) return reply.code(404).send({ error: 'no such bot' });
    tab.use(loaded, typeof body.language === 'string' ? body.language : undefined);
    return { bot: tab.botView() };
  });
  app.post<Choice>('/api/:tab/mode', async ({ params, body }, reply) => {
    const tab = tabOf(params.tab);
    const mode = source.modes().find((known) => known === body.mode);
    if (mode === undefined) return reply.code(400).send({ error: 'no such mode' });
    const loaded = await source.load(tab.loaded().id, mode);
    if (loaded === undefined) return reply.code(409).send({ error: 'the specs cannot be built with that mode' });
    tab.use(loaded);
    tab.tell({ kind: 'build', build: source.build(mode) });
    return { mode };
  });
}
