import moment from 'moment';
import { exactNumber, NUMBER_WORDS } from './inferred';

/** A value found in a text, and where. */
export interface Found {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

type Finder = (text: string, now: number) => Found | undefined;

const by =
  (pattern: RegExp, value: (match: RegExpExecArray, now: number) => unknown): Finder =>
  (text, now) => {
    for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const found = value(match, now);
      if (found !== undefined) return { value: found, start: match.index, end: match.index + match[0].length };
    }
    return undefined;
  };

const anyOf =
  (...finders: readonly Finder[]): Finder =>
  (text, now) =>
    finders.map((find) => find(text, now)).find((found) => found !== undefined);

const number = anyOf(
  by(/(?<![\p{L}\p{N}.,-])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])/iu, ([text]) =>
    exactNumber(text.replaceAll(',', '')),
  ),
  by(/(?<![\p{L}\p{N}.-])-?\d{1,18}(?:\.\d{1,6})?(?![\p{L}\p{N}@-]|\.\d)/iu, ([text]) => exactNumber(text)),
  by(new RegExp(`(?<![\\p{L}\\p{N}])(?:${NUMBER_WORDS.join('|')})(?![\\p{L}\\p{N}])`, 'iu'), ([word]) =>
    NUMBER_WORDS.indexOf(word.toLowerCase()),
  ),
);

const email = by(/[a-z0-9._%+'-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/iu, ([text]) =>
  text.replace(/[.'-]+$/, ''),
);

const phone = by(/(?<![\p{L}\p{N}])\+?\(?\d[\d\s().-]{1,24}\d(?![\p{L}\p{N}])/iu, ([text]) => {
  const digits = text.replace(/\D/g, '');
  return digits.length >= 3 && digits.length <= 12 ? (text.startsWith('+') ? `+${digits}` : digits) : undefined;
});

const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'MM-DD-YYYY',
  'MM/DD/YYYY',
  'D MMMM YYYY',
  'D MMM YYYY',
  'MMMM D YYYY',
  'MMM D YYYY',
  'D MMMM',
  'D MMM',
  'MMMM D',
  'MMM D',
  'DD/MM',
];
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';

const toDate = (text: string, now: number): string | undefined => {
  const day = { today: 0, tomorrow: 1, yesterday: -1 }[text.toLowerCase()];
  if (day !== undefined) return moment(now).add(day, 'days').format('YYYY-MM-DD');
  const plain = text
    .replace(/,/g, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\s+/g, ' ');
  const read = moment(plain, DATE_FORMATS, true);
  if (!read.isValid()) return undefined;
  return /\d{4}/.test(plain) ? read.format('YYYY-MM-DD') : read.year(moment(now).year()).format('YYYY-MM-DD');
};

const date = by(
  new RegExp(
    `\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}|\\d{1,2}/\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\b(?:today|tomorrow|yesterday)\\b`,
    'iu',
  ),
  ([text], now) => toDate(text, now),
);

const time = by(/(?<![\d:])(\d{1,2})(?::(\d{2}))?(?::\d{2})?\s?(am|pm)?(?![\d:])/iu, ([, hours, minutes, half]) => {
  if (minutes === undefined && half === undefined) return undefined;
  const shift = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + shift;
  return hour > 23 || Number(minutes ?? 0) > 59 ? undefined : `${String(hour).padStart(2, '0')}:${minutes ?? '00'}:00`;
});

const datetime: Finder = (text, now) => {
  const day = date(text, now);
  const at = time(text, now);
  if (day === undefined && at === undefined) return undefined;
  const spans = [day, at].filter((found) => found !== undefined);
  const on = typeof day?.value === 'string' ? day.value : moment(now).format('YYYY-MM-DD');
  return {
    value: `${on}T${typeof at?.value === 'string' ? at.value : '00:00:00'}`,
    start: Math.min(...spans.map((s) => s.start)),
    end: Math.max(...spans.map((s) => s.end)),
  };
};

const FINDERS: Readonly<Record<string, Finder>> = {
  number,
  email,
  phone_number: phone,
  date,
  time,
  datetime,
  zipcode: by(/(?<![\p{L}\p{N}])[a-z0-9]{2,4}[ -]?[a-z0-9]{3,4}(?![\p{L}\p{N}])/iu, ([text]) =>
    /\d/.test(text) ? text : undefined,
  ),
  url: by(/https?:\/\/[^\s<>"]{1,2000}/iu, ([text]) => text),
};

/** Finds a value of a typed entity anywhere in a text; undefined for types that take free text. */
export const findTyped = (type: string, text: string, now: number): Found | undefined =>
  Object.hasOwn(FINDERS, type) ? FINDERS[type]?.(text, now) : undefined;

export const isTyped = (type: string): boolean => Object.hasOwn(FINDERS, type);

/** A person's name in an answer: its longest run of up to three capitalised words, or an answer of one to three words. */
export function findName(answer: string): Found | undefined {
  const runs = [...answer.matchAll(/\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,2}/gu)];
  const name = runs.sort((a, b) => b[0].length - a[0].length)[0];
  if (name !== undefined) return { value: name[0], start: name.index, end: name.index + name[0].length };
  const trimmed = answer.trim();
  const isName = /^\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}$/u.test(trimmed);
  return isName ? { value: trimmed, start: 0, end: answer.length } : undefined;
}

/** One option of a list: what is shown, what is kept, and other words for it. */
export interface Option {
  readonly title: string;
  readonly value: string;
  readonly synonyms: readonly string[];
}

/** The option whose title, value or synonym stands in the text as whole words; the longest wins. */
export function findOption(options: readonly Option[], text: string): Found | undefined {
  let best: Found | undefined;
  for (const { title, value, synonyms } of options) {
    for (const phrase of [title, value, ...synonyms.map((s) => s.replace(/^[<"]+|[>"]+$/g, ''))]) {
      const start = phrase === '' ? -1 : wordIndex(text.toLowerCase(), phrase.toLowerCase());
      if (start >= 0 && phrase.length > (best === undefined ? 0 : best.end - best.start))
        best = { value, start, end: start + phrase.length };
    }
  }
  return best;
}

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
