import { distance } from 'fastest-levenshtein';

/** What stands for a word of a kind: an address, a number of few or many digits, or any word that training does not know. */
export const MAIL = '<mail>';
export const NUMBER = '<number>';
export const LONG_NUMBER = '<long>';
export const ANY = '<any>';

const KINDS: ReadonlySet<string> = new Set([MAIL, NUMBER, LONG_NUMBER, ANY]);

/** Whether this stands for words of a kind, and is none itself. */
export const isKind = (word: string): boolean => KINDS.has(word);

/** Digits from which on a number is an id rather than a number that people remember. */
const LONG = 7;

/** `#1001`, `EN-1001`, `1,001`, `gid://shop/Order/1`: digits with few letters and no other signs around them. */
const NUMERIC = /^(?:gid:\/\/[\w/]+\/|#?\p{L}{0,8}[\p{Pd}#._/:]?)\p{Nd}[\p{L}\p{Nd}.,_/\p{Pd}]*$/u;

/** `24L`, `350ml`, `2x`: how much of something, not which one. */
const MEASURE = /^\p{Nd}{1,2}\p{L}{1,3}$|^\p{Nd}+(?:[mck]?[glm]|oz|lbs?|in|ft)$/u;

/** Whether only what asks for such a thing has a use for it: a name may have a number in it, and no address. */
export const isTelling = (kind: string): boolean => kind === MAIL || kind === LONG_NUMBER;

/** A folded word, or what stands for its kind. */
export function wordKindOf(word: string): string {
  if (word.includes('@')) return MAIL;
  if (!NUMERIC.test(word) || MEASURE.test(word)) return word;
  return word.replace(/\P{Nd}/gu, '').length < LONG ? NUMBER : LONG_NUMBER;
}

/** A word without the ending that a plural has in English and Spanish: `orders` and `order` have the same stem. */
export function stemOf(word: string): string {
  if (isKind(word) || word.length < 4) return word;
  const one = word.endsWith('ies') ? `${word.slice(0, -3)}y` : /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  return one.length > 3 && one.endsWith('e') ? one.slice(0, -1) : one;
}

/** Finds the known word that a misspelt one stands for. */
export type Mend = (word: string) => string;

/** Words shorter than this are too alike to be mended. */
const SHORTEST = 4;

/**
 * Mends words by the ones that are known: one letter too many, missing, other or swapped with its neighbour, two in a
 * long word. A word that is known, too short, or near to nothing stays; of several, the first in the order of `known` stands.
 */
export function mender(known: ReadonlySet<string>): Mend {
  const byLength = new Map<number, string[]>();
  for (const word of known) {
    if (word.length < SHORTEST || isKind(word)) continue;
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const mended = new Map<string, string>();
  const find = (word: string): string => {
    const most = word.length >= LONG_WORD ? 2 : 1;
    for (let off = 1; off <= most; off += 1) {
      // A letter is forgotten more often than one is added.
      for (let length = word.length + off; length >= word.length - off; length -= 1) {
        const near = byLength.get(length)?.find((other) => isNear(word, other, off));
        if (near !== undefined) return near;
      }
    }
    return word;
  };
  return (word) => {
    if (word.length < SHORTEST || isKind(word) || known.has(word)) return word;
    const before = mended.get(word) ?? find(word);
    if (mended.size < MOST_KEPT) mended.set(word, before);
    return before;
  };
}

/** Shorter words with another letter, or one more, are other words. */
const CERTAIN = 7;
const LONG_WORD = 8;
const MOST_KEPT = 10_000;

/** Misspelt words keep their first letter more often than not: one that does not must be a swap. */
const isNear = (word: string, other: string, off: number): boolean =>
  isSwap(word, other) ||
  (word[0] === other[0] &&
    (word.length < other.length || word.length >= (word.length > other.length ? LONG_WORD : CERTAIN)) &&
    distance(word, other) <= off);

function isSwap(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  const at = [...word].findIndex((letter, i) => letter !== other[i]);
  return word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2);
}
