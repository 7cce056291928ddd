import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchRun } from '../batch-api';
import type { DeployContext } from '../context';
import { DeployError, UsageError, scrub } from '../errors';
import { explain } from '../explain';
import type { Built } from '../jobs';
import { poll } from '../poll';
import { outcomeOf } from '../status';

/** What a batch test of one language found, in the platform's figures. */
export interface BatchReport {
  readonly language: string;
  readonly passed: number;
  readonly failed: number;
  /** As the platform prints them: `0.95`. */
  readonly f1?: string;
  readonly precision?: string;
  readonly recall?: string;
}

interface Suite {
  readonly language: string;
  readonly path: string;
}

/** The batch tests that the build left beside the bot, one for each language. Throws a `UsageError` when there is none. */
export function findSuites(dist: string, integration: string, languages: readonly string[]): readonly Suite[] {
  const [usual] = languages;
  const suites = languages.flatMap((language) => {
    const path = join(dist, integration, language === usual ? 'batch-test.json' : `batch-test.${language}.json`);
    return existsSync(path) ? [{ language, path }] : [];
  });
  if (suites.length > 0) return suites;
  throw new UsageError(`dist/${integration} has no batch-test.json. Run "npm run build" first.`);
}

/** The bot's languages, the usual one first. */
export function languagesOf({ jobs }: Built): readonly string[] {
  const { defaultLanguage: usual, supportedLanguages = [] } = jobs[0]?.bot.definition ?? {};
  return [...new Set([...(usual === undefined ? [] : [usual]), ...supportedLanguages])];
}

/** Uploads, runs and waits for each language's batch test against the version in development. Run it after training. */
export async function runBatchTests(botId: string, context: DeployContext): Promise<readonly BatchReport[]> {
  const { built, progress, dist } = context;
  const reports: BatchReport[] = [];
  for (const suite of findSuites(dist, built.integration, languagesOf(built))) {
    reports.push(await progress.step(`Batch test ${suite.language}`, (say) => runSuite(botId, suite, context, say)));
  }
  return reports;
}

async function runSuite(
  botId: string,
  { language, path }: Suite,
  context: DeployContext,
  say: (text: string) => void,
): Promise<BatchReport> {
  const { api, clock, settings, built } = context;
  const name = `${built.integration}-${language}`;
  const file = { name: `${name}.json`, extension: 'json', bytes: readFileSync(path) };
  const fileName = await api.uploadFile(file, botId);
  await importSuite(botId, { name, language, fileName }, context);
  const id = await api.batch.run(botId, name, language);
  const run = await poll(
    'test',
    async () => {
      const status = await api.batch.status(botId, name, id, language);
      const outcome = outcomeOf(status.status, settings.assumptions.unknownStatus);
      if (outcome === 'failed') throw explain('test', `the test run ended as "${scrub(status.status ?? '', [])}"`);
      return outcome === 'done' ? { done: status } : { waiting: status.status ?? 'pending' };
    },
    { clock, ...settings, say },
  );
  return reportOf(language, run);
}

/** As a new suite; when there is one of that name, in its place. */
async function importSuite(
  botId: string,
  suite: { readonly name: string; readonly language: string; readonly fileName: string },
  { api }: DeployContext,
): Promise<void> {
  try {
    await api.batch.import(botId, { ...suite, importType: 'new' });
  } catch (error) {
    if (!(error instanceof DeployError) || error.failure.code !== 'name-taken') throw error;
    await api.batch.import(botId, { ...suite, importType: 'update' });
  }
}

function reportOf(language: string, { result }: BatchRun): BatchReport {
  const { success, failure } = result?.results ?? {};
  if (typeof success !== 'number' || typeof failure !== 'number') {
    throw new DeployError({ ...explain('test', 'the test run tells no figures').failure, code: 'bad-answer' });
  }
  const figures = { f1: result?.f1_score, precision: result?.precision, recall: result?.recall };
  const told = Object.entries(figures).filter(([, v]) => typeof v === 'string' && /^[\d.]{1,8}$/.test(v));
  return { language, passed: success, failed: failure, ...Object.fromEntries(told) };
}
