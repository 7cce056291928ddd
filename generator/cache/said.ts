import type { Code, Place, Report } from '../diagnostics/diagnostic';
import { warnings } from '../diagnostics/warnings';
import { isPlainJson } from './cache';

/** What was reported: the arguments of a `Report`. */
export type ReportCall = readonly [place: Place, code: Code, ...details: readonly unknown[]];

/** The same about files that are known by their paths. */
export type KeptSaid = readonly [path: string, start: number, end: number, code: Code, ...details: readonly unknown[]];

/** A report that is also noted. */
export const noting =
  (said: ReportCall[], report: Report): Report =>
  (place, code, ...details) => {
    said.push([place, code, ...details]);
    report(place, code, ...details);
  };

/** What was said, as it is kept; undefined where it was an error, or is about another file than these. */
export function keptSaid(
  said: readonly ReportCall[],
  texts: ReadonlyMap<string, string>,
): readonly KeptSaid[] | undefined {
  const kept = said.map(([place, code, ...details]): KeptSaid | undefined =>
    warnings.has(code) && texts.get(place.path) === place.text && isPlainJson(details)
      ? [place.path, place.start, place.end, code, ...details]
      : undefined,
  );
  const sound = kept.filter((one) => one !== undefined);
  return sound.length === kept.length ? sound : undefined;
}

/** Says it again. */
export function sayAgain(kept: readonly KeptSaid[], texts: ReadonlyMap<string, string>, report: Report): void {
  for (const [path, start, end, code, ...details] of kept)
    (report as (...call: ReportCall) => void)({ path, text: texts.get(path) ?? '', start, end }, code, ...details);
}
