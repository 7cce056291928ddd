import type { Command } from 'commander';
import type { Host } from './host';
import type { NluOptions } from './run/nlu';

/** `npm run nlu`. */
export const registerNlu = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('nlu')
    .description('count how many of the sentences held back from training the local matcher routes rightly')
    .option('--integration <name>', 'which integration (default: all)')
    .option('--json', 'print one JSON object for machines')
    .addHelpText(
      'after',
      `
The sentences are those below tests: in the specs, in utterances/ and in the answers of bot.yaml. The matcher is the one of
npm run chat and npm run preview; it is not the platform's, whose own figure comes from the batch tests in dist/.

Examples:
  npm run nlu
  npm run nlu -- --json`,
    )
    .action(async (options: NluOptions) => {
      const { nluCommand } = await import('./run/nlu.js');
      end(nluCommand(root, options, console));
    });
