/** The words of a text as scripts compare them: in small letters, without accents and apostrophes. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word without the ending of a plural. */
export const stem = (word: string): string => (word.length > 3 ? word.replace(/e?s$/, '') : word);
