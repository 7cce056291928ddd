import type { Where } from './phrase';

/** Things that are only like what was asked for: those with the most of its words are shown where nothing else is found. */
export interface Near {
  readonly at: string;
  /** What was asked for. */
  readonly input: string;
  /** Paths in a thing; all texts there are compared. */
  readonly words: readonly string[];
  readonly where: Where;
}
