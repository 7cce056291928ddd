import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { KoreBot } from '../../kore/format';
import type { Context } from '../context';
import { pullBot } from './pull';

/** The bot as it is now. Its export is kept as `.xo-backup/<bot>/<time>.zip`, without credentials; a dry run keeps none. */
export function backUp(botId: string, context: Context): Promise<KoreBot> {
  const { state, options, folder, clock, progress } = context;
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
  const path = join(folder, botId, `${time}.zip`);
  return progress.step('Export the bot as it is', async (say) => {
    const { bot } = await pullBot(botId, path, 'latest', context, say);
    if (options.dryRun) rmSync(path);
    else state.update({ backup: path });
    return bot;
  });
}
