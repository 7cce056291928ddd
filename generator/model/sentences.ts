/** What is said where a spec has no words of its own. `${label}` and `${example}` are the input's. */
export interface Sentences {
  /** Before the titles of buttons, where there are no buttons to press. */
  readonly youCanSay: string;
  /** Before something else that was said in the same breath. */
  readonly goOn: string;
  readonly giveUp: string;
  readonly needsInput: string;
  /** Several values were said, and one is needed; holds ${choices}. */
  readonly several: string;
  readonly next: string;
  readonly more: string;
  /** Where nothing that was looked through may be shown and there is more, holds ${count}; and where there is no more after all. */
  readonly noneYet: string;
  readonly noMore: string;
  /** After a list that does not show all; may hold ${count}, how many others there are. */
  readonly others: string;
  readonly reprompt: string;
  /** After `reprompt`, where there are sentences that leave a question; holds ${sentence}, one of them. */
  readonly wayOut: string;
  /** The dialog that says what the bot can do: its name, and when it is the right one. */
  readonly menu: string;
  readonly menuDescription: string;
  /** When the service did not take what it was given, and when a write found nothing to change. */
  readonly refused: string;
  readonly nothing: string;
  /** The buttons of a confirmation. */
  readonly yes: string;
  readonly no: string;
  readonly change: string;
  /** When something is not sent after all, and when no answer came. */
  readonly declined: string;
  readonly unsure: string;
  /** When the same was sent a short while ago: before the question, and in its place. */
  readonly sentBefore: string;
  readonly sendAgain: string;
  /** The dialog that hands over to a person: its name (at most 20 characters), and when it is the right one. */
  readonly person: string;
  readonly personDescription: string;
  /** Before a conversation is handed over. */
  readonly handOver: string;
  /** In place of `giveUp`, where a person takes over then. */
  readonly giveUpToPerson: string;
  /** The title of the button that opens a thing's page; at most 20 characters. */
  readonly viewInStore: string;
  /** Before sentences that start an action. */
  readonly whenSomeoneSays: string;
}
