/** `extensions.cost.throttleStatus`. */
export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** A leaky bucket of query points: one per app and store. */
export interface Bucket {
  /** Whether `cost` points are there now. */
  readonly affords: (cost: number) => boolean;
  /** Takes points out. */
  readonly spend: (cost: number) => void;
  readonly status: () => ThrottleStatus;
}

/** A full bucket of `size` points that regains `restoreRate` points a second of `now` (milliseconds). */
export function createBucket(size: number, restoreRate: number, now: () => number): Bucket {
  let level = size;
  let at = now();
  const refill = (): number => {
    const time = now();
    level = Math.min(size, level + (Math.max(0, time - at) / 1000) * restoreRate);
    at = time;
    return level;
  };
  return {
    affords: (cost) => refill() >= cost,
    spend: (cost) => {
      level = refill() - cost;
    },
    status: () => ({ maximumAvailable: size, currentlyAvailable: Math.floor(refill()), restoreRate }),
  };
}
