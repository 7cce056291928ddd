import { NLU_FUNCTION_WORDS } from '../nlu/weights';
import { foldText, tokenize } from '../nlu/tokens';
import type { FoundValue } from './found';

/** One option of a list: what is shown, what is kept, and other words for it. */
export interface Option {
  readonly title: string;
  readonly value: string;
  /** As in an export: `"word"` must be said exactly, `<word>` must be all that is said (documented). */
  readonly synonyms: readonly string[];
}

/** One option, or several that the words fit equally well. */
export type OptionChoice =
  | { readonly kind: 'one'; readonly found: FoundValue }
  | { readonly kind: 'several'; readonly options: readonly Option[] };

interface Hit extends FoundValue {
  readonly option: Option;
}

/**
 * The option that a text names: its title, value or synonym as whole words, the longest first. With `partly`, also words
 * that are a part of an option (documented); those that fit several options are ambiguous (observed in the vendor's
 * regression suite). Upper and lower case are the same.
 */
export function findOption(options: readonly Option[], text: string, partly: boolean): OptionChoice | undefined {
  const whole = wholeHits(options, text);
  const [best] = whole;
  if (best !== undefined) return { kind: 'one', found: best };
  if (!partly) return undefined;
  const fitting = partHits(options, text);
  const [only] = fitting;
  if (only === undefined) return undefined;
  if (fitting.length > 1) return { kind: 'several', options: fitting };
  return { kind: 'one', found: { value: only.value, start: 0, end: text.length } };
}

function wholeHits(options: readonly Option[], text: string): readonly Hit[] {
  const lower = text.toLowerCase();
  const hits = options.flatMap((option) =>
    phrasesOf(option).flatMap(({ phrase, alone }): Hit[] => {
      const start = phrase === '' ? -1 : wordIndex(lower, phrase.toLowerCase());
      if (start < 0 || (alone && foldText(text) !== foldText(phrase))) return [];
      return [{ option, value: option.value, start, end: start + phrase.length }];
    }),
  );
  return hits.sort((a, b) => b.end - b.start - (a.end - a.start));
}

const phrasesOf = ({ title, value, synonyms }: Option) => [
  { phrase: title, alone: false },
  { phrase: value, alone: false },
  ...synonyms.map((synonym) => ({ phrase: synonym.replace(/^[<"]+|[>"]+$/g, ''), alone: /^<.*>$/s.test(synonym) })),
];

/** The options that have most of the words that were said; words that no option has may be half of what was said. */
function partHits(options: readonly Option[], text: string): readonly Option[] {
  const said = wordsOf(text).filter((word) => !NLU_FUNCTION_WORDS.has(word));
  const listed = options.map((option) => ({ option, words: new Set(partsOf(option).flatMap(wordsOf)) }));
  const known = said.filter((word) => listed.some(({ words }) => words.has(word)));
  if (known.length === 0 || known.length * 2 < said.length) return [];
  return listed.filter(({ words }) => known.every((word) => words.has(word))).map(({ option }) => option);
}

/** A synonym in quotes or angle brackets does not match in part (documented). */
const partsOf = ({ title, value, synonyms }: Option): readonly string[] => [
  title,
  value,
  ...synonyms.filter((synonym) => !/^["<]/.test(synonym)),
];

const wordsOf = (text: string): readonly string[] =>
  tokenize(text)
    .map(({ norm }) => norm)
    .filter((norm) => norm !== '');

function wordIndex(text: string, phrase: string): number {
  const isWord = (c: string) => /[\p{L}\p{N}]/u.test(c);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const edge = (c: string, next: string) => c === '' || next === '' || !isWord(c) || !isWord(next);
    if (
      edge(text.charAt(at - 1), phrase.charAt(0)) &&
      edge(phrase.charAt(phrase.length - 1), text.charAt(at + phrase.length))
    )
      return at;
  }
  return -1;
}
