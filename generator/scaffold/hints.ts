import type { ScaffoldHints } from '../model/scaffold-hints';

/** What the specs that are there say of an API, for a new action beside them. */
export interface Hints extends ScaffoldHints {
  /** An example id of a resource type, if one is known. */
  readonly exampleFor: (gidType: string) => string | undefined;
}
