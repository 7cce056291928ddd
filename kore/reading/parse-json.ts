import { ExportError, reasonOf } from './export-error';
import type { Notes, ValuePlace } from './notes';

/** Below this many levels nothing of an export is read: real ones have about a dozen, and what walks them is recursive. */
export const MAX_JSON_DEPTH = 200;
/** A file of more values than this is not parsed: a real one of 5 MB has some 200,000, and each takes memory. */
export const MAX_VALUES = 1_500_000;

/**
 * The JSON in a file. What is nested deeper than `MAX_DEPTH` becomes `null` and a note. Throws an `ExportError` when it
 * is not UTF-8, not JSON, or has more than `MAX_VALUES` values.
 */
export function parseJson(bytes: Buffer, name: string, notes: Notes): unknown {
  const { values, depth } = measure(bytes);
  if (values > MAX_VALUES)
    throw new ExportError('too-large', `${name} holds more than ${MAX_VALUES} values, more than any real export`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ExportError('not-utf8', `${name} is not UTF-8 text`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new ExportError('bad-json', `${name} is not JSON: ${reasonOf(error)}`);
  }
  if (depth > MAX_JSON_DEPTH) prune(parsed as object, notes);
  return parsed;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** How many values a JSON text holds at most, and how deep they are nested, without making any of them. */
function measure(bytes: Buffer): { readonly values: number; readonly depth: number } {
  let [values, level, depth] = [1, 0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) i = endOfString(bytes, i + 1);
    else if (byte === COMMA) values += 1;
    else if (OPEN.has(byte)) {
      values += 1;
      level += 1;
      if (level > depth) depth = level;
    } else if (CLOSE.has(byte)) level -= 1;
  }
  return { values, depth };
}

function endOfString(bytes: Buffer, from: number): number {
  let i = from;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}

type Holder = Record<string | number, unknown>;

/** Cuts off what is too deep, without recursion. */
function prune(root: object, notes: Notes): void {
  const open: { readonly value: object; readonly place: ValuePlace | undefined; readonly depth: number }[] = [
    { value: root, place: undefined, depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const holder = next.value as Holder;
    for (const key of Object.keys(holder)) {
      const value = holder[key];
      if (typeof value !== 'object' || value === null) continue;
      const place = { ...(next.place && { up: next.place }), key };
      if (next.depth < MAX_JSON_DEPTH) open.push({ value, place, depth: next.depth + 1 });
      else {
        notes.add(place, `nested deeper than ${MAX_JSON_DEPTH} levels; left out`);
        Object.defineProperty(holder, key, { value: null, writable: true, enumerable: true, configurable: true });
      }
    }
  }
}
