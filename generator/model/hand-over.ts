import type { Phrase } from './phrase';

/** What a bot says when it hands a conversation over to a person, in one language. */
export interface AgentTexts {
  /** The name of the dialog, and of the button that leads there. */
  readonly title: Phrase;
  readonly description: Phrase;
  readonly text: Phrase;
  /** At least one; the first is what a button says. */
  readonly utterances: readonly [Phrase, ...Phrase[]];
  /** Sentences held back from training. */
  readonly tests: readonly Phrase[];
}

/** When a bot hands over, besides being asked to. */
export interface HandOver {
  readonly fallback: boolean;
  readonly giveUp: boolean;
}
