import type { Command } from 'commander';
import type { Host } from './host';
import type { BuildOptions } from './run/build';

/** `npm run build`. */
export const build = (cli: Command, { root, console, end }: Host): Command =>
  cli
    .command('build')
    .description('build every integration below specs/ into dist/')
    .option('--check', 'write nothing; exit 1 when dist/ is not what the specs say')
    .option('--json', 'print one JSON object for machines')
    .addHelpText(
      'after',
      `
With --json, "ok" says whether the exit code is 0. With --check too, "upToDate" says whether dist/ is what the specs say.

Examples:
  npm run build
  npm run build -- --check
  npm run build -- --json
  npm run build -- --check --json`,
    )
    .action(async (options: BuildOptions) => {
      const { buildCommand } = await import('./run/build.js');
      end(await buildCommand(root, options, console));
    });
