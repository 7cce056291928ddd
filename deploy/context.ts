import type { Diff } from '../kore/diff/diff';
import type { Target } from '../kore/format';
import type { Api } from './api';
import type { Built } from './jobs';
import type { Clock } from './limiter';
import type { PinnedUse } from './pins';
import type { ChannelName } from './channels';
import type { Progress } from './progress';
import type { StateFile } from './resume';
import type { DeploySettings } from './settings';

/** What the command line asks of a deployment. */
export interface DeployOptions {
  readonly target: Target;
  readonly integration?: string;
  readonly only: readonly string[];
  readonly name?: string;
  readonly utterances: 'append' | 'replace';
  /** Whether bot-level settings are imported, too. */
  readonly settings: boolean;
  readonly publish: boolean;
  readonly comment: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly newBot: boolean;
  /** A channel to enable before publishing. */
  readonly channel?: ChannelName;
  /** Whether the built batch tests are run after training. */
  readonly batchTest: boolean;
  /** Whether a bot may be updated that has nothing of these files in it. */
  readonly unrelated: boolean;
  /** Whether the host and the bot may be other ones than this environment had before. */
  readonly repin: boolean;
}

/** How the deployment speaks with a person. */
export interface Person {
  /** Whether there is someone to ask. */
  readonly present: boolean;
  showDiff(diff: Diff, name: string): void;
  confirm(question: string): Promise<boolean>;
}

/** All that a step may use. */
export interface DeployContext {
  readonly settings: DeploySettings;
  readonly api: Api;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly person: Person;
  readonly options: DeployOptions;
  readonly built: Built;
  readonly state: StateFile;
  /** What the build left. */
  readonly dist: string;
  /** `.xo-backup`: exports and state. */
  readonly folder: string;
  /** The bot to update; undefined when this deployment makes (or began to make) a new one. */
  readonly botId: string | undefined;
  /** Name in the account of a bot that is to be created. */
  readonly botName: string;
  /** What is pinned when all went well. */
  readonly use: (botId: string) => PinnedUse;
  /** Keeps a created bot's id for later deployments. */
  readonly remember: (botId: string) => void;
}

/** One comparison with what the bot holds now. */
export interface Compared {
  readonly name: string;
  readonly diff: Diff;
}
