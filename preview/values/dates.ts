import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import { dayComesFirst } from '../inferred';
import type { Finder, FoundValue, ReadingContext } from './found';
import { plainWords } from './spoken-times';

/** A parser of one language; English has one with the day first and one with the month first. */
async function parserFor(language: string, dayFirst: boolean): Promise<Pick<Chrono, 'parse'>> {
  const chrono = await import('chrono-node');
  const { es, fr, de, pt, nl, it, ja, ru, uk, sv, fi } = chrono;
  const others: Readonly<Record<string, Pick<Chrono, 'parse'>>> = { es, fr, de, pt, nl, it, ja, ru, uk, sv, fi };
  return others[language.slice(0, 2)] ?? (dayFirst ? chrono.en.GB : chrono.en);
}

const zones = async () => (await import('moment-timezone')).default;

/** Reading dates takes longer than other values: nobody writes one in more text than this. */
const MOST_CHARACTERS = 300;

const NUMERIC = /\b(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\b/;

/** Dates and times in a text. Without a year, the one that is nearest to now is taken. */
async function read(text: string, { now, language, zone }: ReadingContext): Promise<readonly ParsedResult[]> {
  const parser = await parserFor(language, dayComesFirst(NUMERIC.exec(text)?.[2] ?? '-'));
  const here = { instant: new Date(now), timezone: (await zones()).tz(now, zone).utcOffset() };
  return parser.parse(await plainWords(text.slice(0, MOST_CHARACTERS), { now, language, zone }), here);
}

const says = (part: ParsedComponents, ...what: readonly Parameters<ParsedComponents['isCertain']>[0][]): boolean =>
  what.some((one) => part.isCertain(one));

const isDate = ({ start }: ParsedResult): boolean => says(start, 'day', 'weekday', 'month');
const isTime = ({ start }: ParsedResult): boolean => says(start, 'hour');

const two = (value: number | null): string => String(value ?? 0).padStart(2, '0');
const dayOf = (part: ParsedComponents): string =>
  `${String(part.get('year')).padStart(4, '0')}-${two(part.get('month'))}-${two(part.get('day'))}`;
const clockOf = (part: ParsedComponents): string =>
  `${two(part.get('hour'))}:${two(part.get('minute'))}:${two(part.get('second'))}`;

const place = ({ index, text }: ParsedResult) => ({ start: index, end: index + text.length });

/** `25-12-2026` has one reading, `05-03-2026` two. */
function doubtOf(text: string): Pick<FoundValue, 'doubt'> {
  const [written, first, separator = '', second] = NUMERIC.exec(text) ?? [];
  if (written === undefined || Number(first) > 12 || Number(second) > 12 || first === second) return {};
  const order = dayComesFirst(separator) ? 'the day first' : 'the month first';
  return { doubt: `"${written}" was read with ${order}; the platform may read it the other way round` };
}

/** `YYYY-MM-DD` (documented). */
export const date: Finder = async (text, reading) => {
  const found = (await read(text, reading)).find(isDate);
  return found && { value: dayOf(found.start), ...place(found), ...doubtOf(found.text) };
};

/** Two days, `{fromDate, toDate}`; a day alone begins and ends on it. The keys are inferred from the documented "from, to". */
export const period: Finder = async (text, reading) => {
  const [first, second] = (await read(text, reading)).filter(isDate);
  if (first === undefined) return undefined;
  const last = first.end ?? second?.start ?? first.start;
  const { end } = place(first.end === undefined ? (second ?? first) : first);
  return { value: { fromDate: dayOf(first.start), toDate: dayOf(last) }, start: first.index, end };
};

/** `T22:00:00+05:30`, with the user's zone (observed in the vendor's regression suite; documented). */
export const time: Finder = async (text, reading) => {
  const found = (await read(text, reading)).find(isTime);
  return found && { value: `T${clockOf(found.start)}${await zoneOn(found.start, reading)}`, ...place(found) };
};

/** `2017-10-10T18:00:00+05:30` (documented). A date alone is its midnight, a time alone is today's. */
export const datetime: Finder = async (text, reading) => {
  const results = await read(text, reading);
  const day = results.find(isDate);
  const at = results.find(isTime);
  const first = day ?? at;
  if (first === undefined) return undefined;
  const places = [first, at ?? first].map(place);
  const clock = at === undefined ? '00:00:00' : clockOf(at.start);
  return {
    value: `${dayOf(first.start)}T${clock}${await zoneOn(first.start, reading)}`,
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    ...doubtOf(first.text),
  };
};

/** The zone's offset on that day, as `+05:30`. */
const zoneOn = async (part: ParsedComponents, { zone }: ReadingContext): Promise<string> =>
  (await zones()).tz(`${dayOf(part)}T${clockOf(part)}`, zone).format('Z');
