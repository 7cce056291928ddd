import type { SandboxJob, SandboxRequest } from './protocol';

/** A request on its way to the child: every text of code goes there once, and is then called by its number. */
export interface WireRequest extends Omit<SandboxRequest, 'jobs' | 'functions'> {
  readonly jobs: readonly { readonly as: SandboxJob['as']; readonly code: number }[];
  readonly functions: readonly number[];
  /** Texts that get the next numbers. */
  readonly fresh: readonly string[];
  /** Set when the numbers begin anew. */
  readonly forget?: true;
}

/** Characters of code that both sides remember. */
const MOST_KNOWN = 4_000_000;

/** The sending side: writes requests for one child. */
export function createWriter(most = MOST_KNOWN): (request: SandboxRequest) => WireRequest {
  const known = new Map<string, number>();
  let size = 0;
  return ({ jobs, functions = [], ...rest }) => {
    const fresh: string[] = [];
    const forget = size > most;
    if (forget) known.clear();
    if (forget) size = 0;
    const numberOf = (code: string): number => {
      const before = known.get(code);
      if (before !== undefined) return before;
      known.set(code, known.size);
      fresh.push(code);
      size += code.length;
      return known.size - 1;
    };
    return {
      ...rest,
      jobs: jobs.map(({ as, code }) => ({ as, code: numberOf(code) })),
      functions: functions.map(numberOf),
      fresh,
      ...(forget && { forget }),
    };
  };
}

/** The receiving side: reads what one writer wrote, in its order. */
export function createReader(): (request: WireRequest) => SandboxRequest {
  let known: string[] = [];
  return ({ jobs, functions, fresh, forget, ...rest }) => {
    known = forget ? [...fresh] : [...known, ...fresh];
    const textOf = (at: number): string => {
      const code = known[at];
      if (code === undefined) throw new RangeError(`no code has the number ${at}`);
      return code;
    };
    return {
      ...rest,
      jobs: jobs.map(({ as, code }) => ({ as, code: textOf(code) })),
      functions: functions.map(textOf),
    };
  };
}
