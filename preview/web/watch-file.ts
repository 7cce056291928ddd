import { watch } from 'chokidar';

/** Editors write a file in several steps; changes this close together are one, in milliseconds. */
const SETTLE_MS = 50;

/** Calls back whenever a file has changed. Gives what ends that. */
export function watchFile(path: string, onChange: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(path, { ignoreInitial: true });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
