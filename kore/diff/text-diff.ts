import { diffArrays, diffLines } from 'diff';
import type { TextPart } from './diff';

/** Versions that differ in more places than this are told whole: finding the places would take minutes and gigabytes. */
const MOST_EDITS = 1000;
/** Longer texts are not taken apart; only their beginning is told. */
const LONGEST = 500_000;
const BEGINNING = 2000;

/** The words that differ; white space counts, and a placeholder `${name}` is one word. */
export function wordDiff(before: string, after: string): readonly TextPart[] {
  if (Math.max(before.length, after.length) > LONGEST) return whole(before, after);
  const changes = diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS });
  return changes?.map((change) => part({ ...change, value: change.value.join('') })) ?? whole(before, after);
}

const words = (text: string): string[] => text.match(/\$\{\w+\}|[\p{L}\p{M}\p{N}_]+|\r?\n|[^\S\r\n]+|./gsu) ?? [];

/** The lines that differ; a missing last line break does not count. */
export function lineDiff(before: string, after: string): readonly TextPart[] {
  if (Math.max(before.length, after.length) > LONGEST) return whole(before, after);
  return diffLines(ended(before), ended(after), { maxEditLength: MOST_EDITS })?.map(part) ?? whole(before, after);
}

/** Both versions, one after the other. */
const whole = (before: string, after: string): readonly TextPart[] =>
  (
    [
      ['removed', before],
      ['added', after],
    ] as const
  ).flatMap(([op, text]) => (text === '' ? [] : [{ op, text: text.length > LONGEST ? beginning(text) : text }]));

const beginning = (text: string) => `${text.slice(0, BEGINNING)}… (${text.length} characters)`;

const part = (change: { readonly value: string; readonly added?: boolean; readonly removed?: boolean }): TextPart => ({
  op: change.added === true ? 'added' : change.removed === true ? 'removed' : 'same',
  text: change.value,
});

const ended = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
