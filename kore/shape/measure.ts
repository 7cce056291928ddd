import { exportObjects, type JsonObject, type ExportObject } from './kinds';

/** Which keys the objects of a kind have, counted over real exports. */
export interface KindFacts {
  readonly objects: number;
  readonly exports: number;
  /** Keys that every one of them has, parted by blanks. */
  readonly always: string;
  /** How many of them have which other key. A key that stands in neither was never seen. */
  readonly sometimes?: Readonly<Record<string, number>>;
  /** Keys whose few values are known: all that were seen. */
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
}

interface Count {
  objects: number;
  readonly exports: Set<number>;
  readonly keys: Map<string, number>;
  readonly values: Map<string, Set<string>>;
}

/** Fewer objects than this say too little about the values of a key. */
const ENOUGH = 5;
/** More values than this are not what the platform writes but what people chose. */
const FEW = 2;

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || JSON.stringify(value).length < 60;

/** Counts the keys of exports, kind by kind. */
export function measure(
  exports: readonly { readonly definition: JsonObject; readonly config: JsonObject }[],
): Readonly<Record<string, KindFacts>> {
  const counts = new Map<string, Count>();
  for (const [i, one] of exports.entries()) for (const kind of exportObjects(one)) count(counts, kind, i);
  return Object.fromEntries([...counts].map(([kind, counted]) => [kind, factsOf(counted)]));
}

function count(counts: Map<string, Count>, { kind, value }: ExportObject, exported: number): void {
  const before = counts.get(kind);
  const counted: Count = before ?? { objects: 0, exports: new Set(), keys: new Map(), values: new Map() };
  if (!before) counts.set(kind, counted);
  counted.objects += 1;
  counted.exports.add(exported);
  for (const [key, held] of Object.entries(value)) {
    counted.keys.set(key, (counted.keys.get(key) ?? 0) + 1);
    const seen = counted.values.get(key) ?? new Set<string>();
    if (seen.size <= FEW) seen.add(isPlain(held) ? JSON.stringify(held) : `${key} ${seen.size}`);
    counted.values.set(key, seen);
  }
}

function factsOf({ objects, exports, keys, values }: Count): KindFacts {
  const always = [...keys].filter(([, n]) => n === objects).map(([key]) => key);
  const sometimes = Object.fromEntries([...keys].filter(([, n]) => n < objects));
  const few = [...values].filter(
    ([key, seen]) =>
      objects >= ENOUGH &&
      (keys.get(key) ?? 0) === objects &&
      seen.size <= FEW &&
      ![...seen].some((v) => v.startsWith(key)),
  );
  return {
    objects,
    exports: exports.size,
    always: always.join(' '),
    ...(Object.keys(sometimes).length > 0 && { sometimes }),
    ...(few.length > 0 && {
      values: Object.fromEntries(few.map(([key, seen]) => [key, [...seen].map((v): unknown => JSON.parse(v))])),
    }),
  };
}
