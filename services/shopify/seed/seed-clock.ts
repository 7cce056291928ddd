/** What the builders need from outside: the moment the store starts, and the address its pictures are served from. */
export interface SeedContext {
  readonly now: number;
  readonly imageUrl: (id: string) => string;
}

const DAY = 86_400_000;

/** The moment `days` before the start, as the API prints times (UTC, whole seconds). */
export const daysAgo = (context: SeedContext, days: number): string => timestamp(context.now - days * DAY);

/** The moment `days` after another. */
export const daysAfter = (time: string, days: number): string => timestamp(Date.parse(time) + days * DAY);

/** Milliseconds since 1970 → `2026-11-21T18:05:00Z`. */
export const timestamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
