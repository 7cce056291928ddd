/** Two things taken to be the same one; one side is missing when it was added or removed. */
export interface Pair<T> {
  /** The newer of the two, or the one that there is. */
  readonly thing: T;
  readonly before?: T;
  readonly after?: T;
}

/** What a pair says happened, as far as presence goes. */
export function changeKindOf(pair: {
  readonly before?: unknown;
  readonly after?: unknown;
}): 'added' | 'removed' | 'changed' {
  if (pair.before === undefined) return 'added';
  return pair.after === undefined ? 'removed' : 'changed';
}

/**
 * Pairs what is the same on both sides: by the first key, then what is left by the second, and so on. A key that is
 * undefined matches nothing. Order: as on the newer side, then what is only on the older. Takes time in proportion to
 * the number of things.
 */
export function match<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((thing: T) => string | undefined)[],
): readonly Pair<T>[] {
  const partner = new Map<T, T>();
  const left = new Set(before);
  for (const key of keys) {
    const waiting = byKey([...left].reverse(), key);
    for (const thing of after) {
      const wanted = key(thing);
      if (partner.has(thing) || wanted === undefined) continue;
      const found = waiting.get(wanted)?.pop();
      if (found === undefined) continue;
      partner.set(thing, found);
      left.delete(found);
    }
  }
  const kept = after.map((thing): Pair<T> => {
    const other = partner.get(thing);
    return other === undefined ? { thing, after: thing } : { thing, before: other, after: thing };
  });
  return [...kept, ...[...left].map((thing): Pair<T> => ({ thing, before: thing }))];
}

/** Things by key; those without one are in no group. */
export function byKey<T, K>(things: readonly T[], key: (thing: T) => K | undefined): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const name = key(thing);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [thing]);
    else group.push(thing);
  }
  return groups;
}
