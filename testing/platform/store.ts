import { randomUUID } from 'node:crypto';
import type { KoreBot } from '../../kore/format';

/** A file as it was uploaded. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly bytes: Buffer;
  readonly at: number;
}

export interface PlatformStatusLog {
  readonly taskType: string;
  readonly taskName: string;
  readonly status: 'success' | 'failed';
  readonly message?: string;
}

/** A request that takes a while: it is done when it has been looked at often enough. */
export interface PlatformJob {
  readonly id: string;
  readonly kind: 'import' | 'export' | 'publish' | 'train' | 'test';
  readonly requestedTime: string;
  looks: number;
  status: 'pending' | 'success' | 'failed';
  logs: readonly PlatformStatusLog[];
  streamId?: string;
  download?: string;
  finish: () => Promise<void>;
}

/** A batch test as it was imported. */
export interface BatchSuite {
  readonly testCases: readonly { readonly input: string; readonly intent: string }[];
}

/** A bot in the emulated account. `bot` is the in-development copy. */
export interface Stored {
  readonly id: string;
  bot: KoreBot;
  published: KoreBot | undefined;
  icon: Buffer | undefined;
  /** Values of variables, the secured ones included: they leave only in the requests of the bot itself. */
  readonly values: Map<string, string>;
  trained: Set<string>;
  channels: number;
  /** Batch-test suites by name. */
  readonly suites: Map<string, BatchSuite>;
  /** Restored to an earlier version and not published since: imports are refused. */
  restored: boolean;
}

/** Everything the emulated account holds. */
export interface PlatformState {
  readonly uploads: Map<string, Upload>;
  readonly bots: Map<string, Stored>;
  readonly jobs: Map<string, PlatformJob>;
  readonly downloads: Map<string, { readonly bytes: Buffer; readonly at: number }>;
  /** The last publish, training and export of each bot, by `<kind> <bot>`. */
  readonly last: Map<string, string>;
}

export const emptyStore = (): PlatformState => ({
  uploads: new Map(),
  bots: new Map(),
  jobs: new Map(),
  downloads: new Map(),
  last: new Map(),
});

/** An id as the platform's: a prefix that says what it is, and a UUID. */
export const newId = (prefix: string): string => `${prefix}-${randomUUID()}`;
