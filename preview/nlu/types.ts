import type { Dialog, DialogNode } from '../../kore/format';
import type { SlotValue } from './slots';

/** What the player's matcher makes of an utterance. It claims no likeness to the platform's language understanding. */
export type Match =
  | { readonly kind: 'exact' | 'likely'; readonly dialog: Dialog; readonly slots: ReadonlyMap<string, SlotValue> }
  | { readonly kind: 'ambiguous'; readonly offers: readonly Offer[] }
  | { readonly kind: 'none' };

/** A dialog that may be meant: what is shown, what choosing it says, and the values that were said for it. */
export interface Offer {
  readonly title: string;
  readonly say: string;
  readonly dialog: Dialog;
  readonly slots: ReadonlyMap<string, SlotValue>;
}

export interface Nlu {
  /** Exact training sentences first, slots included; then likeness by shared words. */
  match(text: string): Match;
  /** Training sentences and dialog names alone, none that is nothing but a value: what may interrupt a question. */
  matchExact(text: string): Match;
  /** What may interrupt a question that the text does not answer: a training sentence, or what is like one. */
  matchInside(text: string): Match;
  /** The intent node of a dialog, beside its entry, that a text calls: a sub-intent. */
  subIntent(dialog: Dialog, text: string): DialogNode | undefined;
  /** Names of the dialogs that an utterance can call, in the order of the file. */
  readonly tasks: readonly string[];
}
