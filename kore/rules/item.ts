/**
 * A JSON object and where it stands. Rules read exports through these functions only: a key that is missing or holds
 * another type reads as absent, so a rule cannot throw on odd input. What is odd, the schema says.
 */
export interface Item {
  /** JSON Pointer (RFC 6901) from the `KoreBot`: `/definition/dialogs/0`. */
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A text and where it stands. */
export interface Text {
  readonly at: string;
  readonly text: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (item: Item, key: string): unknown => (Object.hasOwn(item.value, key) ? item.value[key] : undefined);

/** The pointer of a key of an item. */
export const at = (item: Item, key: string): string =>
  `${item.at}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;

/** Any JSON value as an item; what is no object reads as an empty one. */
export const itemOf = (value: unknown, where: string): Item => ({ at: where, value: isObject(value) ? value : {} });

/** The object under a key, or an empty one. */
export const child = (item: Item, key: string): Item => itemOf(own(item, key), at(item, key));

/** The objects of the list under a key, in order. */
export function items(item: Item, key: string): readonly Item[] {
  const list = own(item, key);
  const found: Item[] = [];
  if (!Array.isArray(list)) return found;
  const where = at(item, key);
  list.forEach((value: unknown, i) => {
    if (isObject(value)) found.push({ at: `${where}/${i}`, value });
  });
  return found;
}

/** The objects of the map under a key, with their names. */
export function entries(item: Item, key: string): readonly (readonly [string, Item])[] {
  const map = child(item, key);
  return Object.entries(map.value).flatMap(([name, value]) =>
    isObject(value) ? [[name, { at: at(map, name), value }] as const] : [],
  );
}

/** The text under a key. */
export function text(item: Item, key: string): string | undefined {
  const value = own(item, key);
  return typeof value === 'string' ? value : undefined;
}

/** The number under a key. */
export function number(item: Item, key: string): number | undefined {
  const value = own(item, key);
  return typeof value === 'number' ? value : undefined;
}

/** Whether a key is there at all. */
export const has = (item: Item, key: string): boolean => Object.hasOwn(item.value, key);

/** The texts of the list under a key, in order. */
export function texts(item: Item, key: string): readonly Text[] {
  const list = own(item, key);
  const found: Text[] = [];
  if (!Array.isArray(list)) return found;
  const where = at(item, key);
  list.forEach((value: unknown, i) => {
    if (typeof value === 'string') found.push({ at: `${where}/${i}`, text: value });
  });
  return found;
}

/** Items by the text under a key; the first one wins. */
export function by(key: string, list: readonly Item[]): ReadonlyMap<string, Item> {
  const map = new Map<string, Item>();
  for (const item of list) {
    const name = text(item, key);
    if (name !== undefined && !map.has(name)) map.set(name, item);
  }
  return map;
}
