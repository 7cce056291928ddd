import type { Fuzzer } from '../fuzzer';
import { playerDefinitions } from './definitions';
import { specNames } from './names';
import { playerWalks } from './player';
import { scriptTexts } from './scripts';
import { specNodes, specTexts, specValues } from './specs';
import { storeQueries } from './store';
import { authorTexts } from './texts';
import { windowTexts } from './window';

/** Every oracle, in the order in which they are walked. */
export const fuzzers: readonly Fuzzer[] = [
  specTexts,
  specNodes,
  specValues,
  specNames,
  storeQueries,
  playerWalks,
  playerDefinitions,
  authorTexts,
  scriptTexts,
  windowTexts,
];
