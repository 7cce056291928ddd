/** What a refusal says: the platform's own words, and its number when it has one (`4002` is a missing scope). */
export interface Said {
  readonly words: string;
  readonly code?: number;
}

/** The words and the number of an answer's body, in any of the shapes that the platform's services use, or as plain text. */
export function saidIn(text: string): Said {
  const parsed = parsedJson(text);
  if (parsed === undefined) return { words: text.replace(/<[^>]*>/g, ' ') };
  const code = codeIn(parsed);
  return { words: wordsIn(parsed) ?? text, ...(code === undefined ? {} : { code }) };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const WORDS = ['msg', 'message', 'errors', 'error', 'errmsg', 'reason', 'description'] as const;

function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return first(value, wordsIn);
  return first(
    WORDS.map((key) => member(value, key)),
    wordsIn,
  );
}

function codeIn(value: unknown): number | undefined {
  if (Array.isArray(value)) return first(value, codeIn);
  const own = member(value, 'code');
  if (typeof own === 'number' || (typeof own === 'string' && /^\d{3,6}$/.test(own))) return Number(own);
  return first([member(value, 'errors'), member(value, 'error')], codeIn);
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

/** The first of the values that `find` finds something in. */
function first<T>(values: readonly unknown[], find: (value: unknown) => T | undefined): T | undefined {
  for (const value of values) {
    const found = value === undefined ? undefined : find(value);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}
