import type { Sandbox } from '../sandbox';

/** A sandbox that remembers the context as the last script left it. */
export interface WatchedSandbox {
  readonly sandbox: Sandbox;
  /** Since it was asked last; undefined when no script has run. */
  readonly lastContext: () => unknown;
}

/** Looks over the shoulder of another sandbox. */
export function watchSandbox(inner: Sandbox): WatchedSandbox {
  let last: string | undefined;
  return {
    sandbox: {
      ...inner,
      run: async (request) => {
        const result = await inner.run(request);
        last = result.context ?? request.context;
        return result;
      },
    },
    lastContext: () => {
      const context = last;
      last = undefined;
      return context === undefined ? undefined : (JSON.parse(context) as unknown);
    },
  };
}
