import { ownValue } from '../kore/own-value';

/**
 * Everything the player does that no public document or real export settles, and the numbers beside it. What is observed
 * or documented says so; every other name has a line in `README.md`.
 */

/** `lt` was never seen in an export; it is taken to mirror `gt`. `lte` was (XO 11). */
export type Operator = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'cnt' | 'dne' | '' | 'exists';

/** Nothing, and a text without anything to read, do not exist: real scripts reset an entity with `" "`. */
export const exists = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** Both numeric: as numbers. Otherwise as text, with upper and lower case distinct. */
export function compareOperands(left: unknown, op: string, right: string): boolean {
  switch (op as Operator) {
    case '':
    case 'exists':
      return exists(left);
    case 'dne':
      return !exists(left);
    case 'neq':
      return !same(left, right);
    case 'cnt':
      return Array.isArray(left)
        ? left.some((item) => same(item, right))
        : exists(left) && asText(left).includes(right);
    case 'eq':
      return same(left, right);
    default:
      return ordered(left, op, right);
  }
}

const same = (left: unknown, right: string): boolean => {
  const numbers = asNumbers(left, right);
  return numbers === undefined ? exists(left) && asText(left) === right : numbers[0] === numbers[1];
};

function ordered(left: unknown, op: string, right: string): boolean {
  const [a, b] = asNumbers(left, right) ?? [asText(left), right];
  if (!exists(left)) return false;
  if (op === 'gt') return a > b;
  if (op === 'gte') return a >= b;
  if (op === 'lt') return a < b;
  return op === 'lte' && a <= b;
}

const numeric = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : NaN;

const asNumbers = (left: unknown, right: string): readonly [number, number] | undefined => {
  const pair = [numeric(left), numeric(right)] as const;
  return pair.some(Number.isNaN) ? undefined : pair;
};

/**
 * What a placeholder or `print` makes of a value: text as it is, nothing becomes empty, objects become JSON. A list of plain
 * values is joined by commas, as JavaScript does (weakly observed: one case of the vendor's regression suite).
 */
export const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number}`;
};

/** `context` keys that outlive a dialog; all others belong to the dialog that wrote them. */
export const GLOBAL_KEYS = [
  'session',
  'currentLanguage',
  'suggestedLanguages',
  'history',
  'userInputs',
  'UserQuery',
  'bot',
  'botid',
  'onHoldTasks',
  'currentTags',
] as const;

/** History is kept this long, so that a long chat does not grow the context without end. */
export const HISTORY_LENGTH = 50;

/** "Max nodes per volley" exists on the platform; its number is not public. */
export const MAX_NODES_PER_TURN = 500;

/** How often one node is visited without user input; the next visit is one too many (observed in the vendor's regression suite). */
export const MAX_VISITS_PER_TURN = 9;

/** A confirmation node has no retry setting in exports; entity nodes have this one by default. */
export const DEFAULT_RETRIES = 5;

/** Exports write the limit as a number or as text; one that is neither is the default. */
export const limitOf = (written: unknown): number => {
  const limit = Number(written);
  return Number.isFinite(limit) && limit > 0 ? limit : DEFAULT_RETRIES;
};

/** Checked only when neither the entity nor an intent took the answer. */
export const DISCARD_COMMANDS: readonly string[] = ['cancel', 'discard', 'exit', 'discard all'];
export const DISCARD_ALL = 'discard all';

/** Asks for the list of tasks (documented); the words in other languages are not. */
export const HELP_COMMANDS: readonly string[] = ['help', 'ayuda'];

/** Yes and no in languages for which no list is documented, and what English speakers say besides the documented list. */
const OWN_YES: Readonly<Record<string, readonly string[]>> = {
  en: ['👍'],
  es: [
    'sí',
    'si',
    'claro',
    'por supuesto',
    'desde luego',
    '<vale',
    '<de acuerdo',
    '<correcto',
    '<adelante',
    '👍',
    'ok',
  ],
};
const OWN_NO: Readonly<Record<string, readonly string[]>> = {
  en: ['👎', '<absolutely not', '<certainly not', '<definitely not'],
  es: ['no', '<nunca', '<para nada', '<mejor no', '<claro que no', '<por supuesto que no', '👎'],
};
const ANYWHERE = { yes: ['yes', 'y', 'ok', 'ja', 'oui', 'si', 'sí', '👍'], no: ['no', 'n', 'nein', 'non', '👎'] };
export const ownYes = (language: string): readonly string[] => ownValue(OWN_YES, language.slice(0, 2)) ?? ANYWHERE.yes;
export const ownNo = (language: string): readonly string[] => ownValue(OWN_NO, language.slice(0, 2)) ?? ANYWHERE.no;

/** `reuseOptions`: "1" unused text of earlier utterances, "2" used text as well, "3" always ask. */
export const REUSE_USED = '2';
export const REUSE_NEVER = '3';

/** `promptOptions` with these values never ask, or ask once; every other value asks until the retries are used up. */
export const HIDDEN = 'hidden';
export const OPTIONAL = 'optional';

/** Entity types whose value is whatever the user answers; they are never searched for in what was said before. */
export const FREE_TEXT: readonly string[] = [
  'label',
  'string',
  'description',
  'address',
  'city',
  'company_name',
  'attachment',
];

/** How often the same words may be asked about: more than this many UTF-16 units of input are cut. */
export const MAX_INPUT = 3000;

/** A number of more digits than JavaScript keeps exactly stays text. */
export const exactNumber = (digits: string): number | string => {
  const value = Number(digits);
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : digits;
};

/** `25-12-2026` and `25.12.2026` have the day first, `12/25/2026` the month: an answer that fits only the other is read so. */
export const dayComesFirst = (separator: string): boolean => separator !== '/';

/** A place has coordinates on the platform; the player knows no places. */
export const locationOf = (said: string): { readonly formatted_address: string } => ({ formatted_address: said });

/** Dialogs that the platform puts into every bot, by their names in small letters: no person knows what they are. */
export const NEVER_OFFERED: readonly string[] = ['welcome task', 'fallback task'];

const SAY = {
  en: {
    didYouMean: 'Did you mean one of these?',
    yes: 'Yes',
    no: 'No',
    ambiguous: 'That could be more than one of these. Which one do you mean?',
    retriesUsed: 'I could not get what I need to go on, so this task ends here.',
    loopLimit: 'This task goes round in circles, so it ends here.',
    discarded: 'The task is discarded.',
    allDiscarded: 'All tasks are discarded.',
    tasks: 'Here is what I can do:',
  },
  es: {
    didYouMean: '¿Se refiere a alguna de estas opciones?',
    yes: 'Sí',
    no: 'No',
    ambiguous: 'Puede ser más de una de estas opciones. ¿A cuál se refiere?',
    retriesUsed: 'No he obtenido lo que necesito para continuar; la tarea termina aquí.',
    loopLimit: 'Esta tarea no avanza y termina aquí.',
    discarded: 'La tarea queda descartada.',
    allDiscarded: 'Todas las tareas quedan descartadas.',
    tasks: 'Esto es lo que puedo hacer:',
  },
} as const;

/** The player's own words in a language, else in English; on the platform these are standard responses. */
export const sayIn = (language: string): (typeof SAY)['en' | 'es'] => (/^es\b/i.test(language) ? SAY.es : SAY.en);

/** Where a form would open: the player asks its fields one after the other instead. */
export const placeholderLink = '#form';

/** A service that neither node nor component gives a time waits this long (documented default), in seconds. */
export const SERVICE_TIMEOUT_S = 20;

/** What `context.<service>.response` holds when there was no answer and the node says to go on. */
export const noResponse = (reason: string) => ({ statusCode: 0, body: undefined, headers: {}, error: reason });

/**
 * `contextMap` of a dialog call is JSON text that maps places in the called dialog's context to expressions of the caller
 * (the pre-assignments of the builder), as one vendor sample uses it. Anything else gives nothing.
 */
export function assignments(contextMap: unknown): readonly { readonly target: string; readonly value: string }[] {
  if (typeof contextMap !== 'string') return [];
  try {
    const read: unknown = JSON.parse(contextMap);
    if (typeof read !== 'object' || read === null) return [];
    return Object.entries(read).flatMap(([target, value]) =>
      typeof value === 'string' && value !== '' ? [{ target, value }] : [],
    );
  } catch {
    return [];
  }
}
