import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { bundled } from '../../generator/cache/bundled';
import { processConsole as console } from './console';
import { diffFlags, newFlags } from './flags';
import { unchanged } from './unchanged';

/** The command line: `npm run <command> -- <options>`. Each command loads its own code, so that none pays for another. */
function program(): Command {
  const cli = new Command('generator')
    .description('Kore.ai action templates as source')
    .exitOverride()
    .configureHelp({
      commandUsage: (command) => `npm run ${command.parent ? command.name() : '<command>'} -- ${command.usage()}`,
    })
    .showHelpAfterError('(--help shows how)');
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
    .action(async (options: { check?: boolean; json?: boolean }) => {
      const said = options.check === true || options.json === true ? undefined : unchanged(process.cwd());
      if (said) return said.forEach((line) => console.out(line));
      // Little of what a build makes lives on, and V8 would rather let the heap grow than look.
      setFlagsFromString('--heap-growing-percent=25');
      setFlagsFromString('--semi-space-growth-factor=1');
      const { buildCommand } = bundled<typeof import('./build')>(join(__dirname, 'build'), atTheEnd);
      process.exitCode = await buildCommand(process.cwd(), options, console);
    });
  cli
    .command('watch')
    .description('build again whenever a spec, a template or a transcript is saved')
    .addHelpText('after', '\nExamples:\n  npm run watch')
    .action(async () => {
      const { watchCommand } = require('./watch') as typeof import('./watch');
      process.exitCode = await watchCommand(process.cwd(), console);
    });
  newFlags(cli.command('new')).action(async (what, name, options) => {
    const { newCommand } = require('./new') as typeof import('./new');
    const { terminal } = require('./new-questions') as typeof import('./new-questions');
    const ask = process.stdin.isTTY ? terminal : undefined;
    const named = name === undefined ? {} : what === 'integration' ? { integration: name } : { id: name };
    process.exitCode = await newCommand(process.cwd(), { ...named, ...options, what }, console, ask);
  });
  diffFlags(cli.command('diff')).action(async (options) => {
    const { diffCommand } = require('./diff') as typeof import('./diff');
    // What is printed here may go into a file while errors stay on the terminal.
    const color = console.color && Boolean(process.stdout.isTTY);
    process.exitCode = await diffCommand(process.cwd(), options, { ...console, color });
  });
  return cli;
}

/** When the command has done its work and said so. */
const atTheEnd = (work: () => unknown) => void process.once('beforeExit', work);

/** Exit codes: 0 fine, 1 the specs have errors, 2 wrong usage or our own mistake. */
async function main(): Promise<void> {
  process.stdout.on('error', endWithReader);
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const { syscall, message, stack } = error as NodeJS.ErrnoException;
    // The disk, not the program: full, read-only, or a file where a folder should be.
    if (syscall !== undefined) console.err(`The system refused: ${message}`);
    else
      console.err(
        `This is our mistake, not yours. Please report it with the specs that cause it.\n${stack ?? String(error)}`,
      );
    process.exitCode = 2;
  }
}

/** Whoever read our output has seen enough, as in `npm run diff | head`: nobody is told, and there is nothing left to do. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

void main();
