import { startConversation } from '../../preview/conversation';
import type { Conversation } from '../../preview/conversation';
import type { OpenedBot } from '../../preview/open-bot';
import { localBackend } from '../../preview/backend';
import type { Backend } from '../../preview/backend';
import type { Sandbox } from '../../preview/sandbox';
import { openapiService } from '../../services/openapi/service';
import { SERVICE_KINDS } from '../../services/registry';
import type { LocalService } from '../../services/service';
import { readStub } from '../../services/stub/stub';
import { TranscriptError } from '../../generator/transcript/transcript';
import type { Transcript } from '../../generator/transcript/transcript';

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
  readonly store?: LocalService;
  /** Values of the bot's variables. */
  readonly env: Readonly<Record<string, string>>;
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
  readonly sandbox: Sandbox;
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
  const backend = backendOf(bot, transcript, clock, options);
  const { env, transport, close } = backend;
  const [store] = backend.services;
  const conversation = startConversation(bot, {
    transport: {
      send: (request) => transport.send(patience.short ? { ...request, timeoutMs: SHORT_MS } : request),
    },
    clock: clock.now,
    env,
    session: { BotUserSession: settings.session },
    choose: () => (settings.choose ?? 1) - 1,
    sandbox: options.sandbox,
    ...(language && { language }),
  });
  const secured = bot.env.filter(({ secured }) => secured).map(({ key }) => key);
  const own = backendSecrets(store, settings.env);
  const secrets = secured.flatMap((key) => own.map((values) => values[key] ?? '')).filter((s) => s.length > 3);
  return { bot, conversation, clock, patience, env, secrets, close, ...(store && { store }) };
}

/** What a transcript overrides is as secret as what it overrides. */
const backendSecrets = (store: LocalService | undefined, given: Readonly<Record<string, string>>) => [
  store?.env ?? {},
  given,
];

/** Prepared answers when the transcript names some, else the services that the bot knows. */
function backendOf(
  bot: OpenedBot,
  { settings, path }: Transcript,
  { now }: FixedClock,
  { readFile }: HarnessOptions,
): Backend {
  const values = { given: settings.env, known: {} };
  if (settings.stub !== undefined) {
    const file = path.replace(/[^/\\]*$/, settings.stub);
    return localBackend(bot, [], values, readStub(file, readFile(file)), 'direct');
  }
  const services = SERVICE_KINDS.map((kind) =>
    kind.create({ now, ...(settings.scopes && { scopes: settings.scopes }) }),
  );
  const standIn = openapiService({
    name: settings.bot,
    given: settings.env,
    read: readerOf(settings.bot, path, readFile),
  });
  // The store's dates count back from the moment at which it begins, which is now.
  return localBackend(bot, [...services, ...(standIn ? [standIn] : [])], values, undefined, 'direct');
}

/** Reads files of the integration's folder, which a transcript below `specs/` is in or beside. */
function readerOf(integration: string, path: string, readFile: (path: string) => string) {
  const [, specs = 'specs/'] = /^(.*?specs[/\\])[^/\\]+[/\\]/.exec(path) ?? [];
  return (name: string): string | undefined => {
    try {
      return readFile(`${specs}${integration}/${name}`);
    } catch {
      // It is not there.
      return undefined;
    }
  };
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
