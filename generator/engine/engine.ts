import type { Place, Report } from '../diagnostics/diagnostic';
import { stillHolds, unread, type Reads } from './reads';
import { tracker } from './tracker';

/** A pure function of its inputs, asked for by a key, such as the id of an action. */
export type Stage<I extends readonly unknown[], T> = (key: string, ...inputs: I) => T;

/** The same, which may report. */
export type ReportingStage<I extends readonly unknown[], T> = (report: Report, key: string, ...inputs: I) => T;

/** Runs the stages of a build. */
export interface Engine {
  stage<I extends readonly unknown[], T>(name: string, make: (...inputs: I) => T): Stage<I, T>;
  reporting<I extends readonly unknown[], T>(
    name: string,
    make: (report: Report, ...inputs: I) => T,
  ): ReportingStage<I, T>;
  /** A build is over: what it did not ask for is forgotten. */
  next(): void;
}

/** Runs every stage when it is asked for: the engine of a program that builds once. */
export const forgetful: Engine = {
  stage:
    (_name, make) =>
    (_key, ...inputs) =>
      make(...inputs),
  reporting:
    (_name, make) =>
    (report, _key, ...inputs) =>
      make(report, ...inputs),
  next: () => undefined,
};

/** What was reported: the arguments of a `Report`. */
type Said = readonly [place: Place, ...rest: readonly unknown[]];

interface Made {
  readonly reads: readonly Reads[];
  readonly result: unknown;
  asked: boolean;
}

/**
 * Remembers what each stage made, with what it read of its inputs, and runs it again only when reading them now would show
 * something else. No list says what a stage depends on: its inputs are lent to it, and every look at them is noted. A
 * result that throws is not kept.
 */
export function remembering(): Engine {
  const known = new Map<string, Map<string, Made>>();
  const stage = <I extends readonly unknown[], T>(name: string, make: (...inputs: I) => T): Stage<I, T> => {
    const made = known.get(name) ?? new Map<string, Made>();
    known.set(name, made);
    return (key, ...inputs) => {
      const before = made.get(key);
      if (before?.reads.length === inputs.length && before.reads.every((reads, i) => stillHolds(reads, inputs[i]))) {
        before.asked = true;
        return before.result as T;
      }
      made.delete(key);
      const { lend, takeBack } = tracker();
      const reads = inputs.map(unread);
      const result = settled(
        make(...(inputs.map((input, i) => lend(input, reads[i] as Reads)) as unknown as I)),
        takeBack,
      );
      made.set(key, { reads, result, asked: true });
      if (result instanceof Promise) result.catch(() => made.delete(key));
      return result as T;
    };
  };
  return {
    stage,
    reporting: <I extends readonly unknown[], T>(name: string, make: (report: Report, ...inputs: I) => T) => {
      const noted = stage(name, (...inputs: I): { readonly said: readonly Said[]; readonly result: T } => {
        const said: Said[] = [];
        const note = (...call: Said) => void said.push(call);
        return { said, result: make(note, ...inputs) };
      });
      return (report: Report, key: string, ...inputs: I): T => {
        const { said, result } = noted(key, ...inputs);
        for (const call of said) (report as (...call: Said) => void)(...call);
        return result;
      };
    },
    next: () => {
      for (const made of known.values())
        for (const [key, one] of made) {
          if (!one.asked) made.delete(key);
          one.asked = false;
        }
    },
  };
}

/** The result, now or later, without anything that was lent. */
const settled = (made: unknown, takeBack: (made: unknown) => unknown): unknown =>
  made instanceof Promise ? made.then(takeBack) : takeBack(made);
