import { date, datetime, period, time } from './dates';
import { firstMatch } from './found';
import type { Finder, FoundValue, ReadingContext } from './found';
import { findNumber, percentage } from './numbers';

const email = firstMatch(/[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/iu, ([text]) =>
  text.replace(/[.'-]+$/, ''),
);

const phone = firstMatch(/(?<![\p{L}\p{N}])\+?\(?\d[\d\s().-]{1,24}\d(?![\p{L}\p{N}])/iu, ([text]) => {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 3 && digits.length <= 12 ? (text.startsWith('+') ? `+${digits}` : digits) : undefined;
});

const FINDERS: Readonly<Record<string, Finder>> = {
  number: findNumber,
  percentage,
  email,
  phone_number: phone,
  date,
  time,
  datetime,
  dateperiod: period,
  zipcode: firstMatch(/(?<![\p{L}\p{N}])[a-z0-9]{2,4}[ -]?[a-z0-9]{3,4}(?![\p{L}\p{N}])/iu, ([text]) =>
    /\d/.test(text) ? text : undefined,
  ),
  url: firstMatch(/https?:\/\/[^\s<>"]{1,2000}|www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s<>"]{0,2000}/iu, ([text]) => text),
};

/** Finds a value of a typed entity anywhere in a text; undefined for types that take free text. */
export const findTyped = async (
  type: string,
  text: string,
  reading: ReadingContext,
): Promise<FoundValue | undefined> => (Object.hasOwn(FINDERS, type) ? FINDERS[type]?.(text, reading) : undefined);

export const isTyped = (type: string): boolean => Object.hasOwn(FINDERS, type);

/** A person's name in an answer: its longest run of up to three capitalised words, or an answer of one to three words. */
export function findName(answer: string): FoundValue | undefined {
  const runs = [...answer.matchAll(/\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}/gu)];
  const name = runs.sort((a, b) => b[0].length - a[0].length)[0];
  if (name !== undefined) return { value: name[0], start: name.index, end: name.index + name[0].length };
  const trimmed = answer.trim();
  const isName = /^\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}$/u.test(trimmed);
  return isName ? { value: trimmed, start: 0, end: answer.length } : undefined;
}
