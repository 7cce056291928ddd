import type { Target } from '../../kore/format';
import type { PlatformJob } from './store';

/** API scopes, in the words of the documentation. */
export type ApiScope =
  | 'Bot Import'
  | 'Bot Export'
  | 'Publish'
  | 'Publish Status'
  | 'Train ML'
  | 'Import Variables'
  | 'Role Management'
  | 'Channel Management'
  | 'Batch Tests Management'
  | 'Batch Tests Execution';

/** A client app. `admin` apps are made in the Admin Console, `builder` apps in a bot's builder. */
export interface ClientApp {
  readonly kind: 'admin' | 'builder';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly ApiScope[];
  readonly enforceJti?: boolean;
}

/** How the emulated platform takes files: what nobody knows of the live one. Each is off, or the first, unless set. */
export interface ImportHabits {
  /** Takes a zip that was uploaded as json. */
  readonly zipIsJson?: boolean;
  /** Refuses definitions without `encryptedHash`. */
  readonly needsHash?: boolean;
  /** Refuses dialogs with a node of this type, or (`flat`) with messages outside of bot actions. */
  readonly refusesLayout?: 'flat' | 'botAction';
  /** Refuses files with any event, or without one. */
  readonly refusesEvents?: 'some' | 'none' | undefined;
  /** Refuses files that have the companion keys, or lack them. */
  readonly refusesCompanions?: 'with' | 'without' | undefined;
  /** What becomes of a dialog whose name another one has, under another refId. */
  readonly sameName?: 'double' | 'rename' | 'refuse' | 'replace' | 'ignore';
  /** What becomes of a dialog whose refId is there. */
  readonly sameRefId?: 'update' | 'double' | 'ignore' | 'refuse';
  /** Whether empty variables of a file leave the app's values alone. */
  readonly keepsVariables?: boolean;
  /** Whether values in `config.json` are left out. */
  readonly ignoresValues?: boolean;
  /** Whether secured variables come out of an import unsecured. */
  readonly forgetsSecured?: boolean;
  /** Whether the variables call refuses `isSecured`. */
  readonly refusesSecuredFlag?: boolean;
  /** Whether an import adds an event of the platform's own. */
  readonly fills?: boolean;
  /** Whether the answer to a creation names no app. */
  readonly namesNoApp?: boolean;
  /** Whether tokens with more claims than `sub` and `appId` are refused. */
  readonly plainTokens?: boolean;
  /** Whether the export's status leaves `_id` out. */
  readonly namesNoExport?: boolean;
}

export interface EmulatorOptions {
  readonly habits?: ImportHabits;
  readonly target: Target;
  readonly apps: readonly ClientApp[];
  /** How often a status is asked before its request is done. */
  readonly looks?: number;
  readonly perMinute?: number;
  readonly perHour?: number;
  /** How long an upload, and a download link, is good for. Milliseconds. */
  readonly fileLifeMs?: number;
  /** Extensions that the upload takes. */
  readonly extensions?: readonly string[];
  /** Whether a zip may be imported into an existing bot; no parameter for it is documented. */
  readonly zipIntoExisting?: boolean;
  /** What a failed import's status is called: `failed` and `failure` are observed. */
  readonly failedStatus?: string;
  /** What the list's `offset` counts: bots, as documented (the usual), or pages, as a client that works has it. */
  readonly paging?: 'items' | 'pages';
  readonly now?: () => number;
  /**
   * Called for each request before it is handled, and after, before its answer leaves. Tests break things here; `drop`
   * cuts the connection.
   */
  readonly tap?: (moment: 'before' | 'after', call: string, drop: () => void) => void | Promise<void>;
  /** Breaks one kind of request: the text becomes the failed part's message. */
  readonly fail?: Partial<Readonly<Record<PlatformJob['kind'], string>>>;
}

export const ADMIN_SCOPES: readonly ApiScope[] = [
  'Bot Import',
  'Bot Export',
  'Publish',
  'Publish Status',
  'Train ML',
  'Role Management',
  'Channel Management',
  'Batch Tests Management',
];
export const BUILDER_SCOPES: readonly ApiScope[] = [
  'Import Variables',
  'Bot Export',
  'Train ML',
  'Batch Tests Management',
  'Batch Tests Execution',
];
