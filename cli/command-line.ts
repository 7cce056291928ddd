import { Command, CommanderError } from 'commander';
import type { Host } from './host';
import { asCalledIn } from './invocation';
import { productManifest } from './product';

/** The command line with these commands: `npm run <command> -- <options>`. */
export function commandLine(host: Host, commands: readonly ((cli: Command, host: Host) => Command)[]): Command {
  const { console } = host;
  const asCalled = asCalledIn(host.root);
  const { name, version } = productManifest();
  const cli = new Command(name)
    .description('Kore.ai action templates as source')
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureHelp({
      commandUsage: (command) => `npm run ${command.parent ? command.name() : '<command>'} -- ${command.usage()}`,
    })
    .configureOutput({
      writeOut: (text) => console.out(asCalled(text.replace(/\n$/, ''))),
      writeErr: (text) => console.err(asCalled(text.replace(/\n$/, ''))),
    })
    .showHelpAfterError('(--help shows how)');
  for (const define of commands) define(cli, host);
  return cli;
}

/** Runs a command of a command line. Exit codes: 0 fine, 1 the specs have errors or the work could not be done, 2 wrong usage or our own mistake. */
export async function runCommandLine(
  program: (host: Host) => Command,
  args: readonly string[],
  host: Host,
): Promise<void> {
  try {
    await program(host).parseAsync(args, { from: 'user' });
  } catch (error) {
    host.end(told(error, host));
  }
}

function told(error: unknown, { console }: Host): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { syscall, message, stack } = error as NodeJS.ErrnoException;
  // The disk, not the program: full, read-only, or a file where a folder should be.
  if (syscall !== undefined) return console.fail(`The system refused: ${message}`);
  return console.fail(
    `This is our mistake, not yours. Please report it with the specs that cause it.\n${stack ?? String(error)}`,
  );
}
