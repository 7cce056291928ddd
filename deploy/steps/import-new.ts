import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE } from '../../kore/format';
import type { RequestStatus } from '../api';
import type { DeployContext } from '../context';
import { DeployError } from '../errors';
import { explain } from '../explain';
import { configFor } from '../import-body';
import type { ImportJob } from '../jobs';
import { listBots } from '../list-bots';
import { hash } from '../sealed';
import { importExisting } from './import-existing';
import { waitForImport } from './wait-for-import';

const NONE: ReadonlySet<string> = new Set();

/**
 * Creates the bot and returns its id. This must not happen twice, so the state says `sent` before the call is made:
 * when its answer was lost, the account's bots are looked through for the name, and a bot that is there is completed
 * by importing into it. Where bots may not be listed, the person is asked to look. A creation that was begun with
 * other files is brought up to date.
 */
export async function importNew(job: ImportJob, context: DeployContext, mayBeginAnew = true): Promise<string> {
  const { state, progress } = context;
  const saved = () => state.get().jobs[job.name] ?? {};
  const made = state.get().botId;
  if (made !== undefined) return complete(job, made, context);
  if (saved().sent === true && saved().requestId === undefined) {
    const found = await progress.step('Look for the bot whose creation was cut off', () => lookUp(context));
    state.resetJob(job.name);
    if (found !== undefined) return complete(job, found, context);
  }
  if (saved().requestId === undefined) await request(job, context);
  const status = await waited(job, saved().requestId ?? '', context, mayBeginAnew);
  if (status === undefined) return importNew(job, context, false);
  const botId = status.streamId ?? (await lookUp(context));
  if (botId === undefined)
    throw unknown(context, 'the import succeeded, but the platform does not say which bot it made');
  adopt(botId, context);
  state.updateJob(job.name, { done: true });
  if (state.get().content === hash(job.zip)) return botId;
  state.resetJob(job.name);
  return complete(job, botId, context);
}

/**
 * Waits for the creation. A request that the platform forgot may have made the bot all the same, so it counts as one
 * whose answer was lost: undefined, and what follows looks for the bot before it asks for another. Once in a run.
 */
async function waited(
  job: ImportJob,
  requestId: string,
  context: DeployContext,
  mayBeginAnew: boolean,
): Promise<RequestStatus | undefined> {
  try {
    return await waitForImport(job, requestId, context);
  } catch (error) {
    if (!(error instanceof DeployError) || error.failure.code !== 'request-lost') throw error;
    context.state.resetJob(job.name);
    context.state.updateJob(job.name, { sent: true });
    if (!mayBeginAnew) throw error;
    return undefined;
  }
}

async function request(job: ImportJob, context: DeployContext): Promise<void> {
  const { state, api, progress, botName } = context;
  if (state.get().mayList === undefined) await checkName(context);
  const files = await progress.step(`Upload ${job.name}`, () => upload(job, context));
  state.update({ content: hash(job.zip) });
  state.updateJob(job.name, { sent: true });
  try {
    state.updateJob(job.name, { requestId: await api.importNew({ ...files, name: botName }) });
  } catch (error) {
    const refused = error instanceof DeployError && error.failure.code !== 'unknown-outcome';
    if (refused) state.resetJob(job.name);
    throw error;
  }
}

/** A name that is taken is found before anything is uploaded, if the app may list the account's bots. */
async function checkName(context: DeployContext): Promise<void> {
  const bots = await listed(context);
  context.state.update({ mayList: bots !== undefined });
  const taken = bots?.find((b) => b.name.toLowerCase() === context.botName.toLowerCase());
  if (taken === undefined) return;
  const { failure } = explain('import', `a bot of this name already exists (${taken.id})`);
  throw new DeployError({
    ...failure,
    whatToDo: `update it with --bot ${taken.id}, or choose another name with --name`,
  });
}

async function listed(
  context: DeployContext,
): Promise<readonly { readonly id: string; readonly name: string }[] | undefined> {
  try {
    return await listBots(context.api);
  } catch (error) {
    if (error instanceof DeployError && ['forbidden', 'unauthorized', 'not-found'].includes(error.failure.code))
      return undefined;
    throw error;
  }
}

/** The id of the bot of our name; undefined when there certainly is none. */
async function lookUp(context: DeployContext): Promise<string | undefined> {
  const bots = context.state.get().mayList === false ? undefined : await listed(context);
  if (bots === undefined) throw unknown(context, 'the answer to the creation was lost');
  return bots.find((b) => b.name.toLowerCase() === context.botName.toLowerCase())?.id;
}

const unknown = (context: DeployContext, platformSaid: string) =>
  new DeployError({
    step: 'import',
    code: 'unknown-outcome',
    platformSaid,
    likelyCause: 'this app may not list the account’s bots (Admin Console: Profile Management > Role Management)',
    whatToDo: `look in the builder for a bot named “${context.botName}”: if it is there, run again with --bot st-…; if not, run again with --new`,
  });

async function complete(job: ImportJob, botId: string, context: DeployContext): Promise<string> {
  adopt(botId, context);
  await importExisting(job, botId, NONE, context);
  return botId;
}

function adopt(botId: string, context: DeployContext): void {
  context.remember(botId);
  context.state.update({ botId });
}

async function upload(job: ImportJob, context: DeployContext): Promise<Readonly<Record<string, string>>> {
  const { api, settings, options } = context;
  if (settings.assumptions.newBotFiles === 'zip' && settings.assumptions.variables !== 'config') {
    const file = { name: `${job.name}.zip`, extension: settings.assumptions.zipExtension, bytes: job.zip };
    return { uploadMode: 'ZIP', zipInfo: await api.uploadFile(file, 'account') };
  }
  const send = (name: string, bytes: Buffer) => api.uploadFile({ name, extension: 'json', bytes }, 'account');
  return {
    uploadMode: 'JSON',
    botDefinition: await send(DEFINITION_FILE[options.target], job.definition),
    configInfo: await send(CONFIG_FILE, configFor(job, NONE, settings)),
    ...(job.icon === undefined ? {} : { icon: await send(ICON_FILE, job.icon) }),
  };
}
