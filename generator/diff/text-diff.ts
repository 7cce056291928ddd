import { diffLines, diffWordsWithSpace } from 'diff';
import type { TextPart } from './diff';

/** The words that differ; white space counts. */
export const wordDiff = (before: string, after: string): readonly TextPart[] =>
  diffWordsWithSpace(before, after).map(part);

/** The lines that differ; a missing last line break does not count. */
export const lineDiff = (before: string, after: string): readonly TextPart[] =>
  diffLines(ended(before), ended(after)).map(part);

const part = (change: { readonly value: string; readonly added?: boolean; readonly removed?: boolean }): TextPart => ({
  op: change.added === true ? 'added' : change.removed === true ? 'removed' : 'same',
  text: change.value,
});

const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
