import { diffArrays, diffLines } from 'diff';
import type { TextPart } from './diff';

/** The words that differ; white space counts, and a placeholder `${name}` is one word. */
export const wordDiff = (before: string, after: string): readonly TextPart[] =>
  diffArrays(words(before), words(after)).map((change) => part({ ...change, value: change.value.join('') }));

const words = (text: string): string[] => text.match(/\$\{\w+\}|[\p{L}\p{M}\p{N}_]+|\r?\n|[^\S\r\n]+|./gsu) ?? [];

/** The lines that differ; a missing last line break does not count. */
export const lineDiff = (before: string, after: string): readonly TextPart[] =>
  diffLines(ended(before), ended(after)).map(part);

const part = (change: { readonly value: string; readonly added?: boolean; readonly removed?: boolean }): TextPart => ({
  op: change.added === true ? 'added' : change.removed === true ? 'removed' : 'same',
  text: change.value,
});

const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
