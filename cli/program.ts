import { Command, CommanderError } from 'commander';
import { registerBuild } from './build';
import { registerCheck } from './check';
import { registerChannel } from './channel';
import { registerChat } from './chat';
import { registerDeploy } from './deploy';
import { registerDiff } from './diff';
import { registerEditor } from './editor';
import type { Host } from './host';
import { registerInit } from './init';
import { asCalledIn } from './invocation';
import { registerNew } from './new';
import { lacking } from './packages';
import { registerNlu } from './nlu';
import { registerOpenapi } from './openapi';
import { productManifest } from './product';
import { registerPreview } from './preview';
import { registerPull } from './pull';
import { registerSchema } from './schema';
import { registerService } from './service';
import { registerShape } from './shape';
import { registerWatch } from './watch';

/** Building is all that an installation without the optional packages can do. */
const LEAN = [
  registerInit,
  registerBuild,
  registerWatch,
  registerNew,
  registerOpenapi,
  registerDiff,
  registerShape,
  registerNlu,
  registerSchema,
];
const FULL = [
  registerCheck,
  registerEditor,
  registerChat,
  registerChannel,
  registerService,
  registerPreview,
  registerDeploy,
  registerPull,
];

/** The command line: `npm run <command> -- <options>`. Each command loads its own code, so that none pays for another. */
export function program(host: Host): Command {
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
  for (const define of LEAN) define(cli, host);
  for (const define of FULL)
    define(cli, host).hook('preAction', (command) => {
      const missing = lacking(command.name());
      if (missing !== undefined) command.error(missing);
    });
  return cli;
}

/** Runs a command. Exit codes: 0 fine, 1 the specs have errors or the work could not be done, 2 wrong usage or our own mistake. */
export async function run(args: readonly string[], host: Host): Promise<void> {
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
