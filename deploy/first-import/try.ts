import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Target } from '../../kore/format';
import type { Api } from '../api';
import type { Person } from '../context';
import { DeployError, UsageError } from '../errors';
import type { Clock } from '../limiter';
import type { Progress } from '../progress';
import { writePrivateFile } from '../sealed';
import type { DeploySettings } from '../settings';
import { readyTrials } from './files';
import { reportPage } from './page';
import type { TrialReport } from './result';
import { WAYS } from './send';
import type { UploadWay } from './send';
import { askVariables, askZipInto, runTrial } from './series';
import type { Series, SeriesTools } from './series';
import { evaluateResults } from './evaluate';

export interface TryOptions {
  readonly target: Target;
  readonly integration: string;
  readonly dist: string;
  /** Where the two reports are written. */
  readonly out: string;
  readonly yes: boolean;
}

export interface TryTools {
  readonly settings: DeploySettings;
  readonly connect: (settings: DeploySettings) => Api;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly person: Person;
}

/**
 * The first import on a live platform, as a graded series: each trial makes a new app, or goes into one that this very
 * run made; no other app is touched. Asks before, and writes `first-import-report.json` and `.md`, which hold no
 * secret, whatever happens. Throws a `UsageError` before anything is sent.
 */
export async function tryFirstImport(options: TryOptions, tools: TryTools): Promise<TrialReport> {
  const { target, integration, dist } = options;
  const { clock, person } = tools;
  const trials = await readyTrials(dist, integration, target);
  const fresh = trials.filter((trial) => trial.mode === 'new').length;
  const when = new Date(clock.now()).toISOString();
  const name = `${integration} try ${when.slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}`;
  const question = `This makes up to ${fresh} new apps named “${name} …” on ${tools.settings.host}, and touches no other.`;
  if (!options.yes && !person.present) throw new UsageError(`${question} Without a terminal to ask on, add --yes.`);
  if (!options.yes && !(await person.confirm(`${question} Go on?`))) throw new UsageError('Nothing was sent.');
  const series: Series = { apps: [], results: [], way: wayOf(tools.settings), base: undefined };
  let ended: string | undefined;
  let failure: unknown;
  let claims = tools.settings.assumptions.tokenClaims;
  try {
    const settings = await accepted(tools);
    claims = settings.assumptions.tokenClaims;
    const all: SeriesTools = { ...toolsFor(settings, tools), target, name };
    for (const trial of trials) await runTrial(trial, series, all);
    const [first] = trials;
    if (first !== undefined) await askZipInto(first, series, all);
    await askVariables(series, all);
  } catch (error) {
    failure = error;
    ended = error instanceof DeployError ? `${error.failure.code}: ${error.message}` : 'our own mistake';
  }
  const { apps, results } = series;
  const report: TrialReport = {
    kind: 'first-import-report',
    version: 1,
    target,
    integration,
    when,
    apps: apps.map((app) => ({ id: masked(app.id), name: app.name })),
    findings: evaluateResults(results, { claims, wanted: tools.settings.assumptions.tokenClaims }),
    results: results.map(({ app, ...rest }) => ({ ...rest, ...(app === undefined ? {} : { app: masked(app) }) })),
    ...(ended === undefined ? {} : { ended }),
  };
  writePrivateFile(join(options.out, 'first-import-report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writePrivateFile(join(options.out, 'first-import-report.md'), reportPage(report));
  if (failure !== undefined) throw failure as Error;
  return report;
}

const wayOf = ({ assumptions }: DeploySettings): UploadWay =>
  WAYS[assumptions.newBotFiles === 'json' ? 2 : assumptions.zipExtension === 'json' ? 1 : 0] ?? 'zip as zip';

/** An app is told apart in the report without its id: the report is to be sent to others. */
const masked = (id: string): string => `app-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;

const toolsFor = (settings: DeploySettings, tools: TryTools): Omit<SeriesTools, 'target' | 'name'> => ({
  settings,
  api: tools.connect(settings),
  clock: tools.clock,
  say: () => undefined,
  step: (title, task) => tools.progress.step(title, () => task()),
});

/** The settings under which a token is accepted: a missing scope says that it is, refused credentials that it is not. */
async function accepted(tools: TryTools): Promise<DeploySettings> {
  const { settings } = tools;
  const documented = { ...settings, assumptions: { ...settings.assumptions, tokenClaims: 'documented' as const } };
  const first = await refusal(tools.connect(settings));
  if (first === undefined) return settings;
  if (settings.assumptions.tokenClaims === 'documented' || (await refusal(tools.connect(documented))) !== undefined)
    throw first;
  return documented;
}

async function refusal(api: Api): Promise<DeployError | undefined> {
  try {
    await api.botPage(0);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeployError)) throw error;
    if (['unauthorized', 'clock'].includes(error.failure.code)) return error;
    if (error.failure.code === 'forbidden') return undefined;
    throw error;
  }
}
