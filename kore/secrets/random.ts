/** A word that could be a key: long, of the signs of base64 or hexadecimal. No key is longer than a few thousand signs. */
const WORD = /(?<![\w+/=~.%-])[A-Za-z0-9+/_-]{24,4096}={0,2}(?![\w+/=~.%-])/g;
/** Identifiers that are made by chance and are no secret. */
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const HEX = /^[0-9a-f]+$/i;

/** Bits per sign: keys in base64 have more than 4, in hexadecimal more than 3; names and sentences stay below. */
const LEAST_BITS = { hex: 3, mixed: 3.8 } as const;
/** A word in a name such as `getOrder_2026` or `/v1/medicalCondition`; what chance makes falls into many more of them. */
const PIECES = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;
const LONGEST_PIECE = 3;

/** Where a text holds what only chance can have made: long, mixed, and of high entropy. */
export const randomStretches = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    isRandom(word) ? [{ start: index, end: index + word.length }] : [],
  );

function isRandom(word: string): boolean {
  const bare = word.replace(UUID, '').replace(/=+$/, '');
  if (bare.length < 24) return false;
  // Many keys begin with a word that says whose they are.
  const key = bare.replace(/^[A-Za-z]{1,12}[_-]/, '');
  if (HEX.test(key)) return key.length >= 32 && /\d/.test(key) && /[a-f]/i.test(key) && entropy(key) >= LEAST_BITS.hex;
  const isMixed = /\d/.test(bare) && /[a-z]/.test(bare) && /[A-Z]/.test(bare);
  const pieces = bare.match(PIECES)?.length ?? 1;
  return isMixed && bare.length / pieces < LONGEST_PIECE && entropy(bare) >= LEAST_BITS.mixed;
}

/** Shannon's entropy of a text, in bits per sign. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
