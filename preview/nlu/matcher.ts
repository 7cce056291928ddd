import { choose } from './choose';
import type { Entry } from './entry';
import { createIndex, type Index } from './entry-index';
import { alignSlots, fits, NOTHING, slotValue } from './slots';
import type { SlotValue } from './slots';
import { utteranceKey, tokenize } from './tokens';
import type { Token } from './tokens';
import { NLU_ENOUGH, NLU_FUNCTION_WORDS } from './weights';
import { ANY } from './words';

/** Something that a text may mean, with the values that it has for it. */
interface Offered<T> {
  readonly target: T;
  readonly slots: ReadonlyMap<string, SlotValue>;
}

/** What a text matches: something whole, something like it, several things about equally, or nothing. */
export type IntentMatch<T> =
  | { readonly kind: 'exact' | 'likely'; readonly target: T; readonly slots: ReadonlyMap<string, SlotValue> }
  | { readonly kind: 'ambiguous'; readonly targets: readonly Offered<T>[] }
  | { readonly kind: 'none' };

export interface Matcher<T> {
  /** Exact training sentences first, slots included; then likeness by shared words. */
  readonly match: (text: string) => IntentMatch<T>;
  /** Training sentences and names alone, and none that is nothing but a slot: what a sentence inside a question may be. */
  readonly matchExact: (text: string) => IntentMatch<T>;
  /** As `match`, without guessing that words which nobody trained are the name of a thing. */
  readonly matchKnown: (text: string) => IntentMatch<T>;
}

/**
 * Compares sentences: whole ones first, then by what a classifier learns of them and by the words they share. `offered`
 * says what may be offered when several things are about as likely. It is not the platform's language understanding.
 */
export function createMatcher<T>(
  entries: readonly Entry<T>[],
  offered: (target: T) => boolean = () => true,
): Matcher<T> {
  const index = createIndex(entries);
  const read = (text: string) =>
    tokenize(text)
      .filter((token) => token.norm !== '')
      .map((token) => ({ ...token, norm: index.mend(token.norm) }));
  const matchExact = (text: string, tokens = read(text), bare = false): IntentMatch<T> => {
    const target = index.exact.get(utteranceKey(text)) ?? index.exact.get(tokens.map(({ norm }) => norm).join(' '));
    if (target !== undefined) return { kind: 'exact', target, slots: valuesIn(index, target, tokens, text) };
    return withSlots(index, tokens, text, bare) ?? { kind: 'none' };
  };
  const matchAny = (text: string, names: boolean): IntentMatch<T> => {
    const tokens = read(text);
    const exact = matchExact(text, tokens, names);
    return exact.kind === 'none' ? alike(index, tokens, text, offered, names) : exact;
  };
  return {
    matchExact: (text) => matchExact(text),
    match: (text) => matchAny(text, true),
    matchKnown: (text) => matchAny(text, false),
  };
}

/**
 * Of the training sentences that fit, the one with the most words of its own. A slot for any words fits everything: where
 * it would take words that training knows, the sentence is only as good as the classifier says.
 */
function withSlots<T>(
  index: Index<T>,
  tokens: readonly Token[],
  text: string,
  bare: boolean,
): IntentMatch<T> | undefined {
  let best: { entry: Entry<T>; slots: ReadonlyMap<string, SlotValue> } | undefined;
  for (const word of new Set([...tokens.map((token) => token.norm), ...(bare ? [''] : [])])) {
    for (const entry of index.bySlotWord.get(word) ?? []) {
      if (best !== undefined && best.entry.words.size >= entry.words.size) continue;
      const slots = alignSlots(entry.pieces, tokens, text);
      if (slots === undefined || !isMeant(index, entry, tokens) || isCalled(index, entry.target, slots)) continue;
      best = { entry, slots };
    }
  }
  return best && { kind: 'exact', target: best.entry.target, slots: best.slots };
}

/** The values in a whole sentence without slots: what another sentence of the same has a slot for, such as "do you sell gift cards". */
function valuesIn<T>(
  index: Index<T>,
  target: T,
  tokens: readonly Token[],
  text: string,
): ReadonlyMap<string, SlotValue> {
  const fitting = tokens.flatMap(({ norm }) => index.bySlotWord.get(norm) ?? []).filter((one) => one.target === target);
  const best = fitting.sort((a, b) => b.words.size - a.words.size);
  for (const { pieces } of best) {
    const slots = alignSlots(pieces, tokens, text);
    if (slots !== undefined && !isCalled(index, target, slots)) return slots;
  }
  return new Map();
}

/** Whether the values are words that the thing is called by: "search products" names no product. */
const isCalled = <T>(index: Index<T>, target: T, slots: ReadonlyMap<string, SlotValue>): boolean =>
  [...slots.values()].some(({ text }) =>
    tokenize(text).every(({ norm }) => NLU_FUNCTION_WORDS.has(norm) || index.isCalled(target, norm)),
  );

/** Whether a sentence that fits is the one that was said. */
const isMeant = <T>(index: Index<T>, entry: Entry<T>, tokens: readonly Token[]): boolean =>
  !takesAnother(index, entry, tokens) &&
  (saysEnough(entry) || !takesKnownWords(index, entry, tokens) || agrees(index, entry.target, tokens));

/** A sentence with words of its own that say what is wanted, beside its slot: a button says such a one. */
const saysEnough = <T>({ words }: Entry<T>): boolean =>
  [...words].filter((word) => !NLU_FUNCTION_WORDS.has(word)).length >= NLU_ENOUGH;

const takesKnownWords = <T>(index: Index<T>, entry: Entry<T>, tokens: readonly Token[]): boolean =>
  hasAny(entry) && tokens.some(({ norm }) => index.isKnown(norm) && !entry.words.has(norm));

/** An address, or an id, is no name of a thing where something else asks for one. */
const takesAnother = <T>(index: Index<T>, entry: Entry<T>, tokens: readonly Token[]): boolean =>
  hasAny(entry) && tokens.some(({ norm }) => index.isAskedFor(norm) && !index.asks(entry.target, norm));

const hasAny = <T>({ pieces }: Entry<T>): boolean => pieces.some((piece) => 'slot' in piece && piece.kind === ANY);

/** Without a classifier every sentence that fits is one. */
const agrees = <T>(index: Index<T>, target: T, tokens: readonly Token[]): boolean => {
  const likely = index.probabilities(tokens.map(({ norm }) => norm));
  return likely === undefined || [...likely].every(([other, p]) => other === target || p <= (likely.get(target) ?? 0));
};

function alike<T>(
  index: Index<T>,
  tokens: readonly Token[],
  text: string,
  offered: (target: T) => boolean,
  names: boolean,
): IntentMatch<T> {
  const words = tokens.map(({ norm }) => norm);
  const { taken, offers } = choose(index, words, names);
  if (taken !== undefined) return { kind: 'likely', target: taken.target, slots: nearbySlots(taken, tokens, text) };
  const targets = offers
    .filter(({ target }) => offered(target))
    .map((entry) => ({ target: entry.target, slots: nearbySlots(entry, tokens, text) }));
  return targets.length === 0 ? { kind: 'none' } : { kind: 'ambiguous', targets };
}

/** In a sentence that is only alike, a slot is what stands between the words it stands between in training. */
function nearbySlots<T>(entry: Entry<T>, tokens: readonly Token[], text: string): ReadonlyMap<string, SlotValue> {
  const values = new Map<string, SlotValue>();
  const [only, ...more] = entry.pieces;
  if (only !== undefined && 'slot' in only && more.length === 0) {
    const whole = slotValue(only, ofKind(only.kind, tokens, text), text);
    return new Map(whole === undefined ? [] : [[only.slot, whole]]);
  }
  entry.pieces.forEach((piece, i) => {
    const before = entry.pieces[i - 1];
    const after = entry.pieces[i + 1];
    if (!('slot' in piece) || piece.slot === NOTHING || before === undefined || !('word' in before)) return;
    const from = tokens.findIndex((token) => token.norm === before.word) + 1;
    if (from === 0) return;
    const next =
      after !== undefined && 'word' in after ? tokens.findIndex((t, j) => j > from && t.norm === after.word) : -1;
    const between = tokens.slice(from, next < 0 ? tokens.length : next);
    const value = slotValue(piece, ofKind(piece.kind, between, text), text);
    if (value !== undefined) values.set(piece.slot, value);
  });
  return values;
}

/** A slot for a number or an address takes the first that there is, and nothing else. */
function ofKind(kind: string, tokens: readonly Token[], text: string): readonly Token[] {
  if (kind === ANY) return tokens;
  const fitting = tokens.find(({ start, end }) => fits(kind, text.slice(start, end)));
  return fitting === undefined ? [] : [fitting];
}
