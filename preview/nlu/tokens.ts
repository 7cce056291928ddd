/** One word of an utterance: how it compares, and where it stands in the text. */
export interface Token {
  /** Lower case, without accents and without punctuation at its ends; empty for pure punctuation. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

const ACCENTS = /\p{M}+/gu;

/** Words, compared without case, accents, apostrophes and punctuation. */
export const foldText = (word: string): string =>
  word.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(/['’]/g, '').replace(EDGE, '');

/** Cuts a text at white space. */
export const tokenize = (text: string): readonly Token[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    norm: foldText(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

/** The whole text as one key: equal keys are the same utterance. */
export const utteranceKey = (text: string): string =>
  tokenize(text)
    .map((token) => token.norm)
    .filter((norm) => norm !== '')
    .join(' ');
