import { createTables } from './data-tables';
import type { DataTables } from './data-tables';
import { answerNode, startTask } from './engine';
import { eventOf, fireEvent } from './events';
import { MAX_INPUT } from './inferred';
import { maskText } from './mask';
import { nluFor } from './nlu';
import { utteranceKey } from './nlu/tokens';
import type { Match, Offer } from './nlu/types';
import { contentVariables } from './open-bot';
import type { OpenedBot } from './open-bot';
import { answerCommand } from './commands';
import { sayOwn } from './own-words';
import { note } from './play';
import type { PlayedChannel, Choose, Play, TurnLog } from './play';
import type { Sandbox } from './sandbox';
import { visibleContext } from './scripting';
import { createSession, sessionValues } from './session';
import type { ScopeName, Session, Values } from './session';
import type { Transport } from './transport';
import type { Turn } from './turn';

export interface ConversationOptions {
  readonly transport: Transport;
  /** Values of environment variables, over those in the export. Secured ones never show in a record. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970: what scripts see as now, and what session time limits are measured by. */
  readonly clock?: () => number;
  /** What the session holds at the start. `UserContext` is read only. */
  readonly session?: Partial<Readonly<Record<ScopeName | 'UserContext', Values>>>;
  /** Scopes that this conversation has in common with others. */
  readonly shared?: Partial<Session>;
  /** One of the bot's languages; its default language otherwise. */
  readonly language?: string;
  /** Whose scripts' writes count; both channels are always rendered. `rtm`, the web, unless told otherwise. */
  readonly channel?: PlayedChannel;
  /** Picks among several texts for one message; the first unless told otherwise. */
  readonly choose?: Choose;
  /** Multiplies service time limits, so that tests need not wait seconds. 1 unless told otherwise. */
  readonly timeoutScale?: number;
  /** Where scripts run; one may serve any number of conversations. */
  readonly sandbox: Sandbox;
  /** Data tables of the bot's account; empty ones unless told otherwise. */
  readonly tables?: DataTables;
  /** The user's time zone, an IANA name such as `Asia/Kolkata`; the machine's unless told otherwise. */
  readonly zone?: string;
}

/** What a channel says beside the words. Anyone who speaks can forge it. */
export interface SayDetails {
  /** The user's id in the channel. */
  readonly from?: string;
  /** What the client's page hands over. */
  readonly customData?: unknown;
}

export interface Conversation {
  /** The channel connects: the bot's welcome event. */
  connect(details?: SayDetails): Promise<Turn>;
  /** The user says something. Turns queue: each begins when the one before it is over. */
  say(text: string, details?: SayDetails): Promise<Turn>;
  /** The context as a script would see it now. */
  context(): Readonly<Record<string, unknown>>;
  /** The session scopes' values now. */
  session(): Readonly<Record<ScopeName, Values>>;
}

/** Begins a conversation with a bot. Nothing a bot, a user or a service does makes a turn reject. */
export function startConversation(bot: OpenedBot, options: ConversationOptions): Conversation {
  const play = createPlay(bot, options);
  let queue: Promise<unknown> = Promise.resolve();
  const next = (act: () => Promise<void>): Promise<Turn> => {
    const turn = queue.then(() => runTurn(play, act));
    queue = turn;
    return turn;
  };
  return {
    connect: (details) =>
      next(() => {
        rememberMessage(play, '', details);
        return connect(play);
      }),
    say: (text, details) => next(() => hear(play, text, details)),
    context: () => visibleContext(play, play.stack.at(-1)),
    session: () => sessionValues(play.session, play.clock()),
  };
}

function createPlay(bot: OpenedBot, options: ConversationOptions): Play {
  const language =
    options.language !== undefined && bot.languages.includes(options.language) ? options.language : bot.defaultLanguage;
  const env = { ...Object.fromEntries(bot.env.map(({ key, value }) => [key, value])), ...options.env };
  const { UserContext = {}, ...initial } = options.session ?? {};
  return {
    bot,
    language,
    env,
    sandbox: options.sandbox,
    transport: options.transport,
    tables: options.tables ?? createTables(),
    clock: options.clock ?? Date.now,
    choose: options.choose ?? (() => 0),
    channel: options.channel ?? 'rtm',
    content: contentVariables(bot, language),
    secrets: bot.env.filter(({ secured }) => secured).map(({ key }) => env[key] ?? ''),
    timeoutScale: options.timeoutScale ?? 1,
    zone: () => options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    session: createSession(initial, options.shared),
    userContext: UserContext,
    globals: { currentLanguage: language, history: [], bot: bot.name, botid: bot.kore.definition._id },
    stack: [],
    turn: newTurn(),
    visits: new Map(),
  };
}

const newTurn = (): TurnLog => ({ messages: [], path: [], calls: [], notes: [], hops: 0, nodes: 0, failed: false });

async function runTurn(play: Play, act: () => Promise<void>): Promise<Turn> {
  const started = performance.now();
  play.turn = newTurn();
  try {
    await act();
  } catch (error) {
    note(
      play,
      play.stack.at(-1),
      undefined,
      'task-failed',
      `the player itself failed: ${error instanceof Error ? error.message : String(error)}`,
    );
    play.stack = [];
  }
  const { messages, path, calls, notes } = play.turn;
  const open = play.stack.at(-1);
  const node = open && play.bot.nodes.get(open.dialog.refId)?.get(open.nodeId);
  return {
    messages,
    path,
    calls,
    notes: notes.map((n) => ({ ...n, text: maskText(n.text, play.secrets) })),
    ended: open === undefined,
    ...(play.turn.completed && { completed: play.turn.completed }),
    ...(open && { waiting: { dialog: open.name, nodeId: open.nodeId, type: node?.type ?? '' } }),
    ms: performance.now() - started,
  };
}

/** The web channel connects before the user says anything; a bot without that event has its welcome event. */
async function connect(play: Play): Promise<void> {
  const name = eventOf(play, 'ON_CONNECT_EVENT') === undefined ? 'WELCOME_MESSAGE_EVENT' : 'ON_CONNECT_EVENT';
  const event = eventOf(play, name);
  if (event?.action === 'triggerDialog' && (event.task ?? '') === '') {
    note(
      play,
      undefined,
      undefined,
      'start-flow',
      'a Start Flow greets here; it belongs to the account and is not in the export',
    );
    return;
  }
  const result = await fireEvent(play, name);
  if (result !== undefined && result !== 'said') await startTask(play, result, undefined);
}

async function hear(play: Play, said: string, details?: SayDetails): Promise<void> {
  const text = said.slice(0, MAX_INPUT);
  if (text.length < said.length)
    note(play, undefined, undefined, 'input-cut', `only the first ${MAX_INPUT} characters are read`);
  rememberMessage(play, text, details);
  play.globals = {
    ...play.globals,
    userInputs: { originalInput: { sentence: text } },
    UserQuery: { originalUserQuery: text },
  };
  if (play.stack.length > 0) return answerNode(play, text);
  const chosen = chosenOffer(play, text);
  if (chosen !== undefined) return startTask(play, chosen.dialog, chosen.text, new Map(chosen.slots));
  return route(play, text, nluFor(play.bot, play.language).match(text));
}

/** Which dialog was meant by what was said before, if this names one that was offered; an offer stands for one turn. */
function chosenOffer(play: Play, text: string): (Offer & { readonly text: string }) | undefined {
  const { offered } = play;
  play.offered = undefined;
  const chosen = offered?.offers.find(({ say }) => utteranceKey(say) === utteranceKey(text));
  return offered && chosen && { ...chosen, text: offered.text };
}

/** `BotUserSession.lastMessage`, with what real scripts read of it (observed in exports). */
function rememberMessage(play: Play, body: string, { from = 'u-local', customData = {} }: SayDetails = {}): void {
  const { BotUserSession } = play.session;
  const { definition } = play.bot.kore;
  const botInfo = { chatBot: play.bot.name, taskBotId: definition._id, customData };
  const lastMessage = {
    channel: play.channel,
    from,
    customData,
    messagePayload: { message: { body }, botInfo, customData, from },
  };
  const now = new Date(play.clock()).toISOString();
  BotUserSession.values = { ...BotUserSession.values, lastMessage, lastUserMessageTime: now };
}

async function route(play: Play, text: string, match: Match): Promise<void> {
  if (match.kind === 'exact' || match.kind === 'likely')
    return startTask(play, match.dialog, text, new Map(match.slots));
  if (match.kind === 'ambiguous') {
    note(play, undefined, undefined, 'ambiguous', match.offers.map(({ title }) => title).join(', '));
    play.offered = { text, offers: match.offers };
    return sayOwn(play, 'didYouMean', match.offers);
  }
  if (answerCommand(play, text)) return;
  note(play, undefined, undefined, 'intent-not-found', 'no dialog matches what was said');
  const result =
    (await fireEvent(play, 'INTENT_UNIDENTIFIED')) ??
    play.bot.dialogById.get(play.bot.kore.definition.defaultDialogId ?? '');
  if (result !== undefined && result !== 'said') await startTask(play, result, undefined);
}
