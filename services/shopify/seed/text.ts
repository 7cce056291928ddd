/** `text` cut to `max` characters, ending in `...`, as `description(truncateAt:)` does (the dots count: inferred). */
export function truncatedText(text: string, max: number | null | undefined): string {
  if (max === null || max === undefined || text.length <= max) return text;
  return `${text.slice(0, Math.max(0, max - 3))}...`;
}

/** A text as one HTML paragraph; empty stays empty. */
export const paragraph = (text: string): string =>
  text && `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>`;
