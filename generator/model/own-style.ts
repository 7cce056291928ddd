import { styleKeys, type OwnStyle } from './languages';
import { dataAt } from './overlay';

/** What a file says in the tool's place; what is no text there (or, of the months, no list of twelve) is left out: a check says so. */
export function ownStyle(data: unknown): OwnStyle {
  const written = dataAt(data, ['sentences']);
  if (typeof written !== 'object' || written === null) return {};
  const right = Object.entries(written).filter(([key, value]) => styleKeys.includes(key) && isRight(key, value));
  return Object.fromEntries(right);
}

/** Whether a value is what a sentence is: a text, and twelve of them for the months. */
export const isRight = (key: string, value: unknown): boolean =>
  key === 'months'
    ? Array.isArray(value) && value.length === 12 && value.every((month) => typeof month === 'string')
    : typeof value === 'string' && value !== '';
