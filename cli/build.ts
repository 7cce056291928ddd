import type { Command } from 'commander';
import type { Host } from './host';
import { withReports } from './reports/options';
import type { BuildOptions } from './run/build';

/** `npm run build`. */
export const registerBuild = (cli: Command, { root, env, console, end }: Host): Command =>
  withReports(cli.command('build'))
    .description('build every integration below specs/ into dist/')
    .option('--check', 'write nothing; exit 1 when dist/ is not what the specs say')
    .option('--validate', 'make everything, write nothing; needs no dist/')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
With --json, "ok" says whether the exit code is 0. With --check too, "upToDate" says whether dist/ is what the specs say.

Examples:
  npm run build
  npm run build -- --check
  npm run build -- --json
  npm run build -- --check --json
  npm run build -- --validate --format sarif -o build.sarif`,
    )
    .action(async (options: BuildOptions) => {
      const { buildCommand } = await import('./run/build.js');
      end(await buildCommand(root, options, console, env));
    });
