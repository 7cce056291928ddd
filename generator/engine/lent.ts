/** The looks that a stage may take at a value. */
export interface Looks {
  readonly part: (key: unknown) => unknown;
  readonly has: (key: unknown) => boolean;
  readonly keys: () => readonly unknown[];
}

/** An object or a list that takes every look through `looks`. */
export const lentObject = (value: object, looks: Looks): object =>
  new Proxy(value, {
    // What every object of its kind has, such as `map`, tells nothing of this one.
    get: (target, key, receiver): unknown =>
      Object.hasOwn(target, key) || !(key in target) ? looks.part(key) : Reflect.get(target, key, receiver),
    has: (_, key) => looks.has(key),
    ownKeys: () => looks.keys() as (string | symbol)[],
    getOwnPropertyDescriptor: (target, key) => {
      looks.has(key);
      const found = Reflect.getOwnPropertyDescriptor(target, key);
      return found && 'value' in found ? { ...found, value: looks.part(key) } : found;
    },
  });

/** A map or a set that takes every look at its entries through `looks`. */
export function lentCollection(
  value: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>,
  { part, has, keys }: Looks,
): object {
  const entries = () => keys().map((key): [unknown, unknown] => [key, part(key)]);
  const values = () => keys().map(part).values();
  const own = new Map<PropertyKey, unknown>(
    Object.entries({
      get: part,
      has,
      keys: () => keys().values(),
      values,
      entries: () => entries().values(),
      forEach: (each: (one: unknown, key: unknown) => void) => entries().forEach(([key, one]) => each(one, key)),
    }),
  );
  own.set(Symbol.iterator, value instanceof Map ? () => entries().values() : values);
  return new Proxy(value, {
    get: (target, key): unknown => (key === 'size' ? keys().length : (own.get(key) ?? Reflect.get(target, key))),
  });
}
