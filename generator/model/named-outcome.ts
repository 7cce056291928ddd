import type { Where } from './phrase';

/** An outcome of an action's own. */
export interface NamedOutcome<Reply> {
  readonly name: string;
  /** Any status when there is none. */
  readonly statuses: readonly number[];
  readonly at?: string;
  /** What stands there; anything at all when there is none. */
  readonly is: readonly string[];
  /** Path of the API's own words. */
  readonly reason?: string;
  /** None where the outcome is a built-in one, which has its reply elsewhere. */
  readonly reply?: Reply;
  readonly where: Where;
}
