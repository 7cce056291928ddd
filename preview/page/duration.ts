/** Milliseconds as people read them. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.max(0, ms).toFixed(ms < 10 ? 1 : 0)} ms`;
}
