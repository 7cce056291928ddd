import type { Phrase, Where } from './phrase';

/** A field that the session keeps for later actions. */
export interface Kept {
  readonly name: string;
  readonly value: Phrase;
  readonly minutes: number;
  readonly where: Where;
}
