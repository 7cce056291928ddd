import { type Command, Option } from 'commander';
import type { Host } from './host';
import { withReports } from './reports/options';
import type { DiffOptions } from './run/comparison';

/** `npm run diff`. */
export const registerDiff = (cli: Command, { root, env, console, colorOut, end }: Host): Command =>
  withReports(cli.command('diff'), 'markdown')
    .argument(
      '[before]',
      'a git revision, or an export: zip, folder or JSON file (default: what was last deployed, else the last commit)',
    )
    .argument('[after]', 'the same, or "specs" (default: the specs)')
    .description('say in words how two bots differ, or what the specs would change in one')
    .option('--against <what>', 'the same as the first argument')
    .option('--integration <name>', 'which integration (default: all)')
    .addOption(new Option('--target <target>', 'which form of the bot').choices(['xo10', 'xo11']))
    .addOption(new Option('--json', 'the same as --format json').conflicts('markdown'))
    .option('--markdown', 'the same as --format markdown: a comment for a pull request')
    .option('--exit-code', 'exit 1 when there is a difference')
    .addHelpText(
      'after',
      `
Examples:
  npm run diff
  npm run diff -- export-from-xo.zip --exit-code
  npm run diff -- main --markdown
  npm run diff -- main --format markdown -o comment.md --format sarif -o diff.sarif
  npm run diff -- yesterday.zip today.zip
  npm run diff -- export-from-xo.zip v1.2.0`,
    )
    .action(
      async (before: string | undefined, after: string | undefined, options: DiffOptions & { against?: string }) => {
        const { diffCommand } = await import('./run/diff.js');
        const older = before ?? options.against;
        const sides = { ...(older !== undefined && { before: older }), ...(after !== undefined && { after }) };
        end(await diffCommand(root, { ...options, ...sides }, { ...console, color: colorOut }, env));
      },
    );
