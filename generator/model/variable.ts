import type { Where } from './phrase';

/** An environment variable that a bot declares. */
export interface Variable {
  readonly key: string;
  readonly hint: string;
  readonly value: string;
  readonly secret: boolean;
  readonly pattern?: string;
  readonly where: Where;
}
