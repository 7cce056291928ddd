import { exactNumber } from '../inferred';
import { anyOf, firstMatch } from './found';
import type { FoundValue, ReadingContext } from './found';

/** Digits, with or without thousands separators; digits that touch a letter or a mail address are none. */
const digits = anyOf(
  firstMatch(/(?<![\p{L}\p{N}.,-])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])/iu, ([text]) =>
    exactNumber(text.replaceAll(',', '')),
  ),
  firstMatch(/(?<![\p{L}\p{N}.-])-?\d{1,18}(?:\.\d{1,6})?(?![\p{L}\p{N}@-]|\.\d)/iu, ([text]) => exactNumber(text)),
);

/** Looking for number words takes more than linear time, so that only the beginning of a text is searched. */
const MOST_CHARACTERS = 200;

const CULTURES: Readonly<Record<string, string>> = {
  en: 'en-us',
  es: 'es-es',
  fr: 'fr-fr',
  de: 'de-de',
  pt: 'pt-br',
  zh: 'zh-cn',
  ja: 'ja-jp',
};

/**
 * Numbers that are written with letters, whole or in part: `twenty five`, `1M`, `two million` (documented). Words that
 * follow each other are one number: `one two three` is 123 (documented).
 */
async function words(text: string, { language }: ReadingContext): Promise<FoundValue | undefined> {
  const start = text.slice(0, MOST_CHARACTERS);
  if (!/\p{L}/u.test(start)) return undefined;
  const { default: recognizers } = await import('@microsoft/recognizers-text-number');
  const found = recognizers
    .recognizeNumber(start, CULTURES[language.slice(0, 2)] ?? 'en-us')
    .map((result) => ({ text: result.text, start: result.start, end: result.end + 1, value: valueOf(result) }))
    .filter((one) => /\p{L}/u.test(one.text) && standsAlone(text, one));
  const [first] = found;
  if (first === undefined) return undefined;
  const run = [first];
  for (const next of found.slice(1)) {
    if (text.slice(run.at(-1)?.end, next.start).trim() !== '' || /\d/.test(next.text)) break;
    run.push(next);
  }
  return { value: joined(run), start: first.start, end: run.at(-1)?.end ?? first.end };
}

const valueOf = ({ resolution }: { readonly resolution: { readonly [key: string]: unknown } }): number =>
  Number(resolution['value']);

const joined = (run: readonly { readonly text: string; readonly value: number }[]): unknown => {
  const [first] = run;
  const whole = run.every(({ text, value }) => Number.isSafeInteger(value) && value >= 0 && !/\d/.test(text));
  return run.length > 1 && whole ? exactNumber(run.map(({ value }) => value).join('')) : first?.value;
};

const standsAlone = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}@]/u.test(text.charAt(end));

/** A number in digits, else in words. `2 million` is longer than its `2` and wins. */
export async function findNumber(text: string, reading: ReadingContext): Promise<FoundValue | undefined> {
  const written = digits(text);
  const inWords = await words(text, reading);
  if (written === undefined || inWords === undefined) return written ?? inWords;
  return inWords.start <= written.start && covers(inWords, written) ? inWords : written;
}

const covers = (a: FoundValue, b: FoundValue): boolean => a.end >= b.end && a.start <= b.start;

/** A share of the whole as a number from 0 to 1 (documented): `60 %`, `sixty percent`. */
export async function percentage(text: string, reading: ReadingContext): Promise<FoundValue | undefined> {
  const found = await findNumber(text, reading);
  const sign = found && /^\s*(?:%|percent\b|percentage\b|por ciento\b)/iu.exec(text.slice(found.end));
  if (found === undefined || sign === null || sign === undefined || typeof found.value !== 'number') return undefined;
  return { value: found.value / 100, start: found.start, end: found.end + sign[0].length };
}
