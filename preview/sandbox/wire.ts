import type { SandboxJob, SandboxRequest, SandboxResult } from './protocol';

/** What goes before the context: every text of code goes to the child once, and is then called by its number. */
export interface WireRequest extends Omit<SandboxRequest, 'jobs' | 'functions' | 'context' | 'history'> {
  readonly jobs: readonly { readonly as: SandboxJob['as']; readonly code: number }[];
  readonly functions: readonly number[];
  /** Texts that get the next numbers. */
  readonly fresh: readonly string[];
  /** Set when the numbers begin anew. */
  readonly forget?: true;
}

/** A request as lines: the context and the history are JSON already, and each has a line; an empty one where there is none. */
export type RequestLines = readonly [request: string, context: string, history: string];

/** An answer as lines: the context has one of its own. */
export type AnswerLines = readonly [result: string, context: string];

/** Characters of code that both sides remember. */
const MOST_KNOWN = 4_000_000;

/** The sending side: writes requests for one child. */
export function createWriter(most = MOST_KNOWN): (request: SandboxRequest) => RequestLines {
  const known = new Map<string, number>();
  let size = 0;
  return ({ jobs, functions = [], context, history, ...rest }) => {
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
    const written: WireRequest = {
      ...rest,
      jobs: jobs.map(({ as, code }) => ({ as, code: numberOf(code) })),
      functions: functions.map(numberOf),
      fresh,
      ...(forget && { forget }),
    };
    return [JSON.stringify(written), inOneLine(context), inOneLine(history ?? '')];
  };
}

/** The receiving side: reads what one writer wrote, in its order. */
export function createReader(): (lines: RequestLines) => SandboxRequest {
  let known: string[] = [];
  return ([request, context, history]) => {
    const { jobs, functions, fresh, forget, ...rest } = JSON.parse(request) as WireRequest;
    known = forget ? [...fresh] : [...known, ...fresh];
    const textOf = (at: number): string => {
      const code = known[at];
      if (code === undefined) throw new RangeError(`no code has the number ${at}`);
      return code;
    };
    return {
      ...rest,
      context,
      ...(history !== '' && { history }),
      jobs: jobs.map(({ as, code }) => ({ as, code: textOf(code) })),
      functions: functions.map(textOf),
    };
  };
}

/** Line feeds between the parts of JSON mean nothing, and inside its texts there are none. */
const inOneLine = (json: string): string => json.replaceAll('\n', ' ');

/** The sending side of an answer. */
export const writeAnswer = ({ context, ...rest }: SandboxResult): AnswerLines => [JSON.stringify(rest), context ?? ''];

/** The receiving side of an answer. */
export const readAnswer = ([result, context]: AnswerLines): SandboxResult => ({
  ...(JSON.parse(result) as Omit<SandboxResult, 'context'>),
  ...(context !== '' && { context }),
});
