import { join } from 'node:path';
import { createApi } from './api';
import type { DeployContext, DeployOptions, Person } from './context';
import { UsageError } from './errors';
import { findJobs } from './jobs';
import type { Built } from './jobs';
import { createLimiter, realClock } from './limiter';
import type { Clock } from './limiter';
import { checkPins } from './pins';
import type { Progress } from './progress';
import { knownBots } from './memory';
import { openState } from './resume';
import { hash } from './sealed';
import type { StateFile } from './resume';
import type { DeploySettings } from './settings';
import { findSuites, languagesOf } from './steps/batch-test';
import { channelApp } from './channels';

/** Exports and state lie here, in the folder where the command runs; git ignores it. */
export const BACKUP_FOLDER = '.xo-backup';

/** The API with real retries and limits. */
export const connect = (settings: DeploySettings, clock: Clock = realClock) =>
  createApi(settings, { ...settings, clock, limiter: createLimiter(clock) });

/** Puts a deployment together from options and settings. Rejects with a `UsageError` before anything is sent. */
export async function startDeploy(
  options: DeployOptions,
  settings: DeploySettings,
  at: { readonly cwd: string; readonly progress: Progress; readonly person: Person; readonly clock?: Clock },
): Promise<DeployContext> {
  const clock = at.clock ?? realClock;
  const folder = join(at.cwd, BACKUP_FOLDER);
  const dist = join(at.cwd, 'dist');
  const built = await findJobs({ dist, target: options.target, only: options.only, integration: options.integration });
  requireExtras(options, settings, dist, built);
  const botName = options.name ?? built.jobs[0]?.bot.config.name ?? built.integration;
  const bots = knownBots(folder);
  const place = placeOf(settings, options, built);
  const creation = openState(folder, `${place} new`, botName);
  const botId = botToUpdate(options, settings, creation, bots.get(place));
  const state = botId === undefined ? creation : openState(folder, `${place} ${botId}`, fingerprint(built, options));
  if (options.newBot) forgetLostCreation(state, built);
  const use = (id: string | undefined) => ({
    settings,
    place: `${options.target} ${built.integration}`,
    bot: id,
    newBot: options.newBot || (botId === undefined && creation.resumed),
    repin: options.repin,
  });
  await checkPins(folder, use(botId), at.person);
  const asked = at.person.present || options.yes || options.dryRun || state.get().confirmed !== undefined;
  if (botId !== undefined && !asked) {
    throw new UsageError(
      `This changes ${botId}. Without a terminal to ask on, add --yes (or --dry-run to see what would change).`,
    );
  }
  const { progress, person } = at;
  const guarded = { ...settings, secrets: [...settings.secrets, ...securedValues(built, settings)] };
  const context = {
    settings: guarded,
    api: connect(guarded, clock),
    clock,
    progress,
    person,
    options,
    built,
    state,
    folder,
    dist,
  };
  return { ...context, botId, botName, use, remember: (id) => bots.set(place, id) };
}

/** What the extra steps need is there before anything is sent. */
function requireExtras(options: DeployOptions, settings: DeploySettings, dist: string, built: Built): void {
  if (options.channel !== undefined) channelApp(settings);
  if (options.batchTest) findSuites(dist, built.integration, languagesOf(built));
}

/** Which bot of which environment: named environments never share what was deployed. */
const placeOf = ({ environment, host }: DeploySettings, { target }: DeployOptions, { integration }: Built): string =>
  `${environment === undefined ? '' : `${environment} `}${host} ${target} ${integration}`;

/** A secured variable's value is a secret whatever its name is. */
const securedValues = (built: Built, settings: DeploySettings): readonly string[] =>
  built.jobs.flatMap(({ bot }) =>
    bot.config.envVariables.flatMap((v) => (v.isSecured === true ? (settings.variable(v.key) ?? []) : [])),
  );

/** The bot named by the person, or the one that an earlier deployment made; none while a creation is unfinished. */
function botToUpdate(
  options: DeployOptions,
  settings: DeploySettings,
  creation: StateFile,
  made: string | undefined,
): string | undefined {
  if (options.newBot) return undefined;
  if (settings.botId !== undefined) return settings.botId;
  return creation.resumed ? undefined : made;
}

/** `--new` after a lost answer means that the person looked, and the bot is not there. */
function forgetLostCreation(state: StateFile, built: Built): void {
  const [job] = built.jobs;
  const saved = job === undefined ? undefined : state.get().jobs[job.name];
  if (job !== undefined && saved?.sent === true && saved.requestId === undefined) state.resetJob(job.name);
}

/** What is being deployed, and how; a change of either begins a new deployment. */
const fingerprint = (built: Built, options: DeployOptions): string => {
  const { only, utterances, settings } = options;
  return hash(JSON.stringify({ only, utterances, settings }), ...built.jobs.map((job) => job.zip));
};
