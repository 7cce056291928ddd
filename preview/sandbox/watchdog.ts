import { Worker } from 'node:worker_threads';

/** Ends this process when a script has used more of the processor than it may. */
export interface Watchdog {
  /** Runs something under watch. */
  readonly during: <T>(act: () => T) => T;
}

/** How often it looks, in milliseconds. */
const LOOK_MS = 50;
/** After so many looks without a run it sleeps until it is woken, which costs the one who wakes it more than a look. */
const IDLE_LOOKS = 40;

/**
 * A thread of its own: the engine cannot be asked to stop inside a long built-in call. It counts the processor's time, not
 * the clock's, so that a busy machine costs a script nothing. `state[0]` is odd while something runs, `state[1]` is 1
 * while the thread sleeps.
 */
const SOURCE = `
const { workerData } = require('node:worker_threads');
const state = new Int32Array(workerData.state);
let turn = 0, start, idle = 0;
for (;;) {
  const now = Atomics.load(state, 0);
  idle = now % 2 === 0 && now === turn ? idle + 1 : 0;
  if (now !== turn) start = process.cpuUsage();
  turn = now;
  if (idle > ${IDLE_LOOKS}) {
    Atomics.store(state, 1, 1);
    Atomics.wait(state, 0, turn);
    Atomics.store(state, 1, 0);
    continue;
  }
  Atomics.wait(state, 1, 0, ${LOOK_MS});
  if (turn % 2 === 0 || Atomics.load(state, 0) !== turn) continue;
  const { user, system } = process.cpuUsage(start);
  if ((user + system) / 1000 > workerData.limitMs && Atomics.load(state, 0) === turn) process.kill(process.pid, 'SIGKILL');
}`;

/** Starts watching; the thread does not keep the process alive. `limitMs` is processor time of one run. */
export function startWatchdog(limitMs: number): Watchdog {
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  new Worker(SOURCE, { eval: true, workerData: { state: shared, limitMs }, execArgv: [] }).unref();
  const turn = () => {
    Atomics.add(state, 0, 1);
    if (Atomics.load(state, 1) === 1) Atomics.notify(state, 0);
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
