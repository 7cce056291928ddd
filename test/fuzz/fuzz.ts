import { parseArgs } from 'node:util';
import { fuzzers } from './fuzzers';
import type { Fuzzer } from './fuzzer';

const HELP = `npm run fuzz -- [--minutes N] [--seed S] [--only NAME] [--runs N]

Puts random cases to every oracle, round after round, each round from a new seed.
  --minutes N   go on for N minutes (1)
  --seed S      begin with this seed: the round of a failure is walked again
  --only NAME   one of: ${fuzzers.map((f) => f.name).join(', ')}
  --runs N      cases of a round, however long they take (300, ten minutes at most)

Exit code 0: nothing was broken; 1: an oracle was, and the seed is printed; 2: wrong usage.`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const LONGEST_ROUND_MS = 10 * 60_000;
/** The longest time that a timer takes. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** Cases of a round. Who says how many wants all of them. */
const ROUND =
  values.runs === undefined
    ? { runs: 300, milliseconds: LONGEST_ROUND_MS }
    : { runs: Number(values.runs), milliseconds: LONGEST_WAIT_MS };

/** Walks rounds until the time is up; the first failure ends it. */
async function main(): Promise<number> {
  const chosen = fuzzers.filter((f) => values.only === undefined || f.name === values.only);
  const numbers = [values.minutes, values.seed ?? '1', ROUND.runs].map(Number);
  if (values.help) console.log(HELP);
  if (values.help) return 0;
  if (chosen.length === 0 || numbers.some((n) => !Number.isFinite(n))) {
    console.error(HELP);
    return 2;
  }
  const end = Date.now() + Number(values.minutes) * 60_000;
  let seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed);
  for (; ; seed += 1) {
    for (const fuzzer of chosen) if (!(await round(fuzzer, seed))) return 1;
    if (Date.now() >= end) return 0;
  }
}

async function round(fuzzer: Fuzzer, seed: number): Promise<boolean> {
  const started = performance.now();
  try {
    const { cases, counts } = await fuzzer.walk({ seed, ...ROUND });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${fuzzer.name}  seed ${seed}  ${cases} cases in ${seconds} s  ${JSON.stringify(counts)}`);
    return true;
  } catch (error) {
    console.error(
      `${fuzzer.name} is broken. Walk it again with:\n  npm run fuzz -- --only ${fuzzer.name} --seed ${seed}`,
    );
    console.error(error instanceof Error ? error.stack : error);
    return false;
  }
}

process.on('unhandledRejection', (reason) => {
  console.error('A promise was rejected, and nobody looked.', reason);
  process.exit(1);
});

void main().then((code) => process.exit(code));
