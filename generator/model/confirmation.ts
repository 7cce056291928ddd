import type { Phrase, Where } from './phrase';

/** What is asked before an action writes. */
export interface Confirm {
  /** None: it is sent unasked, unless the same was sent a short while ago and nobody knows what became of it. */
  readonly ask?: Phrase;
  readonly yes: Phrase;
  readonly no: Phrase;
  /** What is said when it is not sent. */
  readonly declined: Phrase;
  /** The inputs that may be changed, with the titles of their buttons. */
  readonly change: readonly { readonly input: string; readonly title: Phrase }[];
  /** What is said before the question when the same was sent a short while ago, and no answer came. */
  readonly sentBefore: Phrase;
  /** The question where `ask` has none. */
  readonly sendAgain: Phrase;
  readonly where: Where;
}
