/** What was read of a value: enough to say whether reading another value would have shown the same. */
export interface Reads {
  /** The value itself. Data is never changed once it is made, so the same object shows the same. */
  value: unknown;
  /** By key: of objects and arrays their properties, of maps their entries. */
  readonly parts: Map<unknown, Reads>;
  /** Whether there is a part of that name, where only that was asked. */
  readonly has: Map<unknown, boolean>;
  /** All keys in their order, when they were listed. */
  keys?: readonly unknown[];
  /** Whether the value itself went into the result: then no other will do. */
  whole?: true;
}

/** Plain data that other data can stand in. Everything else is looked at as a whole. */
export type Container = Readonly<Record<PropertyKey, unknown>> | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>;

const PLAIN: ReadonlySet<unknown> = new Set([Object.prototype, Array.prototype, Map.prototype, Set.prototype, null]);

/** What is frozen cannot be watched. */
export const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' &&
  value !== null &&
  PLAIN.has(Object.getPrototypeOf(value)) &&
  (value instanceof Map || value instanceof Set || !Object.isFrozen(value));

export const memberOf = (value: Container, key: unknown): unknown =>
  value instanceof Map
    ? value.get(key)
    : value instanceof Set
      ? key
      : (value as Record<PropertyKey, unknown>)[key as PropertyKey];

export const hasPart = (value: Container, key: unknown): boolean =>
  value instanceof Map || value instanceof Set ? value.has(key) : Reflect.has(value, key as PropertyKey);

export const keysOf = (value: Container): readonly unknown[] =>
  value instanceof Map || value instanceof Set ? [...value.keys()] : Reflect.ownKeys(value);

/** Nothing read yet. */
export const unread = (value: unknown): Reads => ({ value, parts: new Map(), has: new Map() });

/** Whether what was read would be read of `now`, too. If so, `now` takes the place of what was read. */
export function stillHolds(reads: Reads, now: unknown): boolean {
  if (Object.is(reads.value, now)) return true;
  if (reads.whole) return false;
  if (!isContainer(now) || !isContainer(reads.value)) return sameBytes(reads.value, now);
  if (Object.getPrototypeOf(now) !== Object.getPrototypeOf(reads.value)) return false;
  if (reads.keys && !sameList(reads.keys, keysOf(now))) return false;
  for (const [key, there] of reads.has) if (hasPart(now, key) !== there) return false;
  for (const [key, part] of reads.parts) if (!stillHolds(part, memberOf(now, key))) return false;
  reads.value = now;
  return true;
}

const sameBytes = (a: unknown, b: unknown): boolean => Buffer.isBuffer(a) && Buffer.isBuffer(b) && a.equals(b);

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, i) => Object.is(one, b[i]));
