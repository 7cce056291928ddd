import { failing } from '../backend';
import type { Backend } from '../backend';
import { startConversation } from '../conversation';
import type { Conversation } from '../conversation';
import type { DataTables } from '../data-tables';
import { openForm } from '../form-fields';
import { dialogName } from '../open-bot';
import type { OpenedBot } from '../open-bot';
import type { Sandbox } from '../sandbox';
import type { Turn } from '../turn';
import { credentialsOf } from './credentials';
import type { BotView, FaultView, SessionEvent, TurnView } from './protocol';
import { turnView } from './turn-view';
import { watchSandbox } from './watch-sandbox';

/** What all tabs have in common. */
export interface TabSettings {
  /** What stands behind a bot. */
  readonly backendFor: (bot: OpenedBot) => Backend;
  readonly sandbox: Sandbox;
  readonly tables: DataTables;
}

export interface LoadedBot {
  /** The choice it came from. */
  readonly id: string;
  readonly version: number;
  readonly bot: OpenedBot;
  /** What was odd in the export, in sentences. */
  readonly notes: readonly string[];
  /** The credentials mode it was built with; absent when that is the one of its specs. */
  readonly mode?: string;
}

/** One browser tab: a conversation, what happened in it, and who watches. */
export interface TabSession {
  readonly id: string;
  readonly loaded: () => LoadedBot;
  readonly language: () => string;
  readonly turns: () => readonly TurnView[];
  /** The faults that the services behind the bot can be told. */
  readonly faults: () => readonly FaultView[];
  /** The name of the fault that every call of this tab meets; empty for none. */
  readonly fault: () => string;
  readonly setFault: (fault: string) => void;
  /** The chat window connects: whatever was said before is over. */
  readonly connect: () => Promise<Turn>;
  readonly say: (text: string) => Promise<Turn>;
  /** Another bot, or the same one built anew. Session values stay, an open dialog does not. */
  readonly use: (loaded: LoadedBot, language?: string) => void;
  readonly botView: () => BotView;
  readonly watch: (send: (event: SessionEvent) => void) => () => void;
  /** True while a tab is open. */
  readonly watched: () => boolean;
  readonly tell: (event: SessionEvent) => void;
}

/** A conversation longer than this forgets its oldest turns. */
const MAX_TURNS = 200;

/** Opens a tab. The conversation begins when the chat window connects. */
export function createTabSession(id: string, first: LoadedBot, around: TabSettings): TabSession {
  let loaded = first;
  let language = first.bot.defaultLanguage;
  let fault = '';
  let backend = around.backendFor(first.bot);
  let turns: TurnView[] = [];
  let count = 0;
  let last: Turn | undefined;
  const watchers = new Set<(event: SessionEvent) => void>();
  const sandbox = watchSandbox(around.sandbox);
  const begin = (session: Parameters<typeof startConversation>[1]['session'] = {}): Conversation =>
    startConversation(loaded.bot, {
      transport: failing(backend, () => fault),
      sandbox: sandbox.sandbox,
      tables: around.tables,
      env: backend.env,
      session,
      language,
    });
  let conversation = begin();

  const tell = (event: SessionEvent) => watchers.forEach((send) => send(event));
  const keep = (talk: Conversation, turn: Turn, said?: string): Turn => {
    if (talk !== conversation) return turn;
    count += 1;
    // A dialog's context is gone when it ends; what its last script saw is worth more than nothing.
    const context = turn.ended ? (sandbox.lastContext() ?? talk.context()) : talk.context();
    const shown = { context, session: talk.session() };
    const form = turn.waiting && openForm(loaded.bot, turn.waiting.nodeId);
    const view = turnView(
      turn,
      {
        index: count,
        ...(said !== undefined && { said }),
        ...(last && { before: last }),
        ...(form && { form }),
        ...shown,
      },
      backend.secrets,
    );
    turns = [...turns, view].slice(-MAX_TURNS);
    last = turn;
    tell({ kind: 'turn', turn: view });
    return turn;
  };

  const botView = (): BotView => ({
    id: loaded.id,
    version: loaded.version,
    name: loaded.bot.name,
    target: loaded.bot.target,
    language,
    languages: loaded.bot.languages,
    credentials: credentialsOf(loaded.bot),
    dialogs: loaded.bot.dialogs
      .filter(({ nodes }) => nodes.length > 0)
      .map((dialog) => ({ id: dialog.refId, name: dialogName(loaded.bot, dialog, language) })),
  });

  return {
    id,
    loaded: () => loaded,
    language: () => language,
    turns: () => turns,
    faults: () => backend.services.flatMap(({ faults }) => faults.kinds),
    fault: () => fault,
    setFault: (next) => {
      fault = next;
    },
    connect: async () => {
      conversation = begin();
      turns = [];
      count = 0;
      last = undefined;
      const talk = conversation;
      return keep(talk, await talk.connect());
    },
    say: async (text) => {
      const talk = conversation;
      tell({ kind: 'heard', said: text });
      return keep(talk, await talk.say(text), text);
    },
    use: (next, wanted) => {
      const droppedDialog = last?.ended === false;
      const session = conversation.session();
      loaded = next;
      backend = around.backendFor(next.bot);
      language = wanted ?? (next.bot.languages.includes(language) ? language : next.bot.defaultLanguage);
      conversation = begin(session);
      tell({ kind: 'bot', bot: botView(), droppedDialog });
    },
    botView,
    watch: (send) => {
      watchers.add(send);
      return () => watchers.delete(send);
    },
    watched: () => watchers.size > 0,
    tell,
  };
}
