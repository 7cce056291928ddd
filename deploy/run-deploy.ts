import { changesNothing } from '../kore/diff/incremental';
import { summaryOf } from '../kore/diff/outline';
import type { Compared, Context } from './context';
import { DeployError, UsageError } from './errors';
import { signToken } from './jwt';
import type { Change } from './resume';
import { backUp } from './steps/back-up';
import { compareExports } from './steps/compare';
import { importExisting } from './steps/import-existing';
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
  readonly changes: readonly Change[];
  readonly imported: readonly string[];
  readonly variables: VariablesOutcome;
  readonly trained: readonly string[];
  readonly published: boolean;
  readonly todo: readonly string[];
}

/**
 * sign → (existing bot: export, back up, compare, ask) → upload → import → variables → train → publish. Each step
 * notes what it did in the state file, so that the same command goes on where an earlier one was cut off.
 */
export async function runDeploy(context: Context): Promise<DeployOutcome> {
  const { state, options, built, botId: existing } = context;
  await sign(context);
  const botId = existing ?? (await create(context));
  if (existing !== undefined) await update(existing, context);
  const unchanged = state.get().nothingToImport === true;
  const variables = await setVariables(botId, context);
  const trained = unchanged ? [] : await train(botId, context);
  const published = options.publish ? await publish(botId, context) : undefined;
  const outcome: DeployOutcome = {
    botId,
    created: existing === undefined,
    resumed: state.resumed,
    backup: state.get().backup,
    changes: state.get().confirmed?.changes ?? [],
    imported: unchanged ? [] : built.jobs.map((job) => job.name),
    variables,
    trained,
    published: published !== undefined,
    todo: nextStepsAfter(context, { botId, variables, published }),
  };
  state.clear();
  return outcome;
}

/** What a deployment would change, without changing anything: reads the bot, if there is one, and compares. */
export async function dryRun(context: Context): Promise<readonly Compared[]> {
  await sign(context);
  if (context.botId === undefined) return [];
  return compareExports(await backUp(context.botId, context), context.built, context.options);
}

const sign = ({ progress, settings }: Context) =>
  progress.step('Sign a token', () => signToken(settings.admin, settings.assumptions.tokenClaims));

async function create(context: Context): Promise<string> {
  const [job, second] = context.built.jobs;
  if (job === undefined || second !== undefined || context.options.only.length > 0) {
    throw new UsageError('--only updates single actions of a bot that exists: add --bot st-… or set XO_BOT_ID.');
  }
  return importNew(job, context);
}

/** Fetches what the bot is now, keeps it, asks about the changes, imports. A deployment that goes on was asked before. */
async function update(botId: string, context: Context): Promise<void> {
  const { state, options, person, built } = context;
  if (state.get().confirmed === undefined) {
    const current = await backUp(botId, context);
    const compared = compareExports(current, built, options);
    for (const { name, diff } of compared) person.showDiff(diff, name);
    const nothingToImport = compared.every(({ diff }) => changesNothing(diff));
    if (!nothingToImport && !options.yes && !(await person.confirm(`Import this into ${botId}?`))) throw refused();
    const changes = compared.map(({ name, diff }) => ({ name, summary: summaryOf(diff) }));
    const existing = current.config.envVariables.map((v) => v.key);
    state.update({ confirmed: { changes, existing }, nothingToImport });
  }
  if (state.get().nothingToImport === true) return;
  const existing = new Set(state.get().confirmed?.existing ?? []);
  for (const job of built.jobs) await importExisting(job, botId, existing, context);
}

const refused = () =>
  new DeployError({
    step: 'compare',
    code: 'refused',
    likelyCause: 'the changes were not confirmed',
    whatToDo: 'nothing was changed; run the same command again when the changes are right',
  });
