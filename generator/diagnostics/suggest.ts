import { distance } from 'fastest-levenshtein';

/** The candidate that `written` most likely meant, or undefined when none is near (at most a third of the letters differ). */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue;
    const d = candidate.toLowerCase() === written.toLowerCase() ? 0 : mistakes(written, candidate);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** Letters that differ; two that changed places are one mistake. */
function mistakes(written: string, candidate: string): number {
  const d = distance(written, candidate);
  return d === 2 && sorted(written) === sorted(candidate) ? 1 : d;
}

const sorted = (text: string) => [...text].sort().join('');

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const near = nearest(written, candidates);
  return near === undefined || near === written ? '' : ` Did you mean "${near}"?`;
}

/** `"a", "b" or "c"`, for a sentence; long lists are cut. */
export const eitherOf = (candidates: Iterable<string>): string => listed(candidates, 'or', 12);

/** `"a", "b" and "c"`; of more than `most`, the first ones and how many more there are. */
export const allOf = (candidates: Iterable<string>, most = 12): string => listed(candidates, 'and', most);

function listed(candidates: Iterable<string>, word: string, most: number): string {
  const all = [...candidates].map((c) => `"${c}"`);
  const shown = all.length > most ? [...all.slice(0, most - 1), `${all.length - most + 1} more`] : all;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} ${word} ${last}`;
}

/** What to do about a value that cannot be shown as it is, as a sentence with a space before it; or nothing. */
export function waysToShow(fitting: readonly string[], inside: readonly string[]): string {
  const ways = [
    ...(fitting.length > 0 ? [`add ${eitherOf(fitting)} after |`] : []),
    ...(inside.length > 0 ? [`choose a path in it: ${eitherOf(inside)}`] : []),
  ].join(', or ');
  return ways === '' ? '' : ` ${ways.charAt(0).toUpperCase()}${ways.slice(1)}.`;
}
