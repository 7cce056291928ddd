/** One utterance and what the platform should understand, with the keys of the platform's batch-testing format. */
export interface TestCase {
  readonly input: string;
  /** The dialog's name. In another language than the default one: its name there (inferred; the format does not say). */
  readonly intent: string;
  readonly entities?: readonly { readonly entityValue: string; readonly entityName: string }[];
  /** Names of the entities in the order in which the utterance says them; only when there are several. */
  readonly entityOrder?: readonly string[];
}
