import { CONFIG_FILE, DEFINITION_FILE } from '../../kore/format';
import type { DeployContext } from '../context';
import { DeployError } from '../errors';
import { configFor, importOptions } from '../import-body';
import type { ImportJob } from '../jobs';
import { waitForImport } from './wait-for-import';

/** Waits for an import that the platform took in an earlier run. One that it forgot begins anew. */
export async function finishSent(job: ImportJob, context: DeployContext): Promise<void> {
  const { state } = context;
  const { requestId, done } = state.get().jobs[job.name] ?? {};
  if (requestId === undefined || done === true) return;
  try {
    await waitForImport(job, requestId, context);
    state.updateJob(job.name, { done: true });
  } catch (error) {
    if (!forgotten(error)) throw error;
    state.resetJob(job.name);
  }
}

/**
 * Imports one job into a bot that exists. Doing it twice does no harm, since the platform matches by `refId`; so a
 * request that the platform forgot, or a file of an earlier run, is simply made anew, once.
 */
export async function importExisting(
  job: ImportJob,
  botId: string,
  existing: ReadonlySet<string>,
  context: DeployContext,
): Promise<void> {
  const resumed = context.state.resumed && context.state.get().jobs[job.name] !== undefined;
  try {
    await importOnce(job, botId, existing, context);
  } catch (error) {
    if (!forgotten(error) && !(resumed && staleFile(error))) throw error;
    context.state.resetJob(job.name);
    await importOnce(job, botId, existing, context);
  }
}

const codeOf = (error: unknown) => (error instanceof DeployError ? error.failure.code : undefined);
const forgotten = (error: unknown) => codeOf(error) === 'request-lost';
const staleFile = (error: unknown) => ['file-expired', 'wrong-file'].includes(codeOf(error) ?? '');

async function importOnce(
  job: ImportJob,
  botId: string,
  existing: ReadonlySet<string>,
  context: DeployContext,
): Promise<void> {
  const { state, api, progress, options } = context;
  const saved = () => state.get().jobs[job.name] ?? {};
  if (saved().done === true) return;
  if (saved().files === undefined) {
    const files = await progress.step(`Upload ${job.name}`, () => upload(job, botId, existing, context));
    state.updateJob(job.name, { files });
  }
  if (saved().requestId === undefined) {
    const whole = options.only.length === 0;
    const body = { ...saved().files, importOptions: importOptions(job, whole, existing, options, context.settings) };
    state.updateJob(job.name, { sent: true });
    state.updateJob(job.name, { requestId: await api.importInto(botId, body) });
  }
  await waitForImport(job, saved().requestId ?? '', context);
  state.updateJob(job.name, { done: true });
}

async function upload(
  job: ImportJob,
  botId: string,
  existing: ReadonlySet<string>,
  context: DeployContext,
): Promise<Readonly<Record<string, string>>> {
  const { api, settings, options } = context;
  if (settings.assumptions.existingBotFiles === 'zip') {
    const file = { name: `${job.name}.zip`, extension: settings.assumptions.zipExtension, bytes: job.zip };
    return { uploadMode: 'ZIP', zipInfo: await api.uploadFile(file, botId) };
  }
  const definition = { name: DEFINITION_FILE[options.target], extension: 'json', bytes: job.definition };
  const config = { name: CONFIG_FILE, extension: 'json', bytes: configFor(job, existing, settings) };
  return { botDefinition: await api.uploadFile(definition, botId), configInfo: await api.uploadFile(config, botId) };
}
