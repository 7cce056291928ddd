/** Where two texts part: the index of the expected line, and what stood there instead (nothing: too few or too many lines). */
export interface TextDifference {
  readonly index: number;
  readonly expected: string | undefined;
  readonly got: string | undefined;
}

/** A line of its own that stands for any lines, or none. */
export const ANY_LINES = '...';

/**
 * Compares lines with what was expected. An expected line is text in which `*` stands for anything (`\*` for a star), or
 * `/a regular expression/` for the whole line, or `...` for any number of lines. Undefined when they agree.
 */
export function matchLines(expected: readonly string[], got: readonly string[]): TextDifference | undefined {
  const failed = new Set<number>();
  let furthest: TextDifference | undefined;
  const from = (e: number, g: number): boolean => {
    const key = e * (got.length + 1) + g;
    if (failed.has(key)) return false;
    const fits = fitsFrom(e, g);
    if (!fits) failed.add(key);
    return fits;
  };
  const fitsFrom = (e: number, g: number): boolean => {
    const wanted = expected[e];
    const line = got[g];
    if (wanted === undefined && line === undefined) return true;
    if (wanted === ANY_LINES) return from(e + 1, g) || (line !== undefined && from(e, g + 1));
    if (wanted !== undefined && line !== undefined && lineFits(wanted, line)) return from(e + 1, g + 1);
    if (furthest === undefined || e >= furthest.index) furthest = { index: e, expected: wanted, got: line };
    return false;
  };
  return from(0, 0) ? undefined : (furthest ?? { index: 0, expected: expected[0], got: got[0] });
}

/** Whether a line is what was expected of it; `...` has no meaning here. */
export function lineFits(expected: string, got: string): boolean {
  const regex = /^\/(.+)\/$/s.exec(expected)?.[1];
  if (regex !== undefined) return new RegExp(`^(?:${regex})$`, 'u').test(got);
  if (!expected.includes('*')) return expected === got.trimEnd();
  const source = expected
    .split(/(\\\*|\*)/)
    .map((part) => (part === '*' ? '.*' : (part === '\\*' ? '*' : part).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 'u').test(got.trimEnd());
}
