import type { Nfa } from './nfa';

/** One of the characters that a pattern tells apart, for all that it does not tell from it. */
export interface Letter {
  readonly sample: string;
  /** Whether it is a letter, a digit or _: what \b goes by. */
  readonly isWord: boolean;
  /** Whether it can stand at each place of the pattern. */
  readonly fits: readonly boolean[];
}

/** Characters of many kinds, beside those that a pattern names itself. */
const SAMPLES = [
  ...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)),
  ...'\u00a0éßÉяЖ中אあ٣\u2028\u3000ſK²Ⅷ\u0301ﬁ€',
];

/** The letters of a pattern, without regard to capitals: the platform's matcher may have none. */
export function alphabetOf({ reads }: Nfa): readonly Letter[] {
  const tests = new Map(reads.map((source) => [source, new RegExp(`^(?:${source})$`, 'i')]));
  const named = [...new Set(reads.join(''))].flatMap((c) => neighbours(c.codePointAt(0) ?? 0));
  const letters = new Map<string, Letter>();
  for (const sample of new Set([...SAMPLES, ...named])) {
    const isWord = /\w/.test(sample);
    const verdicts = new Map([...tests].map(([source, test]) => [source, test.test(sample)]));
    const fits = reads.map((source) => verdicts.get(source) === true);
    const key = `${String(isWord)}${fits.map(Number).join('')}`;
    // A letter is read more easily than a control character.
    if (!letters.has(key) || /[a-z0-9]/.test(sample))
      letters.set(key, letters.get(key)?.sample === 'a' ? (letters.get(key) as Letter) : { sample, isWord, fits });
  }
  return [...letters.values()];
}

const neighbours = (code: number) =>
  [code - 1, code, code + 1].filter((c) => c >= 0 && c < 0xd800).map((c) => String.fromCodePoint(c));
