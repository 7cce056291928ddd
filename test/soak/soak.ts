import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { passed, summary } from './figures';
import type { Tally } from './figures';
import { startServer } from './server';
import type { Server } from './server';
import { openTab } from './tab';
import type { Tab } from './tab';
import { BUSY, WALKS } from './walks';
import type { Step } from './walks';

const HELP = `npm run soak -- [--minutes N] [--conversations N] [--pause MS]

Starts the preview, lets many people talk with its bot at once, and says how it bore that. Nothing leaves the machine.
  --minutes N         for how long (30, at most 240)
  --conversations N   at a time (50, at most 500)
  --pause MS          between two turns of one conversation, on average (3000): people read and type

Exit code 0: no error, memory is flat; 1: not so; 2: wrong usage.`;

const SAMPLE_MS = 30_000;
/** One conversation in so many is begun in a tab of its own; the others open the chat window anew. */
const NEW_TAB = 5;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    conversations: { type: 'string', default: '50' },
    pause: { type: 'string', default: '3000' },
    help: { type: 'boolean', default: false },
  },
});

interface Wishes {
  readonly minutes: number;
  readonly parallel: number;
  readonly pause: number;
}

async function main(): Promise<number> {
  const [minutes = NaN, parallel = NaN, pause = NaN] = [values.minutes, values.conversations, values.pause].map(Number);
  const usable = minutes > 0 && minutes <= 240 && parallel >= 1 && parallel <= 500 && pause >= 0;
  if (!values.help && usable) return soak({ minutes, parallel, pause });
  (values.help ? console.log : console.error)(HELP);
  return values.help ? 0 : 2;
}

async function soak({ minutes, parallel, pause }: Wishes): Promise<number> {
  const server = await startServer();
  const tally: Tally = { latencies: [], errors: [], memory: [], busy: 0, conversations: 0, tabs: 0 };
  const start = Date.now();
  const over = AbortSignal.timeout(minutes * 60_000);
  setMaxListeners(0, over);
  try {
    const people = Array.from({ length: parallel }, (_, i) => person(server.url, i, pause, tally, over));
    await Promise.all([...people, watch(server, tally, start, over)]);
    if (server.complaints() !== '') tally.errors.push(server.complaints());
  } finally {
    await server.close();
  }
  console.log(summary(tally, minutes, parallel));
  return passed(tally) ? 0 : 1;
}

/** Looks at the memory now and then, and says how it goes on stderr. */
async function watch(server: Server, tally: Tally, start: number, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await rest(SAMPLE_MS, over);
    const minute = (Date.now() - start) / 60_000;
    const memory = await server.memory();
    tally.memory.push({ minute, ...memory });
    const { latencies, errors } = tally;
    console.error(
      `${minute.toFixed(1)} min  ${latencies.length} turns  ${errors.length} errors  server ${memory.server.toFixed(0)} MB  sandbox ${memory.sandbox.toFixed(0)} MB  builder ${memory.builder.toFixed(0)} MB`,
    );
  }
}

/** One conversation after the other until the time is up. */
async function person(url: string, first: number, pause: number, tally: Tally, over: AbortSignal): Promise<void> {
  let tab: Tab | undefined;
  for (let i = first; !over.aborted; i += 1) {
    try {
      await rest(pause * (0.5 + Math.random()), over);
      if (i % NEW_TAB === 0) {
        await tab?.close();
        tab = undefined;
      }
      if (tab === undefined) tally.tabs += 1;
      tab ??= await openTab(url);
      await talk(tab, WALKS[i % WALKS.length] ?? [], pause, tally, over);
    } catch (error) {
      const { message, cause } = error as Error;
      tally.errors.push(cause instanceof Error ? `${message}: ${cause.message}` : message);
      tab = undefined;
    }
  }
  await tab?.close();
}

/** A walk from the greeting on. Each answer has to be the one that is due, and the page has to be told of each turn. */
async function talk(tab: Tab, steps: readonly Step[], pause: number, tally: Tally, over: AbortSignal): Promise<void> {
  const told = tab.told();
  const timed = async (turn: () => Promise<string>, seen: string, asked: string): Promise<boolean> => {
    const start = performance.now();
    const answer = await turn();
    tally.latencies.push(performance.now() - start);
    const busy = answer.includes(BUSY);
    if (busy) tally.busy += 1;
    else if (!answer.includes(seen)) tally.errors.push(`“${asked}” was answered ${answer.slice(0, 200)}`);
    return !busy;
  };
  tally.conversations += 1;
  await timed(tab.connect, 'What would you like to see?', 'ON_CONNECT');
  let turns = 1;
  for (const [said, seen] of steps) {
    await rest(pause * (0.5 + Math.random()), over);
    if (over.aborted) return;
    turns += 1;
    if (!(await timed(() => tab.say(said), seen, said))) break;
  }
  await rest(pause, over);
  if (tab.told() - told !== turns) tally.errors.push(`the page was told of ${tab.told() - told} turns of ${turns}`);
}

const rest = (ms: number, over: AbortSignal): Promise<unknown> =>
  wait(ms, undefined, { signal: over }).catch(() => undefined);

void main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
