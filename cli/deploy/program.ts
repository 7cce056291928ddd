import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { TARGETS } from '../../kore/format';
import type { Target } from '../../kore/format';
import { ExportError } from '../../kore/reading/export-error';
import type { DeployOptions } from '../../deploy/context';
import { DeployError, UsageError, failureLines, scrub } from '../../deploy/errors';
import { dryRunReport, summary } from '../../deploy/report';
import { readDeploySettings } from '../../deploy/settings';
import type { DeploySettings } from '../../deploy/settings';
import { BACKUP_FOLDER, connect, startDeploy } from '../../deploy/start';
import { checkPins, pin } from '../../deploy/pins';
import { liveProgress, quietProgress } from '../../deploy/progress';
import { dryRun, runDeploy } from '../../deploy/run-deploy';
import { realClock } from '../../deploy/limiter';
import { pullBot } from '../../deploy/steps/pull';
import { CHANNELS } from '../../deploy/channels';
import type { ChannelName } from '../../deploy/channels';
import { terminalPerson } from '../../deploy/terminal';

interface Common {
  readonly target?: Target;
  readonly bot?: string;
  readonly host?: string;
  readonly env?: string;
  readonly json?: boolean;
  readonly repin?: boolean;
}

interface DeployFlags extends Common {
  readonly integration?: string;
  readonly only?: readonly string[];
  readonly name?: string;
  readonly utterances: 'append' | 'replace';
  readonly settings: boolean;
  readonly publish?: boolean;
  readonly comment: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly new?: boolean;
  readonly unrelated?: boolean;
  readonly channel?: ChannelName;
  readonly batchTest?: boolean;
}

interface PullFlags extends Common {
  readonly out?: string;
  readonly published?: boolean;
}

/** What must not be shown, known once the settings are read. */
let secrets: readonly string[] = [];

const terminal = () => process.stderr.isTTY && !process.env['CI'];
const progressFor = (flags: Common) => (flags.json !== true && terminal() ? liveProgress : quietProgress);
const print = (text: string) => console.log(scrub(text, secrets));

function settingsOf(flags: Common): DeploySettings {
  const asked = { folder: process.cwd(), environment: flags.env, process: process.env };
  const settings = readDeploySettings({ ...asked, target: flags.target, host: flags.host, bot: flags.bot });
  secrets = settings.secrets;
  return settings;
}

async function deploy(flags: DeployFlags): Promise<void> {
  const settings = settingsOf(flags);
  const { target } = settings;
  if (target === undefined)
    throw new UsageError('Which platform? Add --target xo10 or --target xo11, or set XO_TARGET.');
  const options: DeployOptions = {
    target,
    only: flags.only ?? [],
    utterances: flags.utterances,
    settings: flags.settings,
    publish: flags.publish === true,
    comment: flags.comment,
    dryRun: flags.dryRun === true,
    yes: flags.yes === true,
    newBot: flags.new === true,
    batchTest: flags.batchTest === true,
    unrelated: flags.unrelated === true,
    repin: flags.repin === true,
    ...(flags.integration === undefined ? {} : { integration: flags.integration }),
    ...(flags.channel === undefined ? {} : { channel: flags.channel }),
    ...(flags.name === undefined ? {} : { name: flags.name }),
  };
  const person = terminalPerson(flags.json === true);
  const context = await startDeploy(options, settings, { cwd: process.cwd(), progress: progressFor(flags), person });
  secrets = context.settings.secrets;
  if (options.dryRun) {
    const { text, ...report } = dryRunReport(context, await dryRun(context));
    return print(flags.json === true ? JSON.stringify(report, null, 2) : text);
  }
  const outcome = await runDeploy(context);
  print(flags.json === true ? JSON.stringify({ ok: true, ...outcome }, null, 2) : summary(outcome));
}

async function pull(flags: PullFlags): Promise<void> {
  const settings = settingsOf(flags);
  const { botId } = settings;
  if (botId === undefined) throw new UsageError('Which bot? Add --bot st-… or set XO_BOT_ID.');
  const out = flags.out ?? join(BACKUP_FOLDER, botId, 'latest.zip');
  const tools = { settings, api: connect(settings), clock: realClock };
  const use = { settings, repin: flags.repin === true };
  await checkPins(BACKUP_FOLDER, use, terminalPerson(flags.json === true));
  const version = flags.published === true ? 'published' : 'latest';
  const { bot, removed } = await progressFor(flags).step('Export', (say) => pullBot(botId, out, version, tools, say));
  pin(BACKUP_FOLDER, use);
  const { dialogs } = bot.definition;
  if (flags.json === true) {
    return print(
      JSON.stringify(
        { ok: true, botId, out, target: bot.target, dialogs: dialogs.length, secretsRemoved: removed },
        null,
        2,
      ),
    );
  }
  print(
    `${out}: ${dialogs.length} dialogs (${bot.target})${removed > 0 ? `; ${removed} values left out, they may be secrets` : ''}`,
  );
  print(`Compare it: npm run diff -- --against ${out}`);
}

function common(command: Command): Command {
  return command
    .addOption(new Option('--target <platform>', 'which platform (or XO_TARGET)').choices([...TARGETS]))
    .option('--bot <id>', 'the bot’s id, st-… (or XO_BOT_ID)')
    .option('--host <address>', 'the platform’s address (or XO_HOST)')
    .option('--env <name>', 'read .env.<name> before .env')
    .option('--repin', 'the host or the bot is meant to be another one than this environment had before')
    .option('--json', 'print one JSON document for machines');
}

function filled(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty.');
  return text;
}

function program(): Command {
  const cli = new Command('npm run')
    .exitOverride()
    .configureHelp({
      commandUsage: (command) => `npm run ${command.parent ? command.name() : '<command>'} -- ${command.usage()}`,
    })
    .showHelpAfterError('(--help shows how)');
  cli.description('Brings a built bot to the XO Platform and back. Settings: .env.example.');
  common(cli.command('deploy'))
    .description('upload, import, fill variables, train and publish what the build left in dist/')
    .option('--integration <name>', 'which bot in dist/; not needed when there is one')
    .option('--only <action...>', 'update these actions of a bot that exists')
    .option('--name <name>', 'name of a new bot', filled)
    .addOption(
      new Option('--utterances <how>', 'training sentences that only the platform has: keep or drop')
        .choices(['append', 'replace'])
        .default('append'),
    )
    .option('--no-settings', 'leave bot-level settings and events as they are')
    .option('--batch-test', 'run the built batch tests after training, and report')
    .addOption(new Option('--channel <name>', 'enable this channel, once for each bot').choices(Object.keys(CHANNELS)))
    .option('--publish', 'publish afterwards')
    .option('--comment <text>', 'comment of the published version', filled, 'Deployed from source')
    .option('--new', 'make a new bot, though an earlier deployment made one')
    .option('--unrelated', 'update a bot that has nothing of these files in it yet')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run deploy -- --target xo11 --dry-run\n  npm run deploy -- --target xo10 --bot st-… --only get-order-details --publish',
    )
    .action(deploy);
  common(cli.command('pull'))
    .description('export a bot into a zip that diff and preview take')
    .option('--out <file.zip>', 'where to; usually .xo-backup/<bot>/latest.zip', filled)
    .option('--published', 'the published version, not the one in development')
    .addHelpText('after', '\nExample:\n  npm run pull -- --bot st-… --out live.zip')
    .action(pull);
  return cli;
}

/** Exit codes: 0 fine, 1 the deployment failed or was refused, 2 wrong usage or our own mistake. */
function report(error: unknown, json: boolean): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof DeployError) {
    if (json) print(JSON.stringify({ ok: false, kind: 'failed', ...error.failure }, null, 2));
    else console.error(scrub(failureLines(error.failure).join('\n'), secrets));
    return 1;
  }
  const usage = error instanceof UsageError || error instanceof ExportError;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (json) print(JSON.stringify({ ok: false, kind: usage ? 'usage' : 'bug', message }, null, 2));
  else console.error(scrub(usage ? message : `This is our mistake, please report it.\n${stack ?? message}`, secrets));
  return 2;
}

async function main(): Promise<void> {
  // Should the process end before the work does, that is no success.
  process.exitCode = 2;
  try {
    await program().parseAsync();
    process.exitCode = 0;
  } catch (error) {
    process.exitCode = report(error, process.argv.includes('--json'));
  }
}

void main();
