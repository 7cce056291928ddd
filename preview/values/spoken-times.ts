import { findNumber } from './numbers';
import type { ReadingContext } from './found';

/** Ways to say a half of the day (documented: "Six in the evening"), and what a clock calls it. */
const HALVES: readonly (readonly [RegExp, 'am' | 'pm'])[] = [
  [/^ ?(?:o['’]?clock )?(?:in the|de la|por la) (?:morning|mañana)(?!\p{L})/iu, 'am'],
  [/^ ?(?:o['’]?clock )?(?:in the|at|de la|por la) (?:afternoon|evening|night|tarde|noche)(?!\p{L})/iu, 'pm'],
  [/^ ?(?:a\.m\.|am)(?!\p{L})/iu, 'am'],
  [/^ ?(?:p\.m\.|pm)(?!\p{L})/iu, 'pm'],
];

/**
 * Writes hours that are said in words as a clock shows them, `Six AM` as `6 am`, padded so that everything behind them
 * stays where it was.
 */
export async function plainWords(text: string, reading: ReadingContext): Promise<string> {
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = match[0];
    const after = match.index + word.length;
    const half = HALVES.map(([pattern, name]) => ({ said: pattern.exec(text.slice(after))?.[0], name })).find(
      ({ said }) => said !== undefined,
    );
    const hour = half && (await hourOf(word, reading));
    if (half?.said === undefined || hour === undefined) continue;
    const end = after + half.said.length;
    const plain = `${hour} ${half.name}`;
    return text.slice(0, match.index) + plain.padEnd(end - match.index) + text.slice(end);
  }
  return text;
}

async function hourOf(word: string, reading: ReadingContext): Promise<number | undefined> {
  const found = await findNumber(word, reading);
  if (typeof found?.value !== 'number' || found.end - found.start !== word.length) return undefined;
  return found.value >= 1 && found.value <= 12 ? found.value : undefined;
}
