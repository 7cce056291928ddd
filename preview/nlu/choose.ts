import type { Index } from './entry-index';
import type { Entry } from './entry';
import {
  NLU_LEAD,
  NLU_OFFER,
  NLU_OFFERS,
  NLU_SLOT_SHARE,
  NLU_SURE,
  NLU_KNOWN,
  NLU_AHEAD,
  NLU_CERTAIN,
  NLU_HALF,
  NLU_MAYBE,
  NLU_TAKE,
  NLU_FUNCTION_WORDS,
  NLU_LONGEST_NAME,
  NLU_LONGEST_WORD,
  NLU_NAMING_WORDS,
} from './weights';
import { isKind } from './words';

/** What words mean most probably: an entry to be taken, or some to be offered, most probable first. */
export interface IntentChoice<T> {
  readonly taken?: Entry<T>;
  readonly offers: readonly Entry<T>[];
}

/** Something that words may mean, with its sentence that is most like them. */
interface Candidate<T> {
  readonly entry: Entry<T>;
  /** Shared words, 0 to 1. */
  readonly like: number;
  /** What the classifier says, where there is one. */
  readonly sure?: number;
}

export function choose<T>(index: Index<T>, words: readonly string[], names = true): IntentChoice<T> {
  const ranked = candidates(index, words, names);
  const [first] = ranked;
  if (first === undefined) return { offers: [] };
  const isTaken = names ? isLearned(ranked) || saysTheSame(ranked) : isCertain(ranked);
  if (isTaken) return { taken: first.entry, offers: [] };
  const maybe = ranked.filter(({ like, sure }) => like >= NLU_OFFER && (sure ?? 1) >= NLU_MAYBE);
  return { offers: maybe.slice(0, NLU_OFFERS).map(({ entry }) => entry) };
}

function candidates<T>(index: Index<T>, words: readonly string[], names: boolean): readonly Candidate<T>[] {
  const probable = index.probabilities(words);
  const best = new Map<T, Candidate<T>>();
  const consider = (entry: Entry<T>, like: number) =>
    best.set(entry.target, { entry, like, ...(probable && { sure: probable.get(entry.target) ?? 0 }) });
  const likeOf = (target: T) => best.get(target)?.like ?? 0;
  for (const [entry, like] of likeness(index, new Set(words.map(index.stem))))
    if (like > likeOf(entry.target)) consider(entry, like);
  if (names && isName(index, words))
    for (const entry of index.bare) consider(entry, Math.max(NLU_TAKE, likeOf(entry.target)));
  return [...best.values()].sort((a, b) => (b.sure ?? b.like) - (a.sure ?? a.like) || b.like - a.like);
}

/** Whether words may be the name of a thing and nothing else: few, and at least one that training does not know. */
const isName = <T>(index: Index<T>, words: readonly string[]): boolean =>
  words.length <= NLU_LONGEST_NAME &&
  words.some((word) => !index.isKnown(word) && !isKind(index.stem(word))) &&
  words.every((word) => NAME.test(word) && (NLU_NAMING_WORDS.has(word) || !NLU_FUNCTION_WORDS.has(word)));

const NAME = new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N}.'-]{0,${NLU_LONGEST_WORD - 1}}$`, 'u');

/** The classifier has next to no doubt of the first, and half of the words are those of one of its sentences. */
const isCertain = <T>([first]: readonly Candidate<T>[]): boolean =>
  first?.sure !== undefined && first.sure >= NLU_CERTAIN && first.like >= NLU_HALF;

/** The first shares most of its words with a sentence, and far more than any other does. */
function saysTheSame<T>([first, ...others]: readonly Candidate<T>[]): boolean {
  const next = Math.max(0, ...others.map(({ like }) => like));
  return first !== undefined && first.like >= NLU_TAKE && first.like - next >= NLU_LEAD;
}

/** The classifier is sure of the first, and it shares some words with a sentence. */
const isLearned = <T>([first, second]: readonly Candidate<T>[]): boolean =>
  first?.sure !== undefined &&
  first.like >= NLU_KNOWN &&
  first.sure >= NLU_SURE &&
  first.sure - (second?.sure ?? 0) >= NLU_AHEAD;

/**
 * Shared words by rarity, as a part of what both have. Words no training sentence knows weigh less against a sentence with
 * slots: a slot may have taken them. Only sentences that share a word are looked at.
 */
function likeness<T>(index: Index<T>, stems: ReadonlySet<string>): ReadonlyMap<Entry<T>, number> {
  const shared = new Map<Entry<T>, number>();
  let known = 0;
  let unknown = 0;
  // A number or an address says something beside words, or alone where a sentence is nothing else.
  for (const stem of [...stems].sort((a, b) => Number(isKind(a)) - Number(isKind(b)))) {
    const entries = index.byStem.get(stem);
    if (entries === undefined) unknown += index.weight(stem);
    else known += index.weight(stem);
    for (const entry of entries ?? [])
      if (!isKind(stem) || shared.has(entry) || entry.words.size === 0)
        shared.set(entry, (shared.get(entry) ?? 0) + index.weight(stem));
  }
  for (const [entry, weight] of shared) {
    const said = known + unknown * (entry.hasSlots ? NLU_SLOT_SHARE : 1);
    shared.set(entry, (2 * weight) / (said + (index.totals.get(entry) ?? weight)));
  }
  return shared;
}
