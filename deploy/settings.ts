import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { isSecretName } from '../kore/secrets/mask';
import { TARGETS } from '../kore/format';
import type { Target } from '../kore/format';
import { chooseAssumptions } from './assumptions';
import type { Assumptions } from './assumptions';
import { UsageError } from './errors';

/** A client app of the platform. The secret signs tokens and goes nowhere. */
export interface ApiCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface DeploySettings {
  /** Name of the environment (`--env`); undefined when it is the usual one, `.env`. */
  readonly environment: string | undefined;
  /** Undefined when nobody said; the host is XO 11's then. */
  readonly target: Target | undefined;
  readonly host: string;
  /** Of an app made in the Admin Console: uploads, imports, exports, trains, publishes. */
  readonly admin: ApiCredentials;
  /** Of an app made in the bot's builder: the only one that may set variables. */
  readonly builder: ApiCredentials | undefined;
  readonly botId: string | undefined;
  readonly assumptions: Assumptions;
  /** First wait between two looks at a status; it grows. Milliseconds. */
  readonly pollMs: number;
  /** First wait before a call is tried again; it doubles. Milliseconds. */
  readonly retryMs: number;
  /** How long one status is waited for. Milliseconds. */
  readonly timeoutMs: number;
  /** A bot variable's value in this environment. */
  readonly variable: (key: string) => string | undefined;
  /** Values that must never be shown or stored. */
  readonly secrets: readonly string[];
}

/** Public clouds; regional and own installations have others. */
const HOSTS: Readonly<Record<Target, string>> = { xo10: 'https://bots.kore.ai', xo11: 'https://platform.kore.ai' };

/** Which bot, where, and as whom: what an environment says of itself and never takes over from another. */
const IDENTITY: readonly string[] = [
  'XO_BOT_ID',
  'XO_HOST',
  'XO_CLIENT_ID',
  'XO_CLIENT_SECRET',
  'XO_BUILDER_CLIENT_ID',
  'XO_BUILDER_CLIENT_SECRET',
  'XO_BUILDER_APP_NAME',
];

interface Asked {
  readonly folder: string;
  readonly environment: string | undefined;
  readonly process: Readonly<Record<string, string | undefined>>;
  readonly target?: Target | undefined;
  readonly host?: string | undefined;
  readonly bot?: string | undefined;
}

/**
 * Settings from the process's environment, then `.env.<name>`, then `.env`; the first that has one wins. With a named
 * environment, `.env` gives no identity (`IDENTITY`): staging without a bot id makes a bot, and does not update
 * production's. Throws a `UsageError` that names everything missing at once.
 */
export function readDeploySettings(asked: Asked): DeploySettings {
  const shared = read(join(asked.folder, '.env'));
  const files =
    asked.environment === undefined ? [shared] : [named(asked.folder, asked.environment), withoutIdentity(shared)];
  const setting = (name: string) =>
    [asked.process, ...files].map((s) => s[name]).find((v) => v !== undefined && v !== '');
  const missing = ['XO_CLIENT_ID', 'XO_CLIENT_SECRET'].filter((name) => setting(name) === undefined);
  if (missing.length > 0) {
    const file = asked.environment === undefined ? '.env' : `.env.${asked.environment} (.env does not count for these)`;
    throw new UsageError(`Missing: ${missing.join(', ')}. Set them in ${file}; .env.example shows all.`);
  }
  const builder = pair(setting, 'XO_BUILDER_CLIENT_ID', 'XO_BUILDER_CLIENT_SECRET');
  // Those of `.env` are secrets, too, when another environment is used.
  const secrets = [shared, ...files, asked.process].flatMap((source) =>
    Object.entries(source).flatMap(([name, v]) => (v && isSecretName(name) && !/_ID$/.test(name) ? [v] : [])),
  );
  const target = asked.target ?? checkTarget(setting('XO_TARGET'));
  return {
    environment: asked.environment,
    target,
    host: checkHost(asked.host ?? setting('XO_HOST') ?? HOSTS[target ?? 'xo11']),
    admin: { clientId: setting('XO_CLIENT_ID') ?? '', clientSecret: setting('XO_CLIENT_SECRET') ?? '' },
    builder,
    botId: checkBot(asked.bot ?? setting('XO_BOT_ID')),
    assumptions: chooseAssumptions(setting),
    pollMs: seconds(setting, 'XO_POLL_SECONDS', 2),
    retryMs: seconds(setting, 'XO_RETRY_SECONDS', 1),
    timeoutMs: seconds(setting, 'XO_TIMEOUT_SECONDS', 1800),
    variable: setting,
    secrets: [...new Set(secrets)],
  };
}

type Lookup = (name: string) => string | undefined;

function pair(setting: Lookup, id: string, secret: string): ApiCredentials | undefined {
  const [clientId, clientSecret] = [setting(id), setting(secret)];
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined) throw new UsageError(`${id} and ${secret} go together.`);
  return { clientId, clientSecret };
}

function named(folder: string, environment: string): Readonly<Record<string, string>> {
  if (!/^[\w-]+$/.test(environment)) throw new UsageError('An environment’s name has letters, digits, - and _ only.');
  const path = join(folder, `.env.${environment}`);
  if (!existsSync(path)) throw new UsageError(`There is no .env.${environment}; copy .env.example to it.`);
  return read(path);
}

const withoutIdentity = (file: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(file).filter(([name]) => !IDENTITY.includes(name)));

const read = (path: string): Readonly<Record<string, string>> => (existsSync(path) ? parse(readFileSync(path)) : {});

function checkTarget(written: string | undefined): Target | undefined {
  const target = TARGETS.find((t) => t === written);
  if (written !== undefined && target === undefined) throw new UsageError(`XO_TARGET must be ${TARGETS.join(' or ')}.`);
  return target;
}

/** Tokens go over TLS, or stay on this machine. */
function checkHost(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)) || url.username !== '') {
    throw new UsageError(`The host must be an address such as ${HOSTS.xo11}.`);
  }
  return url.origin;
}

function checkBot(id: string | undefined): string | undefined {
  if (id === undefined || /^st-[0-9A-Za-z-]+$/.test(id)) return id;
  throw new UsageError('A bot id begins with st- (builder: General Settings).');
}

function seconds(setting: Lookup, name: string, usual: number): number {
  const value = Number(setting(name) ?? usual);
  if (!Number.isFinite(value) || value <= 0 || value > 86_400)
    throw new UsageError(`${name} must be a number of seconds.`);
  return value * 1000;
}
