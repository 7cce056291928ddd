import type { KoreBot } from '../../kore/format';
import { ImportRefusal, applyImport, broughtVariables, requireDependents } from './apply-import';
import type { ImportOptions } from './apply-import';
import { PlatformRefusal } from './guard';
import { withPlatformDefaults, checkImport, settleIdentity, variablesAsRead } from './judge';
import { begin, look } from './job';
import { localize } from './localize';
import { openUpload } from './open-upload';
import type { UploadParts } from './open-upload';
import type { Tools } from './tools';
import { newId } from './store';
import type { PlatformJob, Stored, BatchSuite } from './store';
import { uploaded } from './upload-route';

interface ImportBody {
  readonly uploadMode?: string;
  readonly botDefinition?: string;
  readonly configInfo?: string;
  readonly icon?: string;
  readonly zipInfo?: string;
  readonly name?: string;
  readonly importOptions?: ImportOptions;
}

/** Import as a new bot, into an existing one, and the status of either. */
export function importRoutes(tools: Tools): void {
  const { app, store, admit } = tools;
  const habits = tools.options.habits ?? {};

  app.post<{ Body: ImportBody }>('/api/public/bot/import', async (request) => {
    const { body } = request;
    await admit(request, 'Bot Import', 'account');
    if (body.uploadMode !== 'ZIP' && body.uploadMode !== 'JSON')
      throw new PlatformRefusal(400, 'uploadMode must be JSON or ZIP');
    const parts = partsOf(tools, body);
    const icon = body.uploadMode === 'JSON' ? uploaded(tools, body.icon, 'icon').bytes : undefined;
    const job = begin(tools, 'import', 'bir', async (running) => {
      const opened = await openUpload(parts, tools.options.target);
      const name = body.name ?? opened.bot.config.name;
      if ([...store.bots.values()].some((b) => sameName(b.bot, name)))
        throw new ImportRefusal(`Bot name ${name} already exists`);
      checkImport(opened.bot, habits);
      requireDependents(opened.bot.definition);
      const id = newId('st');
      const bot = withPlatformDefaults(localize(named(variablesAsRead(opened.bot, habits), name), id), habits);
      const values = new Map(bot.config.envVariables.filter((v) => v.value !== '').map((v) => [v.key, v.value]));
      const rest = {
        published: undefined,
        trained: new Set<string>(),
        channels: 0,
        suites: new Map<string, BatchSuite>(),
        restored: false,
      };
      store.bots.set(id, { id, bot, values, icon: icon ?? opened.icon, ...rest });
      finished(running, bot, id);
    });
    return told(job);
  });

  app.post<{ Body: ImportBody; Params: { botId: string } }>('/api/public/bot/:botId/import', async (request) => {
    const { botId } = request.params;
    await admit(request, 'Bot Import', botId);
    const stored = storedBot(tools, botId);
    if (stored.restored)
      throw new PlatformRefusal(400, 'Import failed: the bot was restored to a version and is not published');
    const { importOptions } = request.body;
    const mode = tools.options.zipIntoExisting === true ? request.body.uploadMode : undefined;
    const parts = partsOf(tools, { ...request.body, uploadMode: mode ?? 'JSON' });
    const job = begin(tools, 'import', 'bir', async (running) => {
      const { bot: file } = await openUpload(parts, tools.options.target);
      checkImport(file, { ...habits, refusesEvents: undefined, refusesCompanions: undefined });
      const read = variablesAsRead(localize(file, botId), habits);
      const local = settleIdentity(stored.bot.definition, read, habits);
      stored.bot = applyImport(stored.bot, local, importOptions ?? {});
      for (const v of broughtVariables(local, importOptions ?? {})) {
        if (v.value !== '') stored.values.set(v.key, v.value);
        else if (habits.keepsVariables !== true) stored.values.delete(v.key);
      }
      stored.trained = new Set();
      finished(running, local, botId);
    });
    return told(job);
  });

  app.get<{ Params: { id: string } }>('/api/public/bot/import/status/:id', async (request) => {
    await admit(request, 'Bot Import', request.params.id);
    const job = await look(tools, request.params.id);
    const status = job.status === 'failed' ? (tools.options.failedStatus ?? 'failed') : job.status;
    return {
      ...told(job),
      status,
      ...(job.streamId === undefined || habits.namesNoApp === true ? {} : { streamId: job.streamId }),
    };
  });
}

/** The stored bot, or the platform's refusal (observed). */
export function storedBot({ store }: Pick<Tools, 'store'>, botId: string): Stored {
  const stored = store.bots.get(botId);
  if (stored === undefined) throw new PlatformRefusal(400, 'Invalid StreamId');
  return stored;
}

function partsOf(tools: Tools, body: ImportBody): UploadParts {
  if (body.uploadMode === 'ZIP') {
    const zip = uploaded(tools, body.zipInfo, 'zipInfo');
    const taken = tools.options.habits?.zipIsJson === true ? 'json' : 'zip';
    if (zip.extension !== taken) throw new PlatformRefusal(400, 'Unsupported file type for zipInfo');
    return { zip: zip.bytes };
  }
  const [definition, config] = [
    uploaded(tools, body.botDefinition, 'botDefinition'),
    uploaded(tools, body.configInfo, 'configInfo'),
  ];
  if (definition.extension !== 'json' || config.extension !== 'json')
    throw new PlatformRefusal(400, 'Unsupported file type');
  return { definition: definition.bytes, config: config.bytes };
}

const sameName = (bot: KoreBot, name: string) => bot.config.name.toLowerCase() === name.toLowerCase();

function named(bot: KoreBot, name: string): KoreBot {
  if (bot.config.name === name) return bot;
  const { defaultLanguage: lang, localeData } = bot.definition;
  const renamed = { ...localeData, [lang]: { ...localeData[lang], name } };
  return { ...bot, definition: { ...bot.definition, localeData: renamed }, config: { ...bot.config, name } };
}

function finished(job: PlatformJob, file: KoreBot, streamId: string): void {
  job.streamId = streamId;
  const log = (taskType: string, taskName: string) => ({ taskType, taskName, status: 'success' as const });
  const { dialogs, defaultLanguage } = file.definition;
  job.logs = [
    log('Bot Definition', file.config.name),
    ...dialogs.map((d) => log('Dialog', d.localeData[defaultLanguage]?.name ?? d.refId)),
    ...['Utterences', 'Patterns', 'BotVariables', 'importBot'].map((part) => log(part, part)),
  ];
}

const told = (job: PlatformJob) => ({
  _id: job.id,
  status: job.status,
  statusLogs: [{ taskType: 'importRequest', taskName: 'import', status: 'success' }, ...job.logs],
  requestType: 'Botimport',
  createdOn: job.requestedTime,
});
