/** Time as the deployment sees it; tests bring their own. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

interface Window {
  readonly calls: number;
  readonly ms: number;
}

/** A little inside the documented 60 a minute and 1,800 an hour, which others may be using, too. */
const WINDOWS: readonly Window[] = [
  { calls: 50, ms: 60_000 },
  { calls: 1_500, ms: 3_600_000 },
];

export interface Limiter {
  /** Resolves when a call under this key (a bot, or a status request's id) may be made. */
  take(key: string): Promise<void>;
}

/** Keeps calls of one key inside both rolling windows by waiting. */
export function createLimiter(clock: Clock): Limiter {
  const taken = new Map<string, number[]>();
  const waitFor = (times: readonly number[]): number =>
    Math.max(
      0,
      ...WINDOWS.map((w) => {
        const oldest = times.at(-w.calls);
        return oldest === undefined ? 0 : oldest + w.ms - clock.now();
      }),
    );
  return {
    take: async (key) => {
      const times = taken.get(key) ?? [];
      taken.set(key, times);
      for (let wait = waitFor(times); wait > 0; wait = waitFor(times)) await clock.sleep(wait);
      times.push(clock.now());
      if (times.length > 2_000) times.splice(0, times.length - 1_500);
    },
  };
}
