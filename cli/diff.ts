import { type Command, Option } from 'commander';
import type { Host } from './host';
import type { DiffOptions } from './run/diff';

/** `npm run diff`. */
export const diff = (cli: Command, { root, console, colorOut, end }: Host): Command =>
  cli
    .command('diff')
    .description('say what the specs would change in a bot, in meaning')
    .option(
      '--against <what>',
      'a git revision, or an export: zip, folder or JSON file (default: the last build in dist/)',
    )
    .option('--integration <name>', 'which integration (default: the first)')
    .addOption(new Option('--target <target>', 'which form of the bot').choices(['xo10', 'xo11']))
    .addOption(new Option('--json', 'print one JSON object for machines').conflicts('markdown'))
    .option('--markdown', 'print a comment for a pull request')
    .option('--exit-code', 'exit 1 when there is a difference')
    .addHelpText(
      'after',
      `
Examples:
  npm run diff
  npm run diff -- --against main --markdown
  npm run diff -- --against export-from-xo.zip --exit-code`,
    )
    .action(async (options: DiffOptions) => {
      const { diffCommand } = await import('./run/diff.js');
      end(await diffCommand(root, options, { ...console, color: colorOut }));
    });
