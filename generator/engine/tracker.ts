import { hasPart, isContainer, keysOf, memberOf, unread, type Container, type Reads } from './reads';
import { lentCollection, lentObject, type Looks } from './lent';

/** Lends out data, and notes what is read of it. */
export interface Tracker {
  /** The data, to be read. The same data is lent as the same object. */
  readonly lend: (value: unknown, reads: Reads) => unknown;
  /** What was made, with the data itself in place of what was lent; that it went into the result is noted. */
  readonly takeBack: (made: unknown) => unknown;
}

/** A tracker for one run of a stage. */
export function tracker(): Tracker {
  const lent = new Map<Container, object>();
  const behind = new Map<object, Container>();
  /** The notes about each value: one for each way on which the stage came to it. */
  const notes = new Map<Container, Reads[]>();
  const notesOf = (value: Container): readonly Reads[] => notes.get(value) ?? [];

  const lend: Tracker['lend'] = (value, reads) => {
    if (!isContainer(value)) return value;
    const known = lent.get(value);
    if (known) {
      addWay(notes.get(value), reads);
      return known;
    }
    notes.set(value, [reads]);
    const isCollection = value instanceof Map || value instanceof Set;
    const proxy = isCollection ? lentCollection(value, looksAt(value)) : lentObject(value, looksAt(value));
    lent.set(value, proxy);
    behind.set(proxy, value);
    return proxy;
  };

  const looksAt = (value: Container): Looks => ({
    part: (key) => {
      const found = memberOf(value, key);
      const known = notesOf(value)[0]?.parts.get(key) ?? unread(found);
      for (const reads of notesOf(value)) if (!reads.parts.has(key)) reads.parts.set(key, known);
      return lend(found, known);
    },
    has: (key) => {
      const there = hasPart(value, key);
      for (const reads of notesOf(value)) reads.has.set(key, there);
      return there;
    },
    keys: () => {
      const keys = keysOf(value);
      for (const reads of notesOf(value)) reads.keys = keys;
      return keys;
    },
  });

  const takeBack: Tracker['takeBack'] = (made) => {
    const seen = new Set<object>();
    const back = (one: unknown): unknown => {
      if (typeof one !== 'object' || one === null) return one;
      const value = behind.get(one);
      for (const reads of value ? notesOf(value) : []) reads.whole = true;
      if (value) return value;
      if (isContainer(one) && !lent.has(one) && !seen.has(one)) {
        seen.add(one);
        replaceParts(one, back);
      }
      return one;
    };
    return back(made);
  };

  return { lend, takeBack };
}

/** Two ways lead to the same value: what is read on either belongs to both. */
function addWay(ways: Reads[] | undefined, reads: Reads): void {
  const [first] = ways ?? [];
  if (!ways || !first || ways.includes(reads)) return;
  for (const [key, part] of first.parts) if (!reads.parts.has(key)) reads.parts.set(key, part);
  for (const [key, there] of first.has) reads.has.set(key, there);
  if (first.keys) reads.keys = first.keys;
  ways.push(reads);
}

/** Puts something else in place of the parts of a value that a stage has just made. */
function replaceParts(value: Container, by: (part: unknown) => unknown): void {
  if (value instanceof Map) for (const [key, part] of value as Map<unknown, unknown>) value.set(key, by(part));
  else if (!(value instanceof Set))
    for (const [key, part] of Object.entries(value)) {
      const real = by(part);
      if (real !== part) Reflect.set(value, key, real);
    }
}
