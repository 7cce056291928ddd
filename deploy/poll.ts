import { DeployError } from './errors';
import type { DeployStep } from './errors';
import type { Clock } from './limiter';

/** What one look at a status found. */
export type PollState<T> = { readonly done: T } | { readonly waiting: string };

/**
 * Looks until there is a result, pausing half as long again each time, up to 15 seconds: at most 25 calls in the
 * first minute with the usual first pause of two seconds, and never more than the limit. Throws `timeout`.
 */
export async function poll<T>(
  step: DeployStep,
  look: () => Promise<PollState<T>>,
  options: {
    readonly clock: Clock;
    readonly pollMs: number;
    readonly timeoutMs: number;
    readonly say: (text: string) => void;
  },
): Promise<T> {
  const until = options.clock.now() + options.timeoutMs;
  for (let wait = options.pollMs; ; wait = Math.min(wait * 1.5, Math.max(15_000, options.pollMs))) {
    const seen = await look();
    if ('done' in seen) return seen.done;
    options.say(seen.waiting);
    if (options.clock.now() + wait > until) {
      throw new DeployError({
        step,
        code: 'timeout',
        platformSaid: seen.waiting,
        likelyCause: `the platform did not finish within ${Math.round(options.timeoutMs / 1000)} seconds`,
        whatToDo: 'run the same command again: it goes on waiting where it stopped (XO_TIMEOUT_SECONDS sets how long)',
      });
    }
    await options.clock.sleep(wait);
  }
}
