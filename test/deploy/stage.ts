import type { Api } from '../../deploy/api';
import { chooseAssumptions } from '../../deploy/assumptions';
import type { DeployContext, DeployOptions } from '../../deploy/context';
import { DeployError } from '../../deploy/errors';
import type { FailureCode } from '../../deploy/errors';
import type { ImportJob } from '../../deploy/jobs';
import { quietProgress } from '../../deploy/progress';
import type { DeployState, StateFile } from '../../deploy/resume';
import type { DeploySettings } from '../../deploy/settings';
import type { KoreBot } from '../../kore/format';
import { fakeClock } from './scripted-server';

/** How far a deployment got, in memory alone. */
export function memoryState(initial: Partial<DeployState> = {}, resumed = false): StateFile {
  let state: DeployState = { fingerprint: 'f', jobs: {}, ...initial };
  const update = (change: Partial<DeployState>) => void (state = { ...state, ...change });
  return {
    ...{ path: '', resumed, get: () => state, update },
    updateJob: (name, change) => update({ jobs: { ...state.jobs, [name]: { ...state.jobs[name], ...change } } }),
    resetJob: (name) => update({ jobs: { ...state.jobs, [name]: {} } }),
    clear: () => update({ jobs: {} }),
  };
}

/** Settings as they are when nobody says anything else; `own` are settings by their names, variables too. */
export const settingsOf = (own: Readonly<Record<string, string>> = {}): DeploySettings => ({
  ...{ environment: undefined, target: 'xo11', host: 'http://127.0.0.1:9', botId: undefined },
  ...{ admin: { clientId: 'admin', clientSecret: 's' }, builder: { clientId: 'builder', clientSecret: 's' } },
  ...{ pollMs: 1, retryMs: 1, timeoutMs: 100, secrets: [] },
  assumptions: chooseAssumptions((name) => own[name]),
  variable: (key) => own[key],
});

const OPTIONS: DeployOptions = {
  ...{ target: 'xo11', only: [], utterances: 'append', settings: true, publish: false, comment: 'c', dryRun: false },
  ...{ yes: true, newBot: false, batchTest: false, unrelated: false, repin: false },
};

/** One import of this bot; its bytes are its name. */
export const jobOf = (bot: KoreBot, name = 'orders'): ImportJob => ({
  ...{ name, bot, zip: Buffer.from(`${name} zip`), definition: Buffer.from(JSON.stringify(bot.definition)) },
  ...{ config: Buffer.from(JSON.stringify(bot.config)), icon: Buffer.from('icon') },
});

/** What a call of the platform answers: a value, or an error of this code. */
export type Answers = { readonly [K in keyof Api]?: (...args: never[]) => unknown };

/** A refusal of the platform. */
export const refusal = (code: FailureCode): DeployError =>
  new DeployError({ step: 'import', code, likelyCause: code, whatToDo: 'wait' });
export const refuses = (code: FailureCode) => () => {
  throw refusal(code);
};
/** One answer after the other, the last one for ever. */
export function inTurn(...answers: readonly (() => unknown)[]): () => unknown {
  let at = 0;
  return () => answers[Math.min((at += 1), answers.length) - 1]?.();
}

export interface Stage {
  readonly context: DeployContext;
  /** The calls that were made, each with what tells it apart. */
  readonly calls: string[];
  readonly remembered: string[];
}

const USUAL: Answers = {
  uploadFile: ({ name }: { name: string }) => `id-of-${name}`,
  importNew: () => 'r-new',
  importInto: () => 'r-into',
  importStatus: () => ({ status: 'success', streamId: 'st-made' }),
  botPage: () => ({ bots: [], more: false }),
  publish: () => [],
  trainStatus: () => ({ trainingStatus: 'Finished', isMlInSyncWithSentences: true }),
};

/** A deployment on a platform that answers as told, without a network and without waiting. */
export function stage(
  bot: KoreBot,
  change: Partial<DeployContext> & { readonly answers?: Answers; readonly own?: Readonly<Record<string, string>> } = {},
): Stage {
  const { answers = {}, own = {}, ...rest } = change;
  const calls: string[] = [];
  const remembered: string[] = [];
  const all: Readonly<Record<string, unknown>> = { ...USUAL, ...answers };
  const called =
    (name: string, given: Readonly<Record<string, unknown>>) =>
    // What is no function is a group of calls, as the batch tests are.
    (...args: readonly unknown[]) => {
      calls.push([name, ...args.map(shown)].join(' '));
      const answer = given[name] as ((...of: readonly unknown[]) => unknown) | undefined;
      return Promise.resolve().then(() => answer?.(...args));
    };
  const group = (given: Readonly<Record<string, unknown>>): Api =>
    new Proxy({} as Api, {
      get: (_, name: string) =>
        name === 'batch' ? group((given['batch'] ?? {}) as Readonly<Record<string, unknown>>) : called(name, given),
    });
  const context: DeployContext = {
    ...{ settings: settingsOf(own), api: group(all), clock: fakeClock(), progress: quietProgress },
    person: { present: false, showDiff: () => undefined, confirm: () => Promise.resolve(false) },
    ...{ options: OPTIONS, built: { integration: 'orders', jobs: [jobOf(bot)] }, state: memoryState() },
    ...{ dist: '/nowhere', folder: '/nowhere', botId: undefined, botName: 'Orders' },
    use: (id) => ({ settings: { environment: undefined, host: 'http://127.0.0.1:9' }, bot: id, repin: false }),
    remember: (id) => void remembered.push(id),
    ...rest,
  };
  return { context, calls, remembered };
}

/** Options over the usual ones. */
export const optionsOf = (change: Partial<DeployOptions>): DeployOptions => ({ ...OPTIONS, ...change });

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('bytes' in value && 'name' in value && 'extension' in value)
    return `${String(value.name)}.${String(value.extension)}`;
  return JSON.stringify(value);
}
