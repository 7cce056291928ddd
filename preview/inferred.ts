/**
 * Everything the player does that no public document or real export settles. Each name here has a line in `README.md`;
 * the rest of the player follows documented or observed behaviour.
 */

/** `lt` and `lte` were never seen in an export; they are taken to mirror `gt` and `gte`. */
export type Operator = 'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'cnt' | 'dne' | '' | 'exists';

/** Nothing, and the empty text, do not exist. */
export const exists = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

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

/** What a placeholder or `print` makes of a value: text as it is, nothing becomes empty, objects become JSON. */
export const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
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
] as const;

/** History is kept this long, so that a long chat does not grow the context without end. */
export const HISTORY_LENGTH = 50;

/** "Max nodes per volley" exists on the platform; its number is not public. */
export const MAX_NODES_PER_TURN = 500;

/** A confirmation node has no retry setting in exports; entity nodes have this one by default. */
export const DEFAULT_RETRIES = 5;

/** Exports write the limit as a number or as text; one that is neither is the default. */
export const limitOf = (written: unknown): number => {
  const limit = Number(written);
  return Number.isFinite(limit) && limit > 0 ? limit : DEFAULT_RETRIES;
};

/** Checked only when neither the entity nor an intent took the answer. */
export const DISCARD_COMMANDS: readonly string[] = ['cancel', 'discard', 'exit', 'discard all'];

/** Answers to a confirmation, besides the synonyms of its component. */
export const YES: readonly string[] = ['yes', 'y', 'yeah', 'yep', 'yup', 'sure', 'ok', 'okay', 'ja', 'oui', 'si', 'sí'];
export const NO: readonly string[] = ['no', 'n', 'nope', 'nah', 'no thanks', 'nein', 'non'];

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
  'location',
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

/** Number words the player understands ("words understood" is documented, the list is not). */
export const NUMBER_WORDS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** How alike an utterance and a training sentence must be (0 to 1): to be taken, and to be offered. */
export const NLU_TAKE = 0.6;
export const NLU_LEAD = 0.1;
export const NLU_OFFER = 0.4;
export const NLU_OFFERS = 3;

/** English words that say little about what is wanted count a tenth. */
export const NLU_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an the is are am was be do does did can could will would what which who where when how of for to in on at by with from and or i me my we our you your it its this that there please'.split(
    ' ',
  ),
);

/** How much a word no training sentence knows counts against a sentence with a slot. */
export const NLU_SLOT_SHARE = 0.25;

/** Dialogs that the platform puts into every bot, by their names in small letters: no person knows what they are. */
export const NEVER_OFFERED: readonly string[] = ['welcome task', 'fallback task'];

const SAY = {
  en: { didYouMean: 'Did you mean one of these?', yes: 'Yes', no: 'No' },
  es: { didYouMean: '¿Se refiere a alguna de estas opciones?', yes: 'Sí', no: 'No' },
} as const;

/** The player's own words in a language, else in English; on the platform these are standard responses. */
export const sayIn = (language: string): (typeof SAY)[keyof typeof SAY] => (/^es\b/i.test(language) ? SAY.es : SAY.en);

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
