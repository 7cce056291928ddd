import type { Command } from 'commander';
import type { Host } from './host';

/** `npm run watch`. */
export const registerWatch = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('watch')
    .description('build again whenever a spec, a template or a transcript is saved')
    .addHelpText('after', '\nExamples:\n  npm run watch')
    .action(async () => {
      const { watchCommand } = await import('./run/watch.js');
      end(await watchCommand(root, console));
    });
