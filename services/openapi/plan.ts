import { randomBytes } from 'node:crypto';
import { parse } from 'yaml';
import { isObject, openDocument, type ApiDocument } from '../../apis/openapi/document';
import { serverUrl } from '../../apis/openapi/servers';
import type { Seed, Thing } from './collections';

/** Reads a text file of an integration's folder; undefined when there is none. */
export type ReadText = (name: string) => string | undefined;

/** What a stand-in is made from. */
export interface StandInPlan {
  /** The hosts that the bot calls, `*` where only the account is known. */
  readonly hosts: readonly string[];
  /** Values for the bot's variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

/** The document and the seed, as they are now. */
export interface Sources {
  readonly document: ApiDocument;
  readonly seed: Seed;
}

/** Where an integration keeps what its stand-in knows from the start. */
export const SEED = 'seed.json';

/**
 * Plans the stand-in of an integration; undefined when its `bot.yaml` names no document. `given` are values of variables that a person
 * gave, which win.
 */
export function standInPlanOf(read: ReadText, given: Readonly<Record<string, string>> = {}): StandInPlan | undefined {
  const bot = botOf(read);
  const service = blockOf(bot, 'service');
  const document = documentOf(read, bot);
  if (document === undefined) return undefined;
  const variables = Object.entries(blockOf(bot, 'variables')).map(([key, one]) => ({
    key,
    ...(isObject(one) ? one : {}),
  }));
  const host = typeof service['host'] === 'string' ? service['host'] : '';
  const known = serverHost(document);
  const env = Object.fromEntries(variables.map((one) => [one.key, given[one.key] ?? valueFor(one, host, known)]));
  const secrets = variables.flatMap(({ key, ...one }) =>
    'secret' in one && one.secret === true ? [env[key] ?? ''] : [],
  );
  const written = [host, ...hostsIn(blockOf(bot, 'credentials'))];
  return { hosts: written.map((one) => filled(one, env)), env, secrets };
}

/** The document and the seed that an integration has now; undefined when there is no document, or none that can be read. */
export function sourcesOf(read: ReadText): Sources | undefined {
  const document = documentOf(read, botOf(read));
  return document && { document, seed: seedOf(read(SEED)) };
}

const MOST_KEPT = 16;

/** Makes something of a text; of the last texts that were seen, once. */
function onceOf<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, made);
    return made;
  };
}

const parsedBot = onceOf((text): Readonly<Record<string, unknown>> => {
  try {
    const bot = parse(text) as unknown;
    return isObject(bot) ? bot : {};
  } catch {
    // What is wrong with it is said by the build.
    return {};
  }
});

const botOf = (read: ReadText): Readonly<Record<string, unknown>> => parsedBot(read('bot.yaml') ?? '');

const blockOf = (of: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> => {
  const block = of[key];
  return isObject(block) ? block : {};
};

const opened = onceOf(openDocument);

function documentOf(read: ReadText, bot: Readonly<Record<string, unknown>>): ApiDocument | undefined {
  const name = blockOf(bot, 'service')['openapi'];
  const text = typeof name === 'string' ? read(name) : undefined;
  const document = text === undefined ? undefined : opened(text);
  return document === undefined || 'problem' in document ? undefined : document;
}

/** Throws a `RangeError` for what is no seed. */
function seedOf(text: string | undefined): Seed {
  if (text === undefined) return {};
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new RangeError(`${SEED} is not JSON: ${(error as Error).message}`);
  }
  const isSeed = (one: unknown): one is readonly Thing[] | string =>
    typeof one === 'string' || (Array.isArray(one) && one.every(isObject));
  if (!isObject(read) || !Object.values(read).every(isSeed))
    throw new RangeError(`${SEED} holds lists of things by their paths: { "/tickets": [{ "id": 1 }] }`);
  return read as Seed;
}

interface WrittenVariable {
  readonly key: string;
  readonly value?: unknown;
  readonly secret?: unknown;
}

function valueFor({ key, value, secret }: WrittenVariable, host: string, known: string | undefined): string {
  if (secret === true) return `secret-${randomBytes(12).toString('hex')}`;
  if (typeof value === 'string' && value !== '') return value;
  if (host.trim() === `\${env.${key}}`) return known ?? 'service.example.com';
  return 'example';
}

function serverHost({ root }: ApiDocument): string | undefined {
  const [, host] = /^https?:\/\/([^/:{}]+)/.exec(root.servers?.[0] ? serverUrl(root.servers[0]) : '') ?? [];
  return host;
}

/** Hosts and addresses in the credentials: where tokens come from. */
const hostsIn = (credentials: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(credentials)
    .filter(isObject)
    .flatMap((block) => ['host', 'url'].flatMap((key) => (typeof block[key] === 'string' ? [block[key]] : [])))
    .map((text) => text.replace(/^https:\/\//, '').replace(/\/.*$/, ''));

/** A variable that is a part of a host is any label: another account is the same service. */
const filled = (host: string, env: Readonly<Record<string, string>>): string =>
  host
    .trim()
    .replace(/^\$\{env\.(\w+)\}$/, (_, name: string) => env[name] ?? '*')
    .replace(/\$\{env\.\w+\}/g, '*');
