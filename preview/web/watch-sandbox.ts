import type { Sandbox, SandboxRequest } from '../sandbox';

/** A sandbox that remembers the context as the last script left it. */
export interface WatchedSandbox {
  readonly sandbox: Sandbox;
  /** Since it was asked last; undefined when no script has run. */
  readonly lastContext: () => unknown;
}

/** Looks over the shoulder of another sandbox. */
export function watchSandbox(inner: Sandbox): WatchedSandbox {
  let last: Pick<SandboxRequest, 'context' | 'history'> | undefined;
  return {
    sandbox: {
      ...inner,
      run: async (request) => {
        const result = await inner.run(request);
        const { context = request.context, sameHistory = result.context === undefined } = result;
        last = { context, ...(sameHistory && request.history !== undefined && { history: request.history }) };
        return result;
      },
    },
    lastContext: () => {
      if (last === undefined) return undefined;
      const { context, history } = last;
      last = undefined;
      const read = JSON.parse(context) as Record<string, unknown>;
      if (history !== undefined) read['history'] = JSON.parse(history);
      return read;
    },
  };
}
