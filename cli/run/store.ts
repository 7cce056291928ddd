import { storeCommand } from './store-command';
import type { Console } from '../console';
import { interrupted } from '../interrupt';
import { playing } from './playing';

/** Runs the store until it is interrupted. */
export const runStore = (options: { readonly port: number }, console: Console): Promise<number> =>
  playing(console, async () => {
    const stopped = interrupted();
    const store = await storeCommand(options, { ...console, env: {} });
    await stopped;
    await store.close();
    return 0;
  });
