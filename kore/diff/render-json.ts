import type { Diff } from './diff';
import { isEmpty } from './diff';

/** The diff for machines: the `Diff` itself and `same`, with no colour and no prose. */
export const diffJson = (diff: Diff): Diff & { readonly same: boolean } => ({ same: isEmpty(diff), ...diff });
