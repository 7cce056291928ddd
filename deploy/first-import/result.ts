import type { ExportedChange } from '../../kore/first-import/field-changes';
import type { TrialId, TrialMode } from '../../kore/first-import/trials';

/** Questions that need the API and no file of their own. */
export type ApiTrialId = 'variables-api' | 'zip-into';

/** `unclear`: the answer was lost, or it never ended. `skipped`: an earlier answer made it impossible. */
export type TrialOutcome = 'taken' | 'refused' | 'unclear' | 'skipped';

/** What one trial came to. Texts are the platform's own, scrubbed; nothing in it is a secret. */
export interface TrialResult {
  readonly id: TrialId | ApiTrialId;
  readonly mode: TrialMode | 'call';
  readonly question: string;
  readonly outcome: TrialOutcome;
  /** The app that it made or went into. */
  readonly app?: string;
  /** How the files were sent, such as `zip as json`. */
  readonly way?: string;
  readonly words: readonly string[];
  /** Every status that was seen on the way. */
  readonly statuses: readonly string[];
  /** What was looked at in the export afterwards. */
  readonly facts?: TrialFacts;
  /** What the export has otherwise than the file. */
  readonly changes?: readonly ExportedChange[];
}

/** Names and sentences of the dialogs that are there, and the variables of the trials. */
export interface TrialFacts {
  readonly dialogs: readonly string[];
  readonly sentences: readonly string[];
  readonly variables: Readonly<Record<string, { readonly value: string; readonly isSecured: boolean }>>;
  readonly events: readonly string[];
  /** Whether the export's status named the export that was asked for; undefined when it named none. */
  readonly namesExport?: boolean;
}

/** What the series settles, and which of our switches it sets. */
export interface TrialFinding {
  readonly question: string;
  readonly answer: string;
  /** Trials that show it. */
  readonly from: readonly string[];
  /** `XO_ZIP_EXTENSION=json`, or a line of `bot.yaml`. */
  readonly setting?: string;
}

export interface TrialReport {
  readonly kind: 'first-import-report';
  readonly version: 1;
  readonly target: string;
  readonly integration: string;
  readonly when: string;
  /** Apps that were made, to be deleted. */
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly TrialFinding[];
  readonly results: readonly TrialResult[];
  /** Why the series ended early. */
  readonly ended?: string;
}
