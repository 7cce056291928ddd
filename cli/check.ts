import { Argument, type Command, Option } from 'commander';
import type { Host } from './host';
import { withReports } from './reports/options';
import type { CheckOptions } from './run/check';

/** `npm run check`. */
export const registerCheck = (cli: Command, { root, env, console, colorOut, end }: Host): Command =>
  withReports(cli.command('check'))
    .description('build, check and play what concerns some actions, or everything; writes nothing to dist/')
    .addArgument(
      new Argument('[what...]', 'actions, integrations, or paths of specs and transcripts (default: everything)'),
    )
    .addOption(new Option('--target <platform>', 'play on one platform alone').choices(['xo10', 'xo11']))
    .option('--update', 'write the bot: and voice: lines of transcripts anew where a changed text touches them')
    .addHelpText(
      'after',
      `
--update compares with the last commit. It changes words and nothing else: where the bot goes another way or sends another
request, the transcript stays as it is, and the reason is said.

Examples:
  npm run check
  npm run check -- get-order-details
  npm run check -- get-order-details get-products-by-name --update
  npm run check -- specs/shopify/conversations/journeys.chat --target xo11
  npm run check -- --format junit -o junit.xml --format sarif -o check.sarif`,
    )
    .action(async (what: readonly string[], options: CheckOptions) => {
      const { checkCommand } = await import('./run/check.js');
      end(await checkCommand(root, what, options, { ...console, color: console.color && colorOut }, env));
    });
