/** Runs `work` once things have been quiet, never twice at a time. */
export interface Debounced {
  /** Something happened. */
  touch(): void;
  /** No further work is begun; resolves when what is running has ended. */
  stop(): Promise<void>;
}

/**
 * Gathers a storm of events into one run of `work`: `quiet` milliseconds after the last event, at the latest `longest`
 * after the first. What happens while `work` runs, or so shortly before that it was not quiet yet, leads to one more run.
 */
export function debounce(work: () => Promise<void>, { quiet, longest }: { quiet: number; longest: number }): Debounced {
  let timer: NodeJS.Timeout | undefined;
  let first: number | undefined;
  let last = 0;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const run = () => {
    timer = undefined;
    first = undefined;
    again = performance.now() - last < quiet - 1;
    running = work().finally(() => {
      running = undefined;
      if (!again || stopped) return;
      again = false;
      touch();
    });
  };
  const touch = () => {
    if (stopped) return;
    last = performance.now();
    if (running) {
      again = true;
      return;
    }
    first ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(quiet, longest - (performance.now() - first))));
  };
  return {
    touch,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
