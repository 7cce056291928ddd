import { registerBuild } from './build';
import { commandLine, runCommandLine } from './command-line';
import type { Host } from './host';

/** Runs `build`, as the whole command line does: a program of its own, because a small build takes no longer than loading all commands. */
export const runBuild = (args: readonly string[], host: Host): Promise<void> =>
  runCommandLine((of) => commandLine(of, [registerBuild]), args, host);
