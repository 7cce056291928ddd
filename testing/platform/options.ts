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

export interface EmulatorOptions {
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
