import { type Command, Option } from 'commander';
import { CHANNELS } from '../deploy/channels';
import type { Host } from './host';
import { nonEmpty, platformFlags } from './platform-flags';
import type { DeployFlags } from './run/deploy';

/** `npm run deploy`. */
export const registerDeploy = (cli: Command, host: Host): Command =>
  platformFlags(cli.command('deploy'))
    .description('upload, import, fill variables, train and publish what the build left in dist/')
    .option('--integration <name>', 'which bot in dist/; not needed when there is one')
    .option('--only <action...>', 'update these actions of a bot that exists')
    .option('--name <name>', 'name of a new bot', nonEmpty)
    .addOption(
      new Option('--utterances <how>', 'training sentences that only the platform has: keep or drop')
        .choices(['append', 'replace'])
        .default('append'),
    )
    .option('--no-settings', 'leave bot-level settings and events as they are')
    .option('--try', 'the first import on a live platform, as a series into new apps only, and a report')
    .option('--batch-test', 'run the built batch tests after training, and report')
    .addOption(new Option('--channel <name>', 'enable this channel, once for each bot').choices(Object.keys(CHANNELS)))
    .option('--publish', 'publish afterwards')
    .option('--comment <text>', 'comment of the published version', nonEmpty, 'Deployed from source')
    .option('--new', 'make a new bot, though an earlier deployment made one')
    .option('--unrelated', 'update a bot that has nothing of these files in it yet')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      `
Settings: .env.example.

Examples:
  npm run deploy -- --target xo11 --try
  npm run deploy -- --target xo11 --dry-run
  npm run deploy -- --target xo10 --bot st-… --only get-order-details --publish`,
    )
    .action(async (flags: DeployFlags) => {
      const { deployCommand } = await import('./run/deploy.js');
      host.end(await deployCommand(flags, host));
    });
