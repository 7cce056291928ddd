import { fuzzers } from '../../fuzz/fuzzers';
import { type Surface } from '../attack';

/** Walks of a fuzzer as attacks: each is so many cases from a seed of its own. */
const walks = (name: string, names: readonly string[], cases: number, rounds: number): Surface => ({
  name,
  open: () => {
    const chosen = fuzzers.filter((fuzzer) => names.includes(fuzzer.name));
    const attacks = chosen.flatMap(({ name: oracle, walk }) =>
      Array.from({ length: rounds }, (_, i) => ({
        what: `${oracle}, seed ${4000 + i}, ${cases} cases`,
        play: async () => void (await walk({ seed: 4000 + i, runs: cases, milliseconds: 60_000 })),
      })),
    );
    return Promise.resolve({ attacks, close: () => Promise.resolve() });
  },
});

export const specs = walks('specs from a stranger', ['specs-text', 'specs-node', 'specs-value', 'specs-name'], 10, 5);
export const exportedBots = walks('exports from a stranger', ['definitions'], 8, 5);
export const queries = walks('requests to the local store', ['store'], 50, 5);
