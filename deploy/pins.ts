import { join } from 'node:path';
import { UsageError } from './errors';
import { readSealed, writeSealed } from './sealed';
import type { DeploySettings } from './settings';
import { isRecord } from '../kore/record';
import { ownValue } from '../kore/own-value';

/** What earlier runs that ended well used: the host of each environment, and the bot of each environment and place in it. */
interface Pinned {
  readonly hosts: Readonly<Record<string, string>>;
  readonly bots: Readonly<Record<string, string>>;
}

/** Who is asked about a new host or bot. */
interface Asked {
  readonly present: boolean;
  confirm(question: string): Promise<boolean>;
}

/** What is about to be used. `bot` is undefined when a new one is to be made, or when the run only reads. */
export interface PinnedUse {
  readonly settings: Pick<DeploySettings, 'environment' | 'host'>;
  /** Which bot of the environment, such as `xo11 shopify`; undefined when the run only reads. */
  readonly place?: string | undefined;
  readonly bot?: string | undefined;
  /** The person asked for a new bot. */
  readonly newBot?: boolean;
  /** The person said (`--repin`) that the host or the bot is meant to be another one. */
  readonly repin: boolean;
}

/** The file where hosts and bots are pinned. It holds addresses and ids, and no secret. */
const pathIn = (folder: string) => join(folder, 'pins.json');

/** An environment's name in the pins; `.env` alone is the usual one. */
const nameOf = (settings: PinnedUse['settings']): string => settings.environment ?? '(usual)';

/**
 * Lets a run go on only to the host and the bot that this environment had before: a mistyped host would be given a
 * token, and another environment's bot would be overwritten. What is new is asked for; without a terminal it needs
 * `--repin`. Call it before anything is sent. Throws a `UsageError`.
 */
export async function checkPins(folder: string, use: PinnedUse, person: Asked): Promise<void> {
  for (const doubt of doubtsAbout(read(folder), use, person.present)) {
    if (use.repin) continue;
    if (person.present && (await person.confirm(`${doubt} Go on?`))) continue;
    throw new UsageError(`${doubt} ${person.present ? 'Nothing was sent.' : 'If that is right, add --repin.'}`);
  }
}

/** Remembers what a run that ended well used. */
export function pin(folder: string, use: PinnedUse): void {
  const { hosts, bots } = read(folder);
  const environment = nameOf(use.settings);
  const key = botKey(use);
  const next: Pinned = {
    hosts: { ...hosts, [environment]: use.settings.host },
    bots: key === undefined || use.bot === undefined ? bots : { ...bots, [key]: use.bot },
  };
  writeSealed(pathIn(folder), next);
}

const botKey = (use: PinnedUse): string | undefined =>
  use.place === undefined ? undefined : `${nameOf(use.settings)} ${use.place}`;

function doubtsAbout(pinned: Pinned, use: PinnedUse, present: boolean): readonly string[] {
  const environment = nameOf(use.settings);
  const { host } = use.settings;
  const before = ownValue(pinned.hosts, environment);
  const where = use.settings.environment === undefined ? 'Until now' : `Until now, "${environment}"`;
  if (before === undefined) return [...(present && !isKnown(host) ? [strange(host)] : []), ...botDoubts(pinned, use)];
  const moved = before === host ? [] : [`${where} used the host ${before}, and now it is ${host}.`];
  return [...moved, ...botDoubts(pinned, use)];
}

function botDoubts(pinned: Pinned, use: PinnedUse): readonly string[] {
  const key = botKey(use);
  if (key === undefined || use.newBot === true) return [];
  const before = ownValue(pinned.bots, key);
  if (use.bot === undefined) {
    return before === undefined ? [] : [`This would make a new bot, though ${before} was deployed to before.`];
  }
  if (before !== undefined) {
    return before === use.bot ? [] : [`Until now, this was deployed to ${before}, and now it is ${use.bot}.`];
  }
  const [other] = Object.entries(pinned.bots).find(([, bot]) => bot === use.bot) ?? [];
  return other === undefined ? [] : [`${use.bot} is the bot of another environment or integration: ${other}.`];
}

const strange = (host: string) => `${host} is not an address of kore.ai; a signed token will be sent there.`;

/** Kore.ai's own addresses, and this machine. */
function isKnown(host: string): boolean {
  const { hostname } = new URL(host);
  return /(^|\.)kore\.ai$/.test(hostname) || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function read(folder: string): Pinned {
  const whatToDo = 'look into it, or remove it if hosts and bots may be new';
  const { hosts = {}, bots = {} } = readSealed(pathIn(folder), whatToDo) ?? {};
  if (isTexts(hosts) && isTexts(bots)) return { hosts, bots };
  throw new UsageError(`${pathIn(folder)} cannot be read; ${whatToDo}.`);
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
