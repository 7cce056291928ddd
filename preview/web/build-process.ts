import { runBuild } from './run-build';
import type { BuildView } from './protocol';

/** Builds the specs below one folder, again and again. */
export interface Builder {
  readonly build: () => Promise<BuildView>;
  readonly close: () => Promise<void>;
}

export function startBuilder(root: string): Builder {
  let last: Promise<BuildView> | undefined;
  return {
    build: () => (last = runBuild(root)),
    close: async () => {
      await last;
    },
  };
}
