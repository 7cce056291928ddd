import type { Command } from 'commander';
import { registerBuild } from './build';
import { registerCheck } from './check';
import { registerChannel } from './channel';
import { registerChat } from './chat';
import { commandLine, runCommandLine } from './command-line';
import { registerDeploy } from './deploy';
import { registerDiff } from './diff';
import { registerEditor } from './editor';
import type { Host } from './host';
import { registerInit } from './init';
import { registerNew } from './new';
import { lacking } from './packages';
import { registerNlu } from './nlu';
import { registerOpenapi } from './openapi';
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

/** The command line with all of its commands. Each loads its own code, so that none pays for another. */
export function program(host: Host): Command {
  const cli = commandLine(host, LEAN);
  for (const define of FULL)
    define(cli, host).hook('preAction', (command) => {
      const missing = lacking(command.name());
      if (missing !== undefined) command.error(missing);
    });
  return cli;
}

/** Runs a command, as `runCommandLine` does. */
export const run = (args: readonly string[], host: Host): Promise<void> => runCommandLine(program, args, host);
