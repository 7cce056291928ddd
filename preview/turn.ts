/** What one turn of a conversation leaves behind: the whole record that transcripts, reports and coverage are made from. */

export interface Template {
  readonly type: 'template';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What one channel shows. `text` is a template's own text, or empty when it has none. */
export interface Rendered {
  readonly text: string;
  readonly template?: Template;
}

/** One bubble, as every channel without an override shows it and as the web channel does (`rtm`, else the same). */
export interface SentMessage {
  readonly default: Rendered;
  readonly rtm: Rendered;
  readonly nodeId: string;
  readonly dialog: string;
  /** True for the player's own words, which stand where the platform has a standard response of the account. */
  readonly own?: boolean;
}

/**
 * One stop at a node. A node that waits for the user is visited once when it asks (no `transition`) and once when it is
 * answered. `transition` is the index of the rule taken, `default`, or `none` when the node has no way on.
 */
export interface NodeVisit {
  readonly dialog: string;
  readonly nodeId: string;
  readonly type: string;
  readonly component: string;
  readonly transition?: number | 'default' | 'none';
  readonly ms: number;
}

/** One HTTP call of a service node. Secrets are masked throughout. `status` is absent when there was no answer. */
export interface ServiceCall {
  readonly node: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status?: number;
  readonly response?: unknown;
  readonly error?: string;
  readonly ms: number;
}

export type NoteCode =
  | 'start-flow'
  | 'intent-not-found'
  | 'ambiguous'
  | 'dialog-started'
  | 'dialog-ended'
  | 'dialog-discarded'
  | 'task-failed'
  | 'retries-exceeded'
  | 'entity-filled'
  | 'entity-rejected'
  | 'doubtful-value'
  | 'script-error'
  | 'script-log'
  | 'context-lost'
  | 'context-too-large'
  | 'unresolved'
  | 'env-missing'
  | 'unfinished-condition'
  | 'empty-message'
  | 'missing'
  | 'service-failed'
  | 'suspicious-request'
  | 'agent-transfer'
  | 'not-simulated'
  | 'loop-limit'
  | 'input-cut'
  | 'window-differs';

/** Something worth knowing that the user of the bot does not see. `line` and `column` are in the author's own script. */
export interface Note {
  readonly code: NoteCode;
  readonly text: string;
  readonly dialog?: string;
  readonly nodeId?: string;
  readonly component?: string;
  readonly line?: number;
  readonly column?: number;
}

/** `dialogId` is the dialog's `_id`. The reasons are the platform's. */
export interface CompletedTask {
  readonly dialogId: string;
  readonly name: string;
  readonly reason: 'Fulfilled' | 'Canceled' | 'Failed';
}

export interface Turn {
  readonly messages: readonly SentMessage[];
  readonly path: readonly NodeVisit[];
  readonly calls: readonly ServiceCall[];
  readonly notes: readonly Note[];
  /** True when no dialog is open any more; false when a node waits for the user. */
  readonly ended: boolean;
  /** Where the conversation waits, when it does. */
  readonly waiting?: { readonly dialog: string; readonly nodeId: string; readonly type: string };
  /** The task that came to its end in this turn, the last one when there were several. */
  readonly completed?: CompletedTask;
  readonly ms: number;
}
