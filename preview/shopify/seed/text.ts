/** `text` cut to `max` characters, ending in `...`, as `description(truncateAt:)` does (the dots count: inferred). */
export function cut(text: string, max: number | null | undefined): string {
  if (max === null || max === undefined || text.length <= max) return text;
  return `${text.slice(0, Math.max(0, max - 3))}...`;
}
