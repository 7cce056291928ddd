import { fetchExport } from '../fetch-export';
import { DeployError } from '../errors';
import { listBots } from '../list-bots';
import { readEntries } from '../../kore/zip/entries';
import type { EnvValue } from '../api';
import { changesOf, exportedFiles, trialFactsOf } from './facts';
import type { ReadyTrial } from './files';
import type { ApiTrialId, TrialFacts, TrialResult } from './result';
import { WAYS, sendInto, sendNew } from './send';
import type { SendTools, Sent, UploadWay } from './send';

export interface Series {
  readonly apps: { readonly id: string; readonly name: string }[];
  readonly results: TrialResult[];
  /** The way that the first file was taken in; the first choice until then. */
  way: UploadWay;
  /** The app of the first sound trial: the only one that is imported into. */
  base: string | undefined;
}

export interface SeriesTools extends SendTools {
  /** Beginning of each app's name. */
  readonly name: string;
  readonly step: <T>(title: string, task: () => Promise<T>) => Promise<T>;
}

/** Asks one question and notes what became of it. Rejects only when the series cannot go on. */
export async function runTrial(trial: ReadyTrial, series: Series, tools: SeriesTools): Promise<void> {
  const { id, mode, question } = trial;
  const asked = { id, mode, question };
  if (mode === 'into' && series.base === undefined) {
    const words = ['no app of this series to import into'];
    series.results.push({ ...asked, outcome: 'skipped', words, statuses: [] });
    return;
  }
  await tools.step(`Try ${id}`, async () => {
    const sent = mode === 'new' ? await makeApp(trial, series, tools) : await intoBase(trial, series, tools);
    series.results.push({ ...asked, ...sent, ...(await lookedAt(sent, trial, tools)) });
  });
}

/** A new app. Until a way was found in which files are taken, each is tried. */
async function makeApp(
  trial: ReadyTrial,
  series: Series,
  tools: SeriesTools,
): Promise<Sent & { readonly way: UploadWay }> {
  const known = series.base !== undefined;
  const ways = known ? [series.way] : [series.way, ...WAYS.filter((way) => way !== series.way)];
  const refusals: string[] = [];
  const statuses = new Set<string>();
  let last: (Sent & { readonly way: UploadWay }) | undefined;
  for (const [i, way] of ways.entries()) {
    const name = `${tools.name} ${trial.id}${i === 0 ? '' : ` ${i + 1}`}`;
    const sent = await withApp(await sendNew(trial.file, name, way, tools), name, series, tools);
    for (const status of sent.statuses) statuses.add(status);
    last = { ...sent, way, statuses: [...statuses], words: [...refusals, ...sent.words.map((w) => `${way}: ${w}`)] };
    if (sent.outcome !== 'refused') break;
    refusals.push(...sent.words.map((w) => `${way}: ${w}`));
  }
  if (last === undefined) throw new Error('a trial was sent in no way');
  if (last.outcome === 'taken' && series.base === undefined) Object.assign(series, { way: last.way, base: last.app });
  return last;
}

/** Notes the app that was made. One that the answer does not name is looked up; a name is enough to find it by hand. */
async function withApp(sent: Sent, name: string, series: Series, tools: SeriesTools): Promise<Sent> {
  if (sent.outcome === 'refused') return sent;
  const app = sent.app ?? (await listBots(tools.api).catch(() => [])).find((b) => b.name === name)?.id;
  if (app !== undefined) series.apps.push({ id: app, name });
  return app === undefined
    ? { statuses: sent.statuses, outcome: 'unclear', words: [...sent.words, `no id came back for “${name}”`] }
    : { ...sent, app };
}

async function intoBase(
  trial: ReadyTrial,
  series: Series,
  tools: SeriesTools,
): Promise<Sent & { readonly app: string }> {
  const app = series.base ?? '';
  const sent = await sendInto(trial.file, app, { way: 'separate files', importOptions: optionsFor(trial) }, tools);
  return { ...sent, app };
}

/** Only what the file holds, as a deployment would ask for. */
function optionsFor(trial: ReadyTrial): Readonly<Record<string, unknown>> {
  const mode = { append: true, replace: false };
  const settings = trial.id.startsWith('variables') || trial.built === 'action' ? ['botVariables'] : [];
  return {
    tasks: ['botTask'],
    nlpData: ['utterances', 'patterns'],
    settings,
    options: { utterances: mode, patterns: mode },
  };
}

/** What the app holds afterwards, and what of it is otherwise than in the file. */
async function lookedAt(sent: Sent, trial: ReadyTrial, tools: SeriesTools): Promise<Partial<TrialResult>> {
  if (sent.outcome !== 'taken' || sent.app === undefined) return {};
  try {
    const { files, namesExport } = await exportOf(sent.app, tools);
    const facts: TrialFacts = { ...trialFactsOf(files), ...(namesExport === undefined ? {} : { namesExport }) };
    if (trial.mode === 'into') return { facts };
    return { facts, changes: changesOf(exportedFiles(trial.file.entries), files, tools.settings.secrets) };
  } catch (error) {
    const why =
      error instanceof DeployError
        ? (error.failure.platformSaid ?? error.failure.likelyCause)
        : 'it is of no known shape';
    return { words: [...sent.words, `the export could not be looked at: ${why}`] };
  }
}

async function exportOf(app: string, tools: SeriesTools) {
  let namesExport: boolean | undefined;
  const api = {
    exportBot: tools.api.exportBot,
    exportStatus: async (botId: string, id: string) => {
      const status = await tools.api.exportStatus(botId, id);
      if (status._id !== undefined) namesExport = status._id === id;
      return status;
    },
  };
  const bytes = await fetchExport(app, 'latest', { ...tools, api }, tools.say);
  return { files: exportedFiles(await readEntries(bytes)), namesExport };
}

/** Whether a zip may go into an app that exists. The file is one that is in it already. */
export async function askZipInto(trial: ReadyTrial, series: Series, tools: SeriesTools): Promise<void> {
  const question = 'May a zip go into an app that exists?';
  await askBase('zip-into', question, series, tools, (app) =>
    sendInto(
      trial.file,
      app,
      { way: series.way === 'zip as json' ? 'zip as json' : 'zip as zip', importOptions: optionsFor(trial) },
      tools,
    ),
  );
}

/** Whether the variables call is open to us, and whether it takes `isSecured`. The value is no secret. */
export async function askVariables(series: Series, tools: SeriesTools): Promise<void> {
  const value: EnvValue = {
    key: 'TRY_API',
    value: 'from-the-call',
    hint: 'May be deleted.',
    variableType: 'env',
    scope: 'prePopulated',
  };
  await askBase(
    'variables-api',
    'Does the variables call work, and does it take isSecured?',
    series,
    tools,
    async (app) => {
      if (tools.settings.builder === undefined) {
        return { outcome: 'skipped', words: ['no builder app is set (XO_BUILDER_CLIENT_ID)'], statuses: [] };
      }
      const words: string[] = [];
      for (const secured of [true, false]) {
        try {
          await tools.api.setVariables(app, [secured ? { ...value, isSecured: true } : value]);
          return { outcome: 'taken', words, statuses: [secured ? 'with isSecured' : 'without isSecured'] };
        } catch (error) {
          if (!(error instanceof DeployError)) throw error;
          words.push(error.failure.platformSaid ?? error.failure.likelyCause);
        }
      }
      return { outcome: 'refused', words, statuses: [] };
    },
  );
}

async function askBase(
  id: ApiTrialId,
  question: string,
  series: Series,
  tools: SeriesTools,
  ask: (app: string) => Promise<Sent>,
): Promise<void> {
  const { base } = series;
  const mode = 'call';
  if (base === undefined) {
    series.results.push({ id, mode, question, outcome: 'skipped', words: ['no app of this series'], statuses: [] });
    return;
  }
  await tools.step(`Try ${id}`, async () => {
    series.results.push({ id, mode, question, ...(await ask(base)), app: base });
  });
}
