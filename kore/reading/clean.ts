import { isRecord } from '../record';
import type { Notes, ValuePlace } from './notes';

/** Reads one value: what is sound of it, or undefined when nothing is. Whatever was odd is noted. */
export type Clean = (value: unknown, place: ValuePlace | undefined, notes: Notes) => unknown;

/** How a record holds a value under a key, and what becomes of the record without it. */
export interface RecordField {
  readonly clean: Clean;
  /** Without it the record is left out, with a note. */
  readonly needed?: true;
  /** What stands in for it; `said` in a note unless that is how real exports leave it out. */
  readonly otherwise?: (record: Record<string, unknown>) => unknown;
  readonly said?: true;
}

/** Without it the record is left out. */
export const must = (clean: Clean): RecordField => ({ clean, needed: true });

/** It may be absent or `null`; one that is wrong is passed over. */
export const may = (clean: Clean): RecordField => ({ clean });

/** When it is absent, something stands in for it without a word. */
export const or = (clean: Clean, otherwise: (record: Record<string, unknown>) => unknown): RecordField => ({
  clean,
  otherwise,
});

/** When it is absent, something stands in for it, and a note says that it is missing. */
export const orSay = (clean: Clean, otherwise: (record: Record<string, unknown>) => unknown): RecordField => ({
  clean,
  otherwise,
  said: true,
});

/** What a value is, for a note. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value === '' ? 'empty text' : 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const wrong = (value: unknown, wanted: string, place: ValuePlace | undefined, notes: Notes): undefined =>
  void notes.add(place, `${kindOf(value)} where ${wanted} belongs; left out`);

/** Text; a number or a truth value is read as its text. */
export const cleanText: Clean = (value, place, notes) => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' && typeof value !== 'boolean') return wrong(value, 'text', place, notes);
  notes.add(place, `${kindOf(value)} where text belongs; read as text`);
  return String(value);
};

/** Text that names something: never empty. */
export const id: Clean = (value, place, notes) =>
  value === '' ? wrong(value, 'an id', place, notes) : cleanText(value, place, notes);

/** A number; real exports write some as text (retry limits). */
export const cleanNumber: Clean = (value, place, notes) => {
  if (typeof value === 'number') return value;
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isFinite(read) ? read : wrong(value, 'a number', place, notes);
};

export const boolean: Clean = (value, place, notes) =>
  typeof value === 'boolean' ? value : wrong(value, 'true or false', place, notes);

/** Any object, as it is. */
export const object: Clean = (value, place, notes) =>
  isRecord(value) ? value : wrong(value, 'an object', place, notes);

/** A list without its odd members; the very same one when there are none. */
export const listOf =
  (member: Clean): Clean =>
  (value, place, notes) => {
    if (!Array.isArray(value)) return wrong(value, 'a list', place, notes);
    const held = value as readonly unknown[];
    const read = held.map((v, key) => member(v, below(place, key), notes));
    return read.every((v, i) => v === held[i]) ? held : read.filter((v) => v !== undefined);
  };

/** An object whose values are all alike, without the odd ones. */
export const mapOf =
  (member: Clean): Clean =>
  (value, place, notes) => {
    if (!isRecord(value)) return wrong(value, 'an object', place, notes);
    const read = Object.entries(value).map(([key, v]) => [key, member(v, below(place, key), notes)] as const);
    if (read.every(([key, v]) => v === value[key])) return value;
    return Object.fromEntries(read.filter(([, v]) => v !== undefined));
  };

/** An object with known fields. All other keys stay as they are; `what` names it in notes. */
export const record = (what: string, fields: Readonly<Record<string, RecordField>>): Clean => {
  const known = Object.entries(fields);
  return (value, place, notes) => {
    if (!isRecord(value)) return wrong(value, what, place, notes);
    const changed = new Map<string, unknown>();
    for (const [key, field] of known) {
      const held = Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
      const read = held === undefined ? undefined : field.clean(held, below(place, key), notes);
      if (read === undefined && field.needed) return void notes.add(place, `${what} without ${key}; left out`);
      const next = read ?? standIn(field, value, () => notes.add(place, `${what} without ${key}`));
      if (next !== value[key]) changed.set(key, next);
    }
    return changed.size === 0 ? value : patched(value, changed);
  };
};

function standIn(field: RecordField, record: Record<string, unknown>, say: () => void): unknown {
  if (field.said) say();
  return field.otherwise?.(record);
}

function patched(value: Record<string, unknown>, changed: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const held = Object.entries(value).map(([key, v]) => [key, changed.has(key) ? changed.get(key) : v] as const);
  const added = [...changed].filter(([key]) => !Object.hasOwn(value, key));
  return Object.fromEntries([...held, ...added].filter(([, v]) => v !== undefined));
}

/** The place of a member. */
export const below = (place: ValuePlace | undefined, key: string | number): ValuePlace =>
  place === undefined ? { key } : { up: place, key };
