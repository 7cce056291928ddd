import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployContext } from '../context';
import { pullBot } from './pull';
import type { Pulled } from './pull';

export interface BackedUp extends Pulled {
  readonly path: string;
  /** Removes the backup, when the bot is what an earlier one holds. */
  readonly discard: () => void;
}

/** The bot as it is now. Its export is kept as `.xo-backup/<bot>/<time>.zip`, without credentials; a dry run keeps none. */
export function backUp(botId: string, context: DeployContext): Promise<BackedUp> {
  const { options, folder, clock, progress } = context;
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
  const path = join(folder, botId, `${time}.zip`);
  const discard = () => rmSync(path, { force: true });
  return progress.step('Export the bot as it is', async (say) => {
    const pulled = await pullBot(botId, path, 'latest', context, say);
    if (options.dryRun) discard();
    return { ...pulled, path, discard };
  });
}
