import fc from 'fast-check';

/** How long and from where a fuzzer walks. The same seed and the same limits of runs give the same cases. */
export interface Walk {
  readonly seed: number;
  /** At most this many cases. */
  readonly runs: number;
  /** No further case is begun after this many milliseconds. */
  readonly milliseconds: number;
}

/** What a walk came to. */
export interface Walked {
  readonly cases: number;
  /** Anything worth counting, such as how many mutants were built. */
  readonly counts: Readonly<Record<string, number>>;
}

/** One oracle and the cases that are put to it. `walk` rejects with the seed, the case and the reason. */
export interface Fuzzer {
  readonly name: string;
  readonly walk: (walk: Walk) => Promise<Walked>;
}

/** Counts what happened during one walk. */
export interface Tally {
  readonly count: (what: string) => void;
  readonly counts: Record<string, number>;
}

export function tally(): Tally {
  const counts: Record<string, number> = {};
  return {
    counts,
    count: (what) => {
      counts[what] = (counts[what] ?? 0) + 1;
    },
  };
}

/** Puts case after case to a property, which throws when the case breaks it. */
export async function walkThrough<T>(
  cases: fc.Arbitrary<T>,
  holds: (one: T) => Promise<void> | void,
  { seed, runs, milliseconds }: Walk,
): Promise<number> {
  let done = 0;
  const property = fc.asyncProperty(cases, async (one) => {
    done += 1;
    await holds(one);
  });
  await fc.assert(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: milliseconds,
    endOnFailure: true,
    includeErrorInReport: true,
  });
  return done;
}
