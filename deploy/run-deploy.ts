import { agree } from './consent';
import type { Compared, DeployContext } from './context';
import { recordDeployed } from './deployed';
import { UsageError } from './errors';
import { signToken } from './jwt';
import { pin } from './pins';
import type { ImportSummary } from './resume';
import { backUp } from './steps/back-up';
import { runBatchTests } from './steps/batch-test';
import type { BatchReport } from './steps/batch-test';
import { enableChannel } from './steps/channel';
import { compareExports } from './steps/compare';
import { finishSent, importExisting } from './steps/import-existing';
import { importNew } from './steps/import-new';
import { publish } from './steps/publish';
import { train } from './steps/train';
import { setVariables } from './steps/variables';
import type { VariablesOutcome } from './steps/variables';
import { nextStepsAfter } from './next-steps';

/** What a deployment did, for the summary and for `--json`. */
export interface DeployOutcome {
  readonly botId: string | undefined;
  readonly created: boolean;
  readonly resumed: boolean;
  readonly backup: string | undefined;
  readonly changes: readonly ImportSummary[];
  readonly imported: readonly string[];
  readonly variables: VariablesOutcome;
  readonly trained: readonly string[];
  readonly tests: readonly BatchReport[];
  readonly published: boolean;
  readonly todo: readonly string[];
}

/**
 * sign → (existing bot: export, back up, compare, ask) → upload → import → variables → train → publish. Each step
 * notes what it did in the state file, so that the same command goes on where an earlier one was cut off.
 */
export async function runDeploy(context: DeployContext): Promise<DeployOutcome> {
  const { state, options, built, botId: existing } = context;
  await sign(context);
  const botId = existing ?? (await create(context));
  if (existing !== undefined) await update(existing, context);
  const unchanged = state.get().nothingToImport === true;
  const variables = await setVariables(botId, context);
  // Publishing trains, too, and once is enough; a test needs the trained bot before.
  const publishTrains = options.publish && !options.batchTest;
  const trained = unchanged || publishTrains ? [] : await train(botId, context);
  const tests = options.batchTest ? await runBatchTests(botId, context) : [];
  if (options.channel !== undefined) await enableChannel(botId, options.channel, context);
  const published = options.publish ? await publish(botId, context, publishTrains) : undefined;
  const outcome: DeployOutcome = {
    botId,
    created: existing === undefined,
    resumed: state.resumed,
    backup: state.get().backup,
    changes: state.get().confirmed?.changes ?? [],
    imported: unchanged ? [] : built.jobs.map((job) => job.name),
    variables,
    trained,
    tests,
    published: published !== undefined,
    todo: nextStepsAfter(context, { botId, variables, published }),
  };
  pin(context.folder, context.use(botId));
  keepRecord(botId, context);
  state.clear();
  return outcome;
}

function keepRecord(botId: string, { folder, built, options, settings, clock }: DeployContext): void {
  const [job] = built.jobs;
  if (job === undefined) return;
  recordDeployed(folder, {
    integration: built.integration,
    target: options.target,
    environment: settings.environment,
    botId,
    at: new Date(clock.now()).toISOString(),
    only: options.only,
    zip: job.zip,
  });
}

/** What a deployment would change, without changing anything: reads the bot, if there is one, and compares. */
export async function dryRun(context: DeployContext): Promise<readonly Compared[]> {
  await sign(context);
  if (context.botId === undefined) return [];
  return compareExports((await backUp(context.botId, context)).bot, context);
}

const sign = ({ progress, settings }: DeployContext) =>
  progress.step('Sign a token', () => signToken(settings.admin, settings.assumptions.tokenClaims));

async function create(context: DeployContext): Promise<string> {
  const [job, second] = context.built.jobs;
  if (job === undefined || second !== undefined || context.options.only.length > 0) {
    throw new UsageError('--only updates single actions of a bot that exists: add --bot st-… or set XO_BOT_ID.');
  }
  return importNew(job, context);
}

/**
 * Brings the jobs into a bot that exists. What the platform already took is waited for first; only what is left needs
 * a consent, which is bound to the bot as it is.
 */
async function update(botId: string, context: DeployContext): Promise<void> {
  const { state, built } = context;
  for (const job of built.jobs) await finishSent(job, context);
  const left = () => built.jobs.filter((job) => state.get().jobs[job.name]?.done !== true);
  if (left().length === 0) return;
  await agree(botId, context);
  if (state.get().nothingToImport === true) return;
  const existing = new Set(state.get().confirmed?.existing ?? []);
  for (const job of left()) await importExisting(job, botId, existing, context);
}
