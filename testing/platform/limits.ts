import { PlatformRefusal } from './guard';
import type { EmulatorOptions } from './options';

/** The platform's own sentence. */
const SENTENCE = 'Rate limit for this API has been reached. Please try again after some time.';

/** Two rolling windows per key, as documented: 60 calls in a minute and 1,800 in an hour. Throws a `Refusal` with 429. */
export function createLimits(options: EmulatorOptions): (key: string) => void {
  const calls = new Map<string, number[]>();
  const now = options.now ?? Date.now;
  const windows = [
    [options.perMinute ?? 60, 60_000],
    [options.perHour ?? 1_800, 3_600_000],
  ] as const;
  return (key) => {
    const times = calls.get(key) ?? [];
    calls.set(key, times);
    for (const [most, ms] of windows) {
      if (times.filter((t) => t > now() - ms).length >= most) throw new PlatformRefusal(429, SENTENCE);
    }
    times.push(now());
  };
}
