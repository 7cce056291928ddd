import { join, relative, resolve } from 'node:path';
import { UsageError } from '../../deploy/errors';
import { realClock } from '../../deploy/limiter';
import { checkPins, pin } from '../../deploy/pins';
import { BACKUP_FOLDER, connect } from '../../deploy/start';
import { pullBot } from '../../deploy/steps/pull';
import { terminalPerson } from '../../deploy/terminal';
import type { Host } from '../host';
import type { PlatformFlags } from '../platform-flags';
import { projectRoot } from '../project-root';
import { onPlatform } from './platform';

export interface PullFlags extends PlatformFlags {
  readonly out?: string;
  readonly published?: boolean;
}

/** Exports a bot of the platform into a zip. Exit codes as `onPlatform`. */
export const pullCommand = (flags: PullFlags, { root: calledIn, ...host }: Host): Promise<number> => {
  const root = projectRoot(calledIn);
  return onPlatform(flags, { ...host, root }, async ({ settings: read, print, progress }) => {
    const settings = read();
    const { botId } = settings;
    if (botId === undefined) throw new UsageError('Which bot? Add --bot st-… or set XO_BOT_ID.');
    const folder = join(root, BACKUP_FOLDER);
    const path = flags.out === undefined ? join(folder, botId, 'latest.zip') : resolve(calledIn, flags.out);
    const out = flags.out ?? relative(calledIn, path);
    const tools = { settings, api: connect(settings), clock: realClock };
    const use = { settings, repin: flags.repin === true };
    await checkPins(folder, use, terminalPerson(flags.json === true));
    const version = flags.published === true ? 'published' : 'latest';
    const { bot, removed } = await progress.step('Export', (say) => pullBot(botId, path, version, tools, say));
    pin(folder, use);
    const { target, definition } = bot;
    const dialogs = definition.dialogs.length;
    if (flags.json === true)
      return print(JSON.stringify({ ok: true, botId, out, target, dialogs, secretsRemoved: removed }, null, 2));
    const left = removed > 0 ? `; ${removed} values left out, they may be secrets` : '';
    print(`${out}: ${dialogs} dialogs (${target})${left}`);
    print(`Compare it: npm run diff -- --against ${out}`);
  });
};
