/** The versions a store serves at one moment, oldest first. */
export interface VersionCalendar {
  readonly stable: readonly string[];
  /** The next version, already served as release candidate. */
  readonly candidate: string;
}

const MONTHS = ['01', '04', '07', '10'] as const;

/** A version comes out at 17:00 UTC on the first day of a quarter and is served for twelve months. */
export function versionCalendar(now: number): VersionCalendar {
  const year = new Date(now).getUTCFullYear();
  const quarters = [year - 1, year, year + 1].flatMap((y) =>
    MONTHS.map((month) => ({ name: `${y}-${month}`, y, month: Number(month) })),
  );
  const release = ({ y, month }: { y: number; month: number }): number => Date.UTC(y, month - 1, 1, 17);
  const candidate = quarters.find((q) => release(q) > now);
  const stable = quarters.filter((q) => release(q) <= now && release({ ...q, y: q.y + 1 }) > now);
  return { stable: stable.map((q) => q.name), candidate: candidate?.name ?? '' };
}

/**
 * The version that answers a request for `requested` (null = none named): an expired one falls forward to the oldest served.
 * Null means there is no such version (404; the service's own answer was not observed).
 */
export function servedVersion(requested: string | null, now: number): string | null {
  const { stable, candidate } = versionCalendar(now);
  const oldest = stable[0] ?? candidate;
  if (requested === null) return oldest;
  if (requested === 'unstable' || requested === candidate || stable.includes(requested)) return requested;
  return /^\d{4}-(?:01|04|07|10)$/.test(requested) && requested < oldest ? oldest : null;
}
