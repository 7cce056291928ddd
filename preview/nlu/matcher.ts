import { NLU_FUNCTION_WORDS, NLU_LEAD, NLU_OFFER, NLU_OFFERS, NLU_SLOT_SHARE, NLU_TAKE } from './weights';
import { align, slotValue } from './slots';
import type { PatternPiece, SlotValue } from './slots';
import { utteranceKey, tokenize } from './tokens';
import type { Token } from './tokens';

/** Something that can be called by an utterance, and one of the sentences it is called by. */
export interface Entry<T> {
  readonly target: T;
  readonly pieces: readonly PatternPiece[];
  readonly words: ReadonlySet<string>;
  readonly hasSlots: boolean;
}

/** What a text matches: something whole, something like it, several things about equally, or nothing. */
export type Matched<T> =
  | { readonly kind: 'exact' | 'likely'; readonly target: T; readonly slots: ReadonlyMap<string, SlotValue> }
  | { readonly kind: 'ambiguous'; readonly targets: readonly T[] }
  | { readonly kind: 'none' };

export interface Matcher<T> {
  /** Exact training sentences first, slots included; then likeness by shared words. */
  readonly match: (text: string) => Matched<T>;
  /** Exact training sentences and names only. */
  readonly matchExact: (text: string) => Matched<T>;
}

export const entryOf = <T>(target: T, pieces: readonly PatternPiece[]): Entry<T> => ({
  target,
  pieces,
  words: new Set(pieces.flatMap((piece) => ('word' in piece ? [piece.word] : []))),
  hasSlots: pieces.some((piece) => 'slot' in piece),
});

/** A name as a sentence; no entry when it has no word. */
export function namedEntry<T>(target: T, name: string): readonly Entry<T>[] {
  const words = utteranceKey(name)
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0
    ? []
    : [
        entryOf(
          target,
          words.map((word) => ({ word })),
        ),
      ];
}

/** Compares words. `offered` says what may be offered when several things are about as likely. */
export function createMatcher<T>(
  entries: readonly Entry<T>[],
  offered: (target: T) => boolean = () => true,
): Matcher<T> {
  const index = indexOf(entries);
  const wordsOf = (text: string) => tokenize(text).filter((token) => token.norm !== '');
  const matchExact = (text: string, tokens = wordsOf(text)): Matched<T> => {
    const target = index.exact.get(utteranceKey(text));
    if (target !== undefined) return { kind: 'exact', target, slots: new Map() };
    return withSlots(index, tokens, text) ?? { kind: 'none' };
  };
  return {
    matchExact: (text) => matchExact(text),
    match: (text) => {
      const tokens = wordsOf(text);
      const exact = matchExact(text, tokens);
      return exact.kind === 'none' ? alike(index, tokens, text, offered) : exact;
    },
  };
}

interface Index<T> {
  readonly exact: ReadonlyMap<string, T>;
  readonly bySlotWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly byWord: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly weight: (word: string) => number;
  readonly totals: ReadonlyMap<Entry<T>, number>;
}

function indexOf<T>(entries: readonly Entry<T>[]): Index<T> {
  const exact = new Map<string, T>();
  const byWord = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const key = entry.pieces.map((piece) => ('word' in piece ? piece.word : '')).join(' ');
    if (!entry.hasSlots && !exact.has(key)) exact.set(key, entry.target);
    for (const word of entry.words) push(byWord, word, entry);
  }
  const weight = (word: string) =>
    Math.log(1 + entries.length / (byWord.get(word)?.length ?? 1)) ** 2 * (NLU_FUNCTION_WORDS.has(word) ? 0.1 : 1);
  const bySlotWord = new Map<string, Entry<T>[]>();
  for (const entry of entries.filter((e) => e.hasSlots)) {
    const rarest = [...entry.words].sort((a, b) => weight(b) - weight(a))[0];
    const touching = entry.pieces.some((piece) => 'slot' in piece && piece.prefix + piece.suffix !== '');
    if (rarest !== undefined) push(bySlotWord, rarest, entry);
    else if (touching) push(bySlotWord, '', entry);
  }
  const totals = new Map(
    entries.map((entry) => [entry, [...entry.words].reduce((sum, word) => sum + weight(word), 0)]),
  );
  return { exact, bySlotWord, byWord, weight, totals };
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** Of the training sentences that fit, the one with the most words of its own. */
function withSlots<T>(index: Index<T>, tokens: readonly Token[], text: string): Matched<T> | undefined {
  const words = new Set([...tokens.map((token) => token.norm), '']);
  let best: { entry: Entry<T>; slots: ReadonlyMap<string, SlotValue> } | undefined;
  for (const word of words) {
    for (const entry of index.bySlotWord.get(word) ?? []) {
      if (best !== undefined && best.entry.words.size >= entry.words.size) continue;
      const slots = align(entry.pieces, tokens, text);
      if (slots !== undefined) best = { entry, slots };
    }
  }
  return best && { kind: 'exact', target: best.entry.target, slots: best.slots };
}

function alike<T>(
  index: Index<T>,
  tokens: readonly Token[],
  text: string,
  offered: (target: T) => boolean,
): Matched<T> {
  const words = new Set(tokens.map((token) => token.norm));
  const best = new Map<T, { score: number; entry: Entry<T> }>();
  for (const [entry, score] of likeness(index, words)) {
    if (score > (best.get(entry.target)?.score ?? 0)) best.set(entry.target, { score, entry });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score < NLU_OFFER) return { kind: 'none' };
  if (first.score >= NLU_TAKE && first.score - (second?.score ?? 0) >= NLU_LEAD) {
    return { kind: 'likely', target: first.entry.target, slots: nearbySlots(first.entry, tokens, text) };
  }
  const targets = ranked
    .filter(({ score, entry }) => score >= NLU_OFFER && offered(entry.target))
    .slice(0, NLU_OFFERS)
    .map(({ entry }) => entry.target);
  return targets.length === 0 ? { kind: 'none' } : { kind: 'ambiguous', targets };
}

/**
 * Shared words by rarity, as a part of what both have. Words no training sentence knows weigh less against a sentence with
 * slots: a slot may have taken them. Only sentences that share a word are looked at.
 */
function likeness<T>(index: Index<T>, words: ReadonlySet<string>): ReadonlyMap<Entry<T>, number> {
  const shared = new Map<Entry<T>, number>();
  let known = 0;
  let unknown = 0;
  for (const word of words) {
    const entries = index.byWord.get(word);
    if (entries === undefined) unknown += index.weight(word);
    else known += index.weight(word);
    for (const entry of entries ?? []) shared.set(entry, (shared.get(entry) ?? 0) + index.weight(word));
  }
  for (const [entry, weight] of shared) {
    const said = known + unknown * (entry.hasSlots ? NLU_SLOT_SHARE : 1);
    shared.set(entry, (2 * weight) / (said + (index.totals.get(entry) ?? weight)));
  }
  return shared;
}

/** In a sentence that is only alike, a slot is what stands between the words it stands between in training. */
function nearbySlots<T>(entry: Entry<T>, tokens: readonly Token[], text: string): ReadonlyMap<string, SlotValue> {
  const values = new Map<string, SlotValue>();
  entry.pieces.forEach((piece, i) => {
    const before = entry.pieces[i - 1];
    const after = entry.pieces[i + 1];
    if (!('slot' in piece) || before === undefined || !('word' in before)) return;
    const from = tokens.findIndex((token) => token.norm === before.word) + 1;
    if (from === 0) return;
    const next =
      after !== undefined && 'word' in after ? tokens.findIndex((t, j) => j > from && t.norm === after.word) : -1;
    const value = slotValue(piece, tokens.slice(from, next < 0 ? tokens.length : next), text);
    if (value !== undefined) values.set(piece.slot, value);
  });
  return values;
}
