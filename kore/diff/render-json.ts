import type { Diff } from './diff';
import { isEmpty } from './diff';

/** The diff for machines: the `Diff` itself and `same`, laid out, with no colour and no prose. */
export const renderJson = (diff: Diff): string => JSON.stringify({ same: isEmpty(diff), ...diff }, null, 2);
