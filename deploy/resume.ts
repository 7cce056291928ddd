import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hash, readSealed, writeSealed } from './sealed';

/** What one import changes, in a few words. */
export interface ImportSummary {
  readonly name: string;
  readonly summary: string;
}

/** How far one import got. `sent` is written *before* the call: after a crash it says that the call may have arrived. */
export interface JobState {
  readonly files?: Readonly<Record<string, string>>;
  readonly sent?: boolean;
  readonly requestId?: string;
  readonly done?: boolean;
}

/** What the person agreed to, and for which state of the bot. Hashes and names only. */
export interface Confirmed {
  /** Hash of the live export that was shown. */
  readonly live: string;
  readonly changes: readonly ImportSummary[];
  /** Hash of each import's diff, by job. */
  readonly diffs: Readonly<Record<string, string>>;
  /** The variables that the bot had. */
  readonly existing: readonly string[];
}

/** How far a deployment got; enough to go on after a kill at any point. Holds ids only, never a secret. */
export interface DeployState {
  readonly fingerprint: string;
  /** The bot that this deployment created. */
  readonly botId?: string;
  /** Which files a creation was begun with. */
  readonly content?: string;
  readonly backup?: string;
  /** Set once the person agreed. */
  readonly confirmed?: Confirmed;
  /** False when the account's bots cannot be listed, so that a lost answer cannot be looked up. */
  readonly mayList?: boolean;
  readonly nothingToImport?: boolean;
  readonly jobs: Readonly<Record<string, JobState>>;
  readonly trained?: readonly string[];
  readonly publish?: { readonly before: string; readonly sent?: boolean; readonly done?: boolean };
}

export interface StateFile {
  readonly path: string;
  readonly resumed: boolean;
  get(): DeployState;
  update(change: Partial<DeployState>): void;
  updateJob(name: string, change: Partial<JobState>): void;
  /** Forgets how far an import got, so that it begins anew. */
  resetJob(name: string): void;
  /** The deployment ended well: there is nothing left to resume. */
  clear(): void;
}

/**
 * Opens the state of this very deployment. `key` names the place (host, bot, integration), `fingerprint` what is being
 * deployed: when it is other files now, the old state is of no use and is begun anew. Throws a `UsageError` when the state was
 * changed or damaged since: nobody knows then what was sent.
 */
export function openState(folder: string, key: string, fingerprint: string): StateFile {
  const path = join(folder, 'state', `${hash(key).slice(0, 16)}.json`);
  const found = readState(path);
  const resumed = found?.fingerprint === fingerprint;
  let state: DeployState = resumed ? found : { fingerprint, jobs: {} };
  const update = (change: Partial<DeployState>) => {
    state = { ...state, ...change };
    writeSealed(path, state);
  };
  return {
    path,
    resumed,
    get: () => state,
    update,
    updateJob: (name, change) => update({ jobs: { ...state.jobs, [name]: { ...state.jobs[name], ...change } } }),
    resetJob: (name) => update({ jobs: { ...state.jobs, [name]: {} } }),
    clear: () => rmSync(path, { force: true }),
  };
}

function readState(path: string): DeployState | undefined {
  const found = readSealed(path, 'an earlier run may have sent something: look at the bot, then remove the file');
  if (found === undefined) return undefined;
  const state = found as unknown as DeployState;
  // A consent that is bound to no state of the bot is none.
  return state.confirmed === undefined || typeof state.confirmed.live === 'string' ? state : withoutConsent(state);
}

const withoutConsent = (state: DeployState): DeployState =>
  Object.fromEntries(Object.entries(state).filter(([key]) => key !== 'confirmed')) as unknown as DeployState;
