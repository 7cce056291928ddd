import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { processConsole as console, UsageError } from '../../preview/chat/console';

interface ChatFlags {
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  readonly language?: string;
  readonly store?: string;
}

/** `npm run chat`, `npm run store`, `npm run preview`. Each command loads its own code, so that none pays for another. */
function program(): Command {
  const cli = new Command('preview')
    .description('Play a built bot on this machine')
    .exitOverride()
    .configureHelp({ commandUsage: (command) => `npm run ${npmName(command.name())} -- ${command.usage()}` })
    .showHelpAfterError('(--help shows how)');
  chatCommand(cli.command('chat'));
  cli
    .command('store')
    .description('start the local store alone, and show its address and token')
    .option('--port <number>', 'port to listen on; any free one unless told otherwise', port, 0)
    .addHelpText('after', '\nExamples:\n  npm run store\n  npm run store -- --port 4040')
    .action(async (options: { port: number }) => {
      const { storeCommand } =
        require('../../preview/chat/store-command') as typeof import('../../preview/chat/store-command');
      const stopped = untilStopped();
      const store = await storeCommand(options, console);
      await stopped;
      await store.close();
    });
  cli
    .command('web [export]')
    .description('open the chat window and the bot’s inner life in the browser; builds again when a spec is saved')
    .option('--port <number>', 'port to listen on; another free one when it is taken', port)
    .addHelpText('after', '\nExamples:\n  npm run preview\n  npm run preview -- path/to/export.zip --port 5000')
    .action(async (file: string | undefined, options: { port?: number }) => {
      const { startWeb } = require('../../preview/web/start-web') as typeof import('../../preview/web/start-web');
      const stopped = untilStopped();
      const web = await startWeb({ root: process.cwd(), ...options, ...(file !== undefined && { file }) });
      console.out(`Preview: ${web.url}  (Ctrl+C ends it)`);
      await stopped;
      await web.close();
    });
  return cli;
}

/** What package.json calls a command. */
const npmName = (command: string) => (command === 'web' ? 'preview' : command === 'preview' ? '<command>' : command);

function chatCommand(command: Command): void {
  command
    .description('talk with a built bot in the terminal; builds first when the specs are newer')
    .argument('[export]', 'a zip, folder or definition file to play in place of dist/')
    .option('--integration <name>', 'which of specs/ to talk with')
    .addOption(new Option('--target <platform>', 'which build to play').choices(['xo10', 'xo11']).default('xo10'))
    .option('--language <code>', 'one of the bot’s languages, such as es')
    .option(
      '--store <shop>',
      'a real store, the part before .myshopify.com; its token is read from SHOPIFY_ACCESS_TOKEN',
    )
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run chat',
        '  npm run chat -- --language es',
        '  npm run chat -- path/to/export.zip',
        '  SHOPIFY_ACCESS_TOKEN=… npm run chat -- --store my-shop',
      ].join('\n'),
    )
    .action(async (file: string | undefined, flags: ChatFlags) => {
      // The first script waits for the sandbox's process; it starts while everything else is still being loaded.
      const { warmUp } = require('../../preview/warm-up') as typeof import('../../preview/warm-up');
      void warmUp();
      const { chat } = require('../../preview/chat/terminal') as typeof import('../../preview/chat/terminal');
      await chat({ root: process.cwd(), ...flags, ...(file !== undefined && { file }) }, process.stdin, console);
    });
}

function port(written: string): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return value;
}

/** Listens from the moment it is called: a stop that comes while something still starts is not lost. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

/** Exit codes: 0 fine, 1 the bot cannot be played, 2 wrong usage or our own mistake. */
async function main(): Promise<void> {
  process.stdout.on('error', endWithReader);
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UsageError || (error instanceof Error && error.name === 'ExportError')) {
      console.err(error.message);
      process.exitCode = 1;
    } else {
      console.err(`This is our mistake, not yours. Please report it.\n${(error as Error).stack ?? String(error)}`);
      process.exitCode = 2;
    }
  }
}

/** Whoever read our output has seen enough, as in `npm run chat -- --help | head`. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

void main();
