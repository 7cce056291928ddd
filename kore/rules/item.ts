/**
 * A JSON object and where it stands. Rules read exports through these functions only: a key that is missing or holds
 * another type reads as absent, so a rule cannot throw on odd input. What is odd, the schema says.
 */
export interface FormatItem {
  /** JSON Pointer (RFC 6901) from the `KoreBot`: `/definition/dialogs/0`. */
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A text and where it stands. */
export interface ItemText {
  readonly at: string;
  readonly text: string;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (item: FormatItem, key: string): unknown => (Object.hasOwn(item.value, key) ? item.value[key] : undefined);

/** The pointer of a key of an item. */
export const at = (item: FormatItem, key: string): string =>
  `${item.at}/${/[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key}`;

/** Any JSON value as an item; what is no object reads as an empty one. */
export const itemOf = (value: unknown, where: string): FormatItem => ({
  at: where,
  value: isObject(value) ? value : {},
});

/** The object under a key, or an empty one. */
export const child = (item: FormatItem, key: string): FormatItem => itemOf(own(item, key), at(item, key));

/** The objects of the list under a key, in order. */
export function items(item: FormatItem, key: string): readonly FormatItem[] {
  const list = own(item, key);
  const found: FormatItem[] = [];
  if (!Array.isArray(list)) return found;
  const where = at(item, key);
  list.forEach((value: unknown, i) => {
    if (isObject(value)) found.push({ at: `${where}/${i}`, value });
  });
  return found;
}

/** The objects of the map under a key, with their names. */
export function entries(item: FormatItem, key: string): readonly (readonly [string, FormatItem])[] {
  const map = child(item, key);
  return Object.entries(map.value).flatMap(([name, value]) =>
    isObject(value) ? [[name, { at: at(map, name), value }] as const] : [],
  );
}

/** The text under a key. */
export function textAt(item: FormatItem, key: string): string | undefined {
  const value = own(item, key);
  return typeof value === 'string' ? value : undefined;
}

/** The number under a key. */
export function numberAt(item: FormatItem, key: string): number | undefined {
  const value = own(item, key);
  return typeof value === 'number' ? value : undefined;
}

/** Whether a key is there at all. */
export const has = (item: FormatItem, key: string): boolean => Object.hasOwn(item.value, key);

/** The texts of the list under a key, in order. */
export function textsIn(item: FormatItem, key: string): readonly ItemText[] {
  const list = own(item, key);
  const found: ItemText[] = [];
  if (!Array.isArray(list)) return found;
  const where = at(item, key);
  list.forEach((value: unknown, i) => {
    if (typeof value === 'string') found.push({ at: `${where}/${i}`, text: value });
  });
  return found;
}

/** Items by the text under a key; the first one wins. */
export function indexBy(key: string, list: readonly FormatItem[]): ReadonlyMap<string, FormatItem> {
  const map = new Map<string, FormatItem>();
  for (const item of list) {
    const name = textAt(item, key);
    if (name !== undefined && !map.has(name)) map.set(name, item);
  }
  return map;
}
