import type { Command } from 'commander';
import type { Host } from './host';
import { nonEmpty, platformFlags } from './platform-flags';
import type { PullFlags } from './run/pull';

/** `npm run pull`. */
export const registerPull = (cli: Command, host: Host): Command =>
  platformFlags(cli.command('pull'))
    .description('export a bot into a zip that diff and preview take')
    .option('--out <file.zip>', 'where to; usually .xo-backup/<bot>/latest.zip', nonEmpty)
    .option('--published', 'the published version, not the one in development')
    .addHelpText('after', '\nSettings: .env.example.\n\nExample:\n  npm run pull -- --bot st-… --out live.zip')
    .action(async (flags: PullFlags) => {
      const { pullCommand } = await import('./run/pull.js');
      host.end(await pullCommand(flags, host));
    });
