import { learn, type Sample } from './classifier';
import type { Entry } from './entry';
import { ANY, isTelling, wordKindOf, stemOf } from './words';

/** What each target has slots for. */
export type SlotKinds<T> = ReadonlyMap<T, ReadonlySet<string>>;

export function slotKindsOf<T>(entries: readonly Entry<T>[]): SlotKinds<T> {
  const asked = new Map<T, Set<string>>();
  for (const { target, pieces } of entries)
    for (const piece of pieces)
      if ('slot' in piece) asked.set(target, (asked.get(target) ?? new Set()).add(piece.kind));
  return asked;
}

/** How much of its probability is left to a target that has no use for a number or an address that was said. */
const MISFIT = 0.2;

/**
 * How probable each target is for words, as a classifier learned it; undefined where there is none. It learns when it is
 * first asked.
 */
export function learned<T>(
  entries: readonly Entry<T>[],
  known: ReadonlySet<string>,
  asked: SlotKinds<T>,
): (words: readonly string[]) => ReadonlyMap<T, number> | undefined {
  const targets = [...new Set(entries.map(({ target }) => target))];
  const kinds = new Set([...asked.values()].flatMap((own) => [...own]));
  let classify: ReturnType<typeof learn> | 'unasked' = 'unasked';
  return (words) => {
    if (classify === 'unasked') classify = learn(samplesOf(entries, targets), targets.length);
    const found = classify?.({ words: readable(words, known, kinds), spelt: words });
    if (found === undefined) return undefined;
    const said = words.map(wordKindOf).filter((kind) => isTelling(kind) && kinds.has(kind));
    const fits = (target: T) => said.every((kind) => asked.get(target)?.has(kind) ?? false);
    const fitting = targets.map((target, i) => (found[i] ?? 0) * (fits(target) ? 1 : MISFIT));
    const sum = fitting.reduce((all, one) => all + one, 0);
    return new Map(targets.map((target, i) => [target, (fitting[i] ?? 0) / sum]));
  };
}

/**
 * Each sentence as it stands; and once more with the words that no other sentence has unknown, so that a word which training
 * does not know is not taken for the name of a thing wherever it stands.
 */
function samplesOf<T>(entries: readonly Entry<T>[], targets: readonly T[]): readonly Sample[] {
  const numbers = new Map(targets.map((target, i) => [target, i]));
  const counts = new Map<string, number>();
  for (const word of entries.flatMap(({ words }) => [...words]))
    counts.set(stemOf(word), (counts.get(stemOf(word)) ?? 0) + 1);
  const isRare = (word: string) => counts.get(stemOf(word)) === 1;
  return entries.flatMap(({ target: own, pieces, words }) => {
    const target = numbers.get(own) ?? 0;
    const said = pieces.map((piece) => ('word' in piece ? piece.word : piece.kind));
    const sample = { target, words: said, spelt: said };
    if (![...words].some(isRare)) return [sample];
    return [sample, { ...sample, words: said.map((word) => (isRare(word) ? ANY : word)).filter(isFirstAny) }];
  });
}

const isFirstAny = (word: string, i: number, all: readonly string[]) => word !== ANY || all[i - 1] !== ANY;

/** Words as training has them: what it does not know stands for any word, where some slot takes any. */
const readable = (words: readonly string[], known: ReadonlySet<string>, kinds: ReadonlySet<string>) =>
  words
    .map((word) => (known.has(word) ? word : wordKindOf(word)))
    .map((word) => (known.has(word) || kinds.has(word) || !kinds.has(ANY) ? word : ANY))
    .filter(isFirstAny);
