import type { StandInResponse } from './respond';

/** What a stand-in can be told to do wrong, with a few words for a list. */
export const FAULTS = {
  throttled: 'Asked too often',
  '400': 'The request is refused',
  '401': 'The credentials are not valid',
  '403': 'The credentials may not do this',
  '404': 'Nothing at this address',
  '409': 'It is in conflict with something that exists',
  '422': 'The values are refused',
  '429': 'Too many requests',
  '500': 'Internal server error',
  '503': 'The service is down',
  slow: 'Answers after a second',
  timeout: 'Never answers',
  cut: 'The connection breaks',
  html: 'A web page instead of JSON',
  empty: 'No body',
  'broken-json': 'Half an answer',
} as const;

export type FaultName = keyof typeof FAULTS;

/** What is done to one answer: another in its place, late, half of it, or none. */
export interface FaultEffect {
  readonly replace?: () => StandInResponse;
  readonly delayMs?: number;
  readonly cut?: boolean;
  readonly half?: boolean;
}

/** Faults to come. */
export interface StandInFaults {
  /** Lets requests fail: `times` of them (1), after `after` (0) that pass. Throws a `RangeError` for an unknown name. */
  readonly next: (name: string, options?: { readonly times?: number; readonly after?: number }) => void;
  readonly clear: () => void;
}

/** Longer than any bot waits. */
const NEVER_MS = 60_000;

const EFFECTS: Readonly<Partial<Record<FaultName, FaultEffect>>> = {
  slow: { delayMs: 1000 },
  timeout: { delayMs: NEVER_MS },
  cut: { cut: true },
  html: { replace: () => ({ status: 200, body: '<!doctype html><title>Something else</title>' }) },
  empty: { replace: () => ({ status: 200 }) },
  'broken-json': { half: true },
};

/** A queue of faults, and `take`, which is asked once a request. */
export function createStandInFaults(): {
  readonly faults: StandInFaults;
  readonly take: () => FaultEffect | undefined;
} {
  const queue: { readonly effect: FaultEffect; times: number; after: number }[] = [];
  return {
    faults: {
      next: (name, { times = 1, after = 0 } = {}) => {
        const effect = effectOf(name);
        if (effect === undefined)
          throw new RangeError(`"${name}" is no fault; there are ${Object.keys(FAULTS).join(', ')}`);
        queue.push({ effect, times, after });
      },
      clear: () => void queue.splice(0),
    },
    take: () => {
      const [waiting] = queue;
      if (waiting === undefined) return undefined;
      if (waiting.after > 0) return void (waiting.after -= 1);
      waiting.times -= 1;
      if (waiting.times <= 0) queue.shift();
      return waiting.effect;
    },
  };
}

/** What a fault does; undefined for what is none. */
export function effectOf(name: string): FaultEffect | undefined {
  if (!Object.hasOwn(FAULTS, name)) return undefined;
  const known = name as FaultName;
  const status = known === 'throttled' ? 429 : Number(known);
  return EFFECTS[known] ?? { replace: () => ({ status, body: { message: FAULTS[known] } }) };
}
