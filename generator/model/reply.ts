import type { Column, Link } from './details';
import type { LookName } from './looks';
import type { Phrase, Where } from './phrase';

/** Starts another action with its inputs filled in, leads to a person, or opens a web address. */
export interface Button {
  readonly title: Phrase;
  readonly action?: string;
  /** Leads to a person. */
  readonly agent?: true;
  readonly with: ReadonlyMap<string, Phrase>;
  readonly url?: Phrase;
  /** Shown only when each of these fields has one of its values. */
  readonly when?: ReadonlyMap<string, readonly string[]>;
  /** What it says, where that is neither an action's sentence nor an address. */
  readonly say?: Phrase;
  readonly where: Where;
}

export interface ReplyRow {
  readonly label: Phrase;
  /** The row's value; with `each`, said once for every item of that list. */
  readonly value: Phrase;
  readonly each?: string;
}

export interface Item {
  readonly title: Phrase;
  readonly lines: readonly Phrase[];
  readonly image?: Phrase;
  readonly link?: Phrase;
  readonly buttons: readonly Button[];
}

/** One message. Which parts are used depends on the look; `check` refuses parts that the look does not show. */
export interface Reply {
  readonly look: LookName;
  readonly text?: Phrase;
  readonly several?: Phrase;
  /** In place of the text, where there is no further page. */
  readonly last?: Phrase;
  readonly title?: Phrase;
  readonly image?: Phrase;
  readonly rows: readonly ReplyRow[];
  readonly links: readonly Link[];
  readonly each?: string;
  readonly item?: Item;
  readonly columns: readonly Column[];
  readonly buttons: readonly Button[];
  readonly where: Where;
}
