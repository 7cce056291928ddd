import { Worker } from 'node:worker_threads';

/** Ends this process when a script has used more of the processor than it may. */
export interface Watchdog {
  /** Runs something under watch. */
  readonly during: <T>(act: () => T) => T;
}

/** How often it looks, in milliseconds. */
const LOOK_MS = 50;

/**
 * A thread of its own: the engine cannot be asked to stop inside a long built-in call. It counts the processor's time, not
 * the clock's, so that a busy machine costs a script nothing. `state[0]` is odd while something runs.
 */
const SOURCE = `
const { workerData } = require('node:worker_threads');
const state = new Int32Array(workerData.state);
for (;;) {
  const turn = Atomics.load(state, 0);
  if (turn % 2 === 0) { Atomics.wait(state, 0, turn); continue; }
  const start = process.cpuUsage();
  while (Atomics.load(state, 0) === turn) {
    Atomics.wait(state, 0, turn, ${LOOK_MS});
    const { user, system } = process.cpuUsage(start);
    if (Atomics.load(state, 0) === turn && (user + system) / 1000 > workerData.limitMs) process.kill(process.pid, 'SIGKILL');
  }
}`;

/** Starts watching; the thread does not keep the process alive. `limitMs` is processor time of one run. */
export function startWatchdog(limitMs: number): Watchdog {
  const shared = new SharedArrayBuffer(4);
  const state = new Int32Array(shared);
  new Worker(SOURCE, { eval: true, workerData: { state: shared, limitMs }, execArgv: [] }).unref();
  const turn = () => {
    Atomics.add(state, 0, 1);
    Atomics.notify(state, 0);
  };
  return {
    during: (act) => {
      turn();
      try {
        return act();
      } finally {
        turn();
      }
    },
  };
}
