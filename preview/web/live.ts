import { watch } from 'chokidar';
import type { BuildView } from './protocol';

export interface Live {
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  /** Files and folders to watch. */
  readonly paths: readonly string[];
  /** Builds once; called again only when it is over, and then at once if something changed meanwhile. */
  readonly rebuild: () => Promise<BuildView>;
  readonly onBuild: (build: BuildView) => void | Promise<void>;
}

/** Editors write a file in several steps; changes this close together are one, in milliseconds. */
const SETTLE_MS = 30;

/** Rebuilds whenever a watched file changes. */
export function goLive({ paths, rebuild, onBuild }: LiveOptions): Live {
  let running = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const build = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    await onBuild({ state: 'building', problems: [] });
    await onBuild(await rebuild());
    running = false;
    if (again) {
      again = false;
      await build();
    }
  };
  const watcher = watch([...paths], { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void build(), SETTLE_MS);
  });
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
