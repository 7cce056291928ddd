import type { Phrase } from './phrase';

/** A web address below `details`. */
export interface Link {
  readonly title: Phrase;
  readonly url: Phrase;
  readonly each?: string;
}

/** A column of `table`. */
export interface Column {
  readonly title: Phrase;
  readonly value: Phrase;
  readonly align: 'left' | 'right' | 'center';
}
