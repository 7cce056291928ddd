import type { Dialog, Sentence } from '../kore/format';
import {
  NEVER_OFFERED,
  NLU_FUNCTION_WORDS,
  NLU_LEAD,
  NLU_OFFER,
  NLU_OFFERS,
  NLU_SLOT_SHARE,
  NLU_TAKE,
} from './inferred';
import { align, piecesOf, slotValue } from './nlu/slots';
import type { PatternPiece, SlotValue } from './nlu/slots';
import { utteranceKey, tokenize } from './nlu/tokens';
import type { Token } from './nlu/tokens';
import { dialogName, inLanguage } from './open-bot';
import type { OpenedBot } from './open-bot';

export type { SlotValue } from './nlu/slots';

/** What the player's matcher makes of an utterance. It claims no likeness to the platform's language understanding. */
export type Match =
  | { readonly kind: 'exact' | 'likely'; readonly dialog: Dialog; readonly slots: ReadonlyMap<string, SlotValue> }
  | { readonly kind: 'ambiguous'; readonly offers: readonly { readonly title: string; readonly say: string }[] }
  | { readonly kind: 'none' };

export interface Nlu {
  /** Exact training sentences first, slots included; then likeness by shared words. */
  match(text: string): Match;
  /** Exact training sentences and dialog names only. */
  matchExact(text: string): Match;
}

interface Entry {
  readonly dialog: Dialog;
  readonly pieces: readonly PatternPiece[];
  readonly words: ReadonlySet<string>;
  readonly hasSlots: boolean;
}

interface Index {
  readonly exact: ReadonlyMap<string, Dialog>;
  readonly bySlotWord: ReadonlyMap<string, readonly Entry[]>;
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  readonly weight: (word: string) => number;
  readonly totals: ReadonlyMap<Entry, number>;
}

const indexes = new WeakMap<OpenedBot, Map<string, Nlu>>();

/** The matcher for a bot and a language, built once. Hidden dialogs and sub-intents cannot be called by an utterance. */
export function nluFor(bot: OpenedBot, language: string): Nlu {
  const byLanguage = indexes.get(bot) ?? new Map<string, Nlu>();
  indexes.set(bot, byLanguage);
  const known = byLanguage.get(language) ?? createNlu(bot, language);
  byLanguage.set(language, known);
  return known;
}

function createNlu(bot: OpenedBot, language: string): Nlu {
  const callable = bot.dialogs.filter((dialog) => !dialog.isHidden && dialog['isFollowUp'] !== true);
  const byId = new Map(callable.flatMap((d) => [[d._id, d] as const, [d.refId, d] as const]));
  const entries = [...trained(bot, byId, language), ...named(bot, callable, language)];
  const index = indexOf(entries);
  const matchExact = (text: string, tokens = tokenize(text).filter((t) => t.norm !== '')): Match => {
    const dialog = index.exact.get(utteranceKey(text));
    if (dialog !== undefined) return { kind: 'exact', dialog, slots: new Map() };
    return withSlots(index, tokens, text) ?? { kind: 'none' };
  };
  return {
    matchExact: (text) => matchExact(text),
    match: (text) => {
      const tokens = tokenize(text).filter((t) => t.norm !== '');
      const exact = matchExact(text, tokens);
      return exact.kind === 'none' ? alike(bot, index, tokens, text, language) : exact;
    },
  };
}

const entryOf = (dialog: Dialog, pieces: readonly PatternPiece[]): Entry => ({
  dialog,
  pieces,
  words: new Set(pieces.flatMap((piece) => ('word' in piece ? [piece.word] : []))),
  hasSlots: pieces.some((piece) => 'slot' in piece),
});

function trained(bot: OpenedBot, byId: ReadonlyMap<string, Dialog>, language: string): readonly Entry[] {
  return bot.kore.definition.sentences.flatMap((sentence: Sentence) => {
    const dialog = byId.get(bot.componentById.get(sentence.taskId)?.dialogId ?? '');
    const spoken = sentence.language ?? bot.defaultLanguage;
    return dialog === undefined || spoken !== language ? [] : [entryOf(dialog, piecesOf(sentence))];
  });
}

/** A dialog is known by its name and by its intent's, as the platform's engines know it. */
function named(bot: OpenedBot, dialogs: readonly Dialog[], language: string): readonly Entry[] {
  const asPieces = (name: string) =>
    utteranceKey(name)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word }));
  return dialogs.flatMap((dialog) => {
    const intent = inLanguage(bot, bot.componentById.get(dialog.nodes[0]?.componentId ?? '')?.localeData, language)?.[
      'intent'
    ];
    const names = new Set([dialogName(bot, dialog, language), ...(typeof intent === 'string' ? [intent] : [])]);
    return [...names].map((name) => entryOf(dialog, asPieces(name))).filter((entry) => entry.pieces.length > 0);
  });
}

function indexOf(entries: readonly Entry[]): Index {
  const exact = new Map<string, Dialog>();
  const byWord = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.pieces.map((piece) => ('word' in piece ? piece.word : '')).join(' ');
    if (!entry.hasSlots && !exact.has(key)) exact.set(key, entry.dialog);
    for (const word of entry.words) push(byWord, word, entry);
  }
  const weight = (word: string) =>
    Math.log(1 + entries.length / (byWord.get(word)?.length ?? 1)) ** 2 * (NLU_FUNCTION_WORDS.has(word) ? 0.1 : 1);
  const bySlotWord = new Map<string, Entry[]>();
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
function withSlots(index: Index, tokens: readonly Token[], text: string): Match | undefined {
  const words = new Set([...tokens.map((token) => token.norm), '']);
  let best: { entry: Entry; slots: ReadonlyMap<string, SlotValue> } | undefined;
  for (const word of words) {
    for (const entry of index.bySlotWord.get(word) ?? []) {
      if (best !== undefined && best.entry.words.size >= entry.words.size) continue;
      const slots = align(entry.pieces, tokens, text);
      if (slots !== undefined) best = { entry, slots };
    }
  }
  return best && { kind: 'exact', dialog: best.entry.dialog, slots: best.slots };
}

function alike(bot: OpenedBot, index: Index, tokens: readonly Token[], text: string, language: string): Match {
  const words = new Set(tokens.map((token) => token.norm));
  const best = new Map<Dialog, { score: number; entry: Entry }>();
  for (const [entry, score] of likeness(index, words)) {
    if (score > (best.get(entry.dialog)?.score ?? 0)) best.set(entry.dialog, { score, entry });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (first === undefined || first.score < NLU_OFFER) return { kind: 'none' };
  if (first.score >= NLU_TAKE && first.score - (second?.score ?? 0) >= NLU_LEAD) {
    return { kind: 'likely', dialog: first.entry.dialog, slots: nearbySlots(first.entry, tokens, text) };
  }
  const offers = ranked
    .filter(
      ({ score, entry }) => score >= NLU_OFFER && !NEVER_OFFERED.includes(dialogName(bot, entry.dialog).toLowerCase()),
    )
    .slice(0, NLU_OFFERS)
    .map(({ entry }) => offer(dialogName(bot, entry.dialog, language)));
  return offers.length === 0 ? { kind: 'none' } : { kind: 'ambiguous', offers };
}

const offer = (name: string) => ({ title: name, say: name });

/**
 * Shared words by rarity, as a part of what both have. Words no training sentence knows weigh less against a sentence with
 * slots: a slot may have taken them. Only sentences that share a word are looked at.
 */
function likeness(index: Index, words: ReadonlySet<string>): ReadonlyMap<Entry, number> {
  const shared = new Map<Entry, number>();
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
function nearbySlots(entry: Entry, tokens: readonly Token[], text: string): ReadonlyMap<string, SlotValue> {
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
