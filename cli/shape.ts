import type { Command } from 'commander';
import type { Host } from './host';
import type { ShapeOptions } from './run/shape';

/** `npm run shape`. */
export const registerShape = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('shape')
    .description('compare what is built, key by key, with what real exports have')
    .argument('[exports...]', 'compare these exports instead: zips, folders or definition files')
    .option('--measure', 'count the keys of these exports, as kore/shape/facts/ holds them')
    .option('--json', 'print one JSON object for machines')
    .addHelpText(
      'after',
      `
Without exports every integration below specs/ is built, whole and action by action, and nothing is written.
Exit code 1: something differs from every real export, and kore/shape/explained.ts does not say why.

Examples:
  npm run shape
  npm run shape -- my-app.zip
  npm run shape -- --measure first.zip second.zip`,
    )
    .action(async (exports: readonly string[], options: ShapeOptions) => {
      const { shapeCommand } = await import('./run/shape.js');
      end(await shapeCommand(root, exports, options, console));
    });
