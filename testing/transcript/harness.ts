import { startConversation } from '../../preview/conversation';
import type { Conversation } from '../../preview/conversation';
import type { OpenedBot } from '../../preview/open-bot';
import { startStore } from '../../services/shopify/server';
import type { RunningStore } from '../../services/shopify/server';
import { createTransport, storeRoute } from '../../preview/transport';
import type { Transport } from '../../preview/transport';
import { readStubs, stubTransport } from './stub';
import { TranscriptError } from './transcript';
import type { Transcript } from './transcript';

/** The moment at which every transcript begins, so that dates read the same on any day. */
export const BEGINNING = Date.UTC(2026, 10, 23, 12);

/** The bot a transcript wants to talk to. Settings left out are those of the specs. */
export interface WantedBot {
  readonly integration: string;
  readonly target: 'xo10' | 'xo11';
  readonly credentials?: string;
  readonly audience?: string;
}

/** Everything a transcript is played with. */
export interface Harness {
  readonly bot: OpenedBot;
  readonly conversation: Conversation;
  readonly clock: FixedClock;
  readonly patience: Patience;
  /** Absent when prepared answers stand in for it. */
  readonly store?: RunningStore;
  /** Values that must not be seen anywhere. */
  readonly secrets: readonly string[];
  readonly close: () => Promise<void>;
}

export interface FixedClock {
  readonly now: () => number;
  readonly advance: (ms: number) => void;
}

/** Set short before a turn in which the store is slow on purpose. */
export interface Patience {
  short: boolean;
}

export interface HarnessOptions {
  readonly openBot: (wanted: WantedBot) => Promise<OpenedBot>;
  /** Reads a file of prepared answers. */
  readonly readFile: (path: string) => string;
}

/** A service that is made to be slow on purpose is not waited for longer than this. */
const SHORT_MS = 150;

/** Opens the bot, starts the store with the scopes and the clock of the transcript, and begins a conversation. */
export async function startHarness(
  transcript: Transcript,
  target: WantedBot['target'],
  options: HarnessOptions,
): Promise<Harness> {
  const { settings } = transcript;
  const { bot: integration, credentials, audience, language } = settings;
  const bot = await options.openBot({
    integration,
    target,
    ...(credentials && { credentials }),
    ...(audience && { audience }),
  });
  if (language !== undefined && !bot.languages.includes(language))
    throw new TranscriptError(transcript.path, transcript.line, `${integration} does not speak ${language}`);
  const clock = createClock();
  const patience: Patience = { short: false };
  const { transport, env, store, close } = await surroundings(transcript, clock, patience, options);
  const conversation = startConversation(bot, {
    transport,
    clock: clock.now,
    env: { ...env, ...settings.env },
    session: { BotUserSession: settings.session },
    choose: () => (settings.choose ?? 1) - 1,
    ...(language && { language }),
  });
  const secured = bot.env.filter(({ secured }) => secured).map(({ key }) => key);
  const secrets = secured.flatMap((key) => [env[key] ?? '', settings.env[key] ?? '']).filter((s) => s.length > 3);
  return { bot, conversation, clock, patience, secrets, close, ...(store && { store }) };
}

interface Surroundings {
  readonly transport: Transport;
  readonly env: Readonly<Record<string, string>>;
  readonly store?: RunningStore;
  readonly close: () => Promise<void>;
}

async function surroundings(
  transcript: Transcript,
  clock: FixedClock,
  patience: Patience,
  { readFile }: HarnessOptions,
): Promise<Surroundings> {
  const { settings, path } = transcript;
  if (settings.stub !== undefined) {
    const file = path.replace(/[^/\\]*$/, settings.stub);
    return { transport: stubTransport(readStubs(file, readFile(file))), env: {}, close: () => Promise.resolve() };
  }
  const store = await startStore({ now: clock.now, ...(settings.scopes && { scopes: settings.scopes }) });
  const env = {
    SHOPIFY_SUBDOMAIN: 'demo',
    SHOPIFY_ACCESS_TOKEN: store.token,
    SHOPIFY_CLIENT_ID: store.client.id,
    SHOPIFY_CLIENT_SECRET: store.client.secret,
  };
  return { transport: toStore(store, patience), env, store, close: store.close };
}

/** Goes to the local store only. */
function toStore(store: RunningStore, patience: Patience): Transport {
  const transport = createTransport({ routes: [storeRoute(store.url)] });
  return { send: (request) => transport.send(patience.short ? { ...request, timeoutMs: SHORT_MS } : request) };
}

function createClock(): FixedClock {
  let moved = 0;
  return {
    now: () => BEGINNING + moved,
    advance: (ms) => {
      moved += ms;
    },
  };
}
