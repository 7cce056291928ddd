import { type Command, Option } from 'commander';
import type { Host } from './host';
import { shippedIntegrations } from './product';
import type { InitOptions } from './run/init';

/** `npm run init`, or `npx kore-action-templates init` without these sources. */
export function registerInit(cli: Command, { root, console, end }: Host): Command {
  const shipped = shippedIntegrations();
  return cli
    .command('init')
    .argument('<folder>', 'where the project goes: a folder that is empty or not there yet')
    .description('make a project of your own: specs, conversations, scripts, editor and CI')
    .addOption(
      new Option('--from <what>', 'which specs it begins with')
        .choices([...shipped, 'empty'])
        .default(shipped[0] ?? 'empty'),
    )
    .option('--no-git', 'do not make it a git repository')
    .addHelpText(
      'after',
      `
Examples:
  npm run init -- ../my-bot
  npm run init -- ../my-bot --from empty`,
    )
    .action(async (folder: string, options: InitOptions) => {
      const { initCommand } = await import('./run/init.js');
      end(initCommand(root, folder, options, console));
    });
}
