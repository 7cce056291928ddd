import type { SearchValue } from './parse';

/** How a field of the search compares: by words, as a whole word out of a list, or by size. */
export type FieldKind = 'text' | 'keyword' | 'number' | 'id' | 'date';

const words = new Map<string, readonly string[]>();

/** The words of a text as the search sees them: lower case, without accents, letters and digits only. */
export function tokens(text: string): readonly string[] {
  const known = words.get(text);
  if (known) return known;
  const found =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.size > 10_000) words.clear();
  words.set(text, found);
  return found;
}

/** Whether one of an object's values for a field answers the term. */
export function matches(kind: FieldKind, values: readonly unknown[], term: SearchValue): boolean {
  const present = values.filter((value) => value !== null && value !== undefined && value !== '').map(String);
  if (term.exists) return present.length > 0;
  if (kind === 'text') return present.some((value) => textMatches(tokens(value), term));
  if (kind === 'keyword') return present.some((value) => keywordMatches(plain(value), term));
  return present.some((value) => sizeMatches(kind, value, term));
}

function textMatches(hay: readonly string[], term: SearchValue): boolean {
  if (term.match_phrase !== undefined) return hasPhrase(hay, tokens(term.match_phrase));
  if (term.match_prefix !== undefined) {
    const needed = tokens(term.match_prefix);
    const last = needed.at(-1);
    return (
      last !== undefined &&
      needed.slice(0, -1).every((word) => hay.includes(word)) &&
      hay.some((word) => word.startsWith(last))
    );
  }
  const needed = tokens(term.match_all ?? term.range?.value ?? '');
  return needed.length > 0 && needed.every((word) => hay.includes(word));
}

function hasPhrase(hay: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length > 0 && hay.some((_, start) => phrase.every((word, k) => hay[start + k] === word));
}

/** `#1001` and `1001` are one order name (recorded). */
const plain = (value: string): string => value.toLowerCase().replace(/^#/, '');

function keywordMatches(value: string, term: SearchValue): boolean {
  if (term.match_prefix !== undefined) return value.startsWith(plain(term.match_prefix));
  const wanted = term.match_all ?? term.match_phrase ?? term.range?.value ?? '';
  return wanted.split(',').some((one) => plain(one.trim()) === value);
}

function sizeMatches(kind: 'number' | 'id' | 'date', value: string, term: SearchValue): boolean {
  const size = kind === 'date' ? Date.parse : Number;
  const wanted = term.range?.value ?? term.match_all ?? term.match_phrase ?? term.match_prefix ?? '';
  const have = size(value);
  const ask = size(wanted.replace(/^gid:\/\/shopify\/\w+\//, ''));
  switch (term.range?.op) {
    case '<':
      return have < ask;
    case '>':
      return have > ask;
    case '<=':
      return have <= ask;
    case '>=':
      return have >= ask;
    default:
      return have === ask;
  }
}
