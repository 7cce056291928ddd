import { botOf, starts, type Changed } from '../check/said';

/** Data as one would write it down: texts as they were written, maps as objects, and no places. */
export function told(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [String(key), told(one)]));
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const all = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(all['text']) && all['where'] !== undefined && all['look'] === undefined)
    return written(all['text']);
  return Object.fromEntries(Object.entries(all).flatMap(([key, one]) => (key === 'where' ? [] : [[key, told(one)]])));
}

const written = (text: readonly unknown[]): string =>
  text
    .map((part) => {
      if (typeof part === 'string') return part;
      const { name, filters } = part as {
        readonly name: string;
        readonly filters: readonly { readonly name: string }[];
      };
      return `\${${[name, ...filters.map((filter) => filter.name)].join(' | ')}}`;
    })
    .join('');

/** One part of a bot, found by its path, when it is made complete. */
export function complete(changed: Changed, path: string): unknown {
  let at: unknown = botOf(starts.plain, changed);
  for (const key of path.split('.'))
    at = at instanceof Map ? at.get(key) : (at as Readonly<Record<string, unknown>> | undefined)?.[key];
  return told(at);
}
