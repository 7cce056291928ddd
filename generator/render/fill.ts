/** Puts values into a template's holes, by number. */
export type Fill = (values: readonly unknown[]) => unknown;

/**
 * The function that fills a template, from its JSON and what tells which of its values are holes. Parts without a hole are
 * the same objects in everything it makes, so they must not be changed.
 */
export function filler(skeleton: unknown, holeAt: (value: unknown) => number | undefined): Fill {
  return fillerOf(skeleton, holeAt) ?? (() => skeleton);
}

/** Undefined for what has no hole. */
function fillerOf(skeleton: unknown, holeAt: (value: unknown) => number | undefined): Fill | undefined {
  const hole = holeAt(skeleton);
  if (hole !== undefined) return (values) => values[hole];
  if (typeof skeleton !== 'object' || skeleton === null) return undefined;
  const parts = Object.entries(skeleton).flatMap(([key, value]) => {
    const fill = fillerOf(value, holeAt);
    return fill ? [{ key, fill }] : [];
  });
  if (parts.length === 0) return undefined;
  return (values) => {
    const filled = (Array.isArray(skeleton) ? [...(skeleton as unknown[])] : { ...skeleton }) as Record<
      string,
      unknown
    >;
    for (const { key, fill } of parts) filled[key] = fill(values);
    return filled;
  };
}
