import type { Sentence } from '../../kore/format';
import { foldText, tokenize } from './tokens';
import type { Token } from './tokens';
import { ANY, isKind, wordKindOf, LONG_NUMBER, MAIL, NUMBER } from './words';

/** A training sentence with its marked entities cut out. */
export type PatternPiece = { readonly word: string } | Slot;

/** A marked entity; `kind` is what its example is: a number, an address, or any words. */
export interface Slot {
  readonly slot: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly kind: string;
}

export interface SlotValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a training sentence into words and slots. Text that touches a slot without a space is kept as its prefix or suffix. */
export function piecesOf(sentence: Sentence): readonly PatternPiece[] {
  const { sentence: text } = sentence;
  const marks = [...(sentence.entities ?? [])]
    .filter((e) => e.startIndex >= 0 && e.endIndex > e.startIndex && e.endIndex <= text.length)
    .sort((a, b) => a.startIndex - b.startIndex);
  const pieces: PatternPiece[] = [];
  let at = 0;
  for (const { startIndex, endIndex, entityId } of marks) {
    if (startIndex < at) continue;
    const before = text.slice(at, startIndex);
    const prefix = /\S*$/.exec(before)?.[0] ?? '';
    pieces.push(...wordsOf(before.slice(0, before.length - prefix.length)));
    const suffix = /^\S*/.exec(text.slice(endIndex))?.[0] ?? '';
    const kind = wordKindOf(text.slice(startIndex, endIndex));
    pieces.push({
      slot: entityId,
      prefix: prefix.toLowerCase(),
      suffix: suffix.toLowerCase(),
      kind: isKind(kind) ? kind : ANY,
    });
    at = endIndex + suffix.length;
  }
  return [...pieces, ...wordsOf(text.slice(at))];
}

/** A number or an address in a sentence stands for any other, and is the value of nothing. */
const wordsOf = (text: string): readonly PatternPiece[] =>
  tokenize(text)
    .filter((token) => token.norm !== '')
    .map(({ norm }) =>
      isExample(norm) ? { slot: NOTHING, prefix: '', suffix: '', kind: wordKindOf(norm) } : { word: norm },
    );

/** The slot of a value that nobody asks for. */
export const NOTHING = '';

const isExample = (word: string) => isKind(wordKindOf(word)) && (wordKindOf(word) === MAIL || /\p{Nd}{3}/u.test(word));

/**
 * Lays a training sentence over an utterance: its words in order, each slot over one word or more. Undefined when it does
 * not fit. Takes time linear in the utterance for a sentence of fixed length.
 */
export function alignSlots(
  pieces: readonly PatternPiece[],
  tokens: readonly Token[],
  text: string,
): ReadonlyMap<string, SlotValue> | undefined {
  const values = new Map<string, SlotValue>();
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    if ('word' in piece) {
      if (tokens[at]?.norm !== piece.word) return undefined;
      at += 1;
      continue;
    }
    const rest = followingWords(pieces, i + 1);
    const to = slotEnd(tokens, at, rest, pieces.length - i - 1 - rest.length) ?? at;
    const value = slotValue(piece, tokens.slice(at, to), text);
    if (value === undefined || !fits(piece.kind, value.text)) return undefined;
    if (!values.has(piece.slot)) values.set(piece.slot, value);
    at = to;
  }
  values.delete(NOTHING);
  return at === tokens.length && (pieces.length > 1 || isBare(pieces[0], text)) ? values : undefined;
}

/** A sentence that is nothing but a slot is said by what is just of its kind: an id is no order number. */
const isBare = (piece: PatternPiece | undefined, text: string): boolean =>
  piece === undefined || 'word' in piece || piece.kind === ANY || wordKindOf(foldText(text)) === piece.kind;

/** An example that is a number or an address stands for another one; a number that people remember is no id. */
export const fits = (kind: string, value: string): boolean =>
  kind === ANY ||
  (!/\s/.test(value) && (wordKindOf(value) === kind || (kind === NUMBER && wordKindOf(value) === LONG_NUMBER)));

const followingWords = (pieces: readonly PatternPiece[], from: number): readonly string[] => {
  const words: string[] = [];
  for (const piece of pieces.slice(from)) {
    if (!('word' in piece)) break;
    words.push(piece.word);
  }
  return words;
};

/** Where a slot that begins at `at` ends: before the next place its following words stand, or leaving one word for each later piece. */
function slotEnd(tokens: readonly Token[], at: number, words: readonly string[], later: number): number | undefined {
  if (later === 0) {
    const end = tokens.length - words.length;
    return end > at && words.every((word, i) => tokens[end + i]?.norm === word) ? end : undefined;
  }
  for (let end = at + 1; end + words.length <= tokens.length; end += 1) {
    if (words.every((word, i) => tokens[end + i]?.norm === word)) return end;
  }
  return undefined;
}

/** The slot's own text: without what touches it in the training sentence, and without a sentence's final punctuation. */
export function slotValue(
  piece: { readonly prefix: string; readonly suffix: string },
  tokens: readonly Token[],
  text: string,
): SlotValue | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let { start } = first;
  let { end } = last;
  const lower = text.toLowerCase();
  if (lower.length === text.length) {
    if (piece.prefix !== '' && lower.startsWith(piece.prefix, start)) start += piece.prefix.length;
    else if (foldText(piece.prefix) !== '') return undefined;
    if (piece.suffix !== '' && lower.slice(start, end).endsWith(piece.suffix)) end -= piece.suffix.length;
    else if (foldText(piece.suffix) !== '') return undefined;
  }
  const value = text.slice(start, end);
  const trimmed = value.replace(/[?!.,;:]+$/u, '').replace(/^["“'](.*)["”']$/u, '$1');
  return trimmed.trim() === '' ? undefined : { text: trimmed, start, end };
}
