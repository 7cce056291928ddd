import type { Entry } from './entry';
import { slotKindsOf, learned } from './learned';
import { ANY, isKind, isTelling, wordKindOf, mender, stemOf, type Mend } from './words';
import { NLU_FUNCTION_WORDS } from './weights';

/** What training sentences come to: looked up by their words, and learned. */
export interface Index<T> {
  readonly entries: readonly Entry<T>[];
  readonly exact: ReadonlyMap<string, T>;
  /** Sentences that are nothing but a slot for any words. */
  readonly bare: readonly Entry<T>[];
  readonly bySlotWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly byStem: ReadonlyMap<string, readonly Entry<T>[]>;
  /** What is known of a word, by its stem: rare words say more. */
  readonly weight: (stem: string) => number;
  readonly totals: ReadonlyMap<Entry<T>, number>;
  readonly isKnown: (word: string) => boolean;
  /** Whether a word is an address or an id, and some sentence has a slot for one; and whether one of this target has. */
  readonly isAskedFor: (word: string) => boolean;
  readonly asks: (target: T, word: string) => boolean;
  /** Whether a word is one that the target is called by: "products" is no name of a product. */
  readonly isCalled: (target: T, word: string) => boolean;
  /** A word as sentences are compared by it: its stem, or what it is, where slots are that. */
  readonly stem: (word: string) => string;
  readonly mend: Mend;
  /** What the classifier says of words; undefined where there is none. */
  readonly probabilities: (words: readonly string[]) => ReadonlyMap<T, number> | undefined;
}

export function createIndex<T>(entries: readonly Entry<T>[]): Index<T> {
  const exact = new Map<string, T>();
  const byStem = new Map<string, Entry<T>[]>();
  const known = new Set(entries.flatMap(({ words }) => [...words]));
  const asked = slotKindsOf(entries);
  const kinds = new Set([...asked.values()].flatMap((own) => [...own]));
  for (const entry of entries) {
    const key = entry.pieces.map((piece) => ('word' in piece ? piece.word : '')).join(' ');
    if (!entry.hasSlots && !exact.has(key)) exact.set(key, entry.target);
    for (const stem of stemsOf(entry)) push(byStem, stem, entry);
  }
  const called = new Map<T, Set<string>>();
  for (const { target } of entries.filter(({ isName }) => isName)) called.set(target, new Set());
  for (const { target, words } of entries.filter(({ isName }) => isName))
    for (const word of words) called.get(target)?.add(stemOf(word));
  const weight = (stem: string) => Math.log(1 + entries.length / (byStem.get(stem)?.length ?? 1)) ** 2 * shareOf(stem);
  const totals = new Map(
    entries.map((entry) => [entry, [...stemsOf(entry)].reduce((sum, stem) => sum + weight(stem), 0)]),
  );
  return {
    entries,
    exact,
    byStem,
    weight,
    totals,
    bare: entries.filter(
      ({ pieces: [piece, ...more] }) => more.length === 0 && piece && 'slot' in piece && piece.kind === ANY,
    ),
    bySlotWord: bySlotWord(entries, weight),
    isKnown: (word) => known.has(word),
    isAskedFor: (word) => isTelling(wordKindOf(word)) && kinds.has(wordKindOf(word)),
    asks: (target, word) => asked.get(target)?.has(wordKindOf(word)) ?? false,
    isCalled: (target, word) => called.get(target)?.has(stemOf(word)) ?? false,
    stem: (word) => (!known.has(word) && kinds.has(wordKindOf(word)) ? wordKindOf(word) : stemOf(word)),
    mend: mender(known),
    probabilities: learned(entries, known, asked),
  };
}

/** That a number was said says as little as a function word: it is what stands around it that counts. */
const shareOf = (stem: string) => (NLU_FUNCTION_WORDS.has(stem) ? 0.1 : isKind(stem) ? 0.3 : 1);

/** The stems of a sentence's words, and what its slots are. */
const stemsOf = <T>({ pieces }: Entry<T>): ReadonlySet<string> =>
  new Set(pieces.flatMap((piece) => ('word' in piece ? [stemOf(piece.word)] : piece.kind === ANY ? [] : [piece.kind])));

function bySlotWord<T>(
  entries: readonly Entry<T>[],
  weight: (stem: string) => number,
): ReadonlyMap<string, readonly Entry<T>[]> {
  const found = new Map<string, Entry<T>[]>();
  for (const entry of entries.filter((e) => e.hasSlots)) {
    const rarest = [...entry.words].sort((a, b) => weight(stemOf(b)) - weight(stemOf(a)))[0];
    const touching = entry.pieces.some(
      (piece) => 'slot' in piece && (piece.kind !== ANY || piece.prefix + piece.suffix !== ''),
    );
    if (rarest !== undefined) push(found, rarest, entry);
    else if (touching) push(found, '', entry);
  }
  return found;
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};
