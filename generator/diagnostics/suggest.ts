import { distance } from 'fastest-levenshtein';

/** The candidate that `written` most likely meant, or undefined when none is near (at most a third of the letters differ). */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue;
    const d = candidate.toLowerCase() === written.toLowerCase() ? 0 : distance(written, candidate);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const near = nearest(written, candidates);
  return near === undefined || near === written ? '' : ` Did you mean "${near}"?`;
}

/** `"a", "b" or "c"`, for a sentence; long lists are cut. */
export function oneOf(candidates: Iterable<string>): string {
  const all = [...candidates].map((c) => `"${c}"`);
  const shown = all.length > 12 ? [...all.slice(0, 11), `${all.length - 11} more`] : all;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}
