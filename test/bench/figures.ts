/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number => at(numbers, 0.5);

/** The number below which a share of the numbers lie. */
export const at = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? NaN;

/** `1.24 (1.20–1.61)`: the median, the smallest and the largest. */
export function spread(numbers: readonly number[], digits = 2): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${median(numbers).toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** Milliseconds as seconds. */
export const seconds = (milliseconds: readonly number[]): readonly number[] => milliseconds.map((ms) => ms / 1000);

/** Milliseconds for people: `p50 3.1 ms, p95 6.0 ms, p99 9.8 ms`. */
export const percentiles = (milliseconds: readonly number[]): string =>
  `p50 ${median(milliseconds).toFixed(1)} ms, p95 ${at(milliseconds, 0.95).toFixed(1)} ms, p99 ${at(milliseconds, 0.99).toFixed(1)} ms`;
