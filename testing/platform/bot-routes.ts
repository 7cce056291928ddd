import type { EnvVariable } from '../../kore/format';
import { exportZip } from './export-zip';
import { PlatformRefusal } from './guard';
import { storedBot } from './import-routes';
import { begin, look } from './job';
import type { Tools } from './tools';
import { newId } from './store';

interface OneBot {
  readonly Params: { readonly botId: string };
}

/** Variables, training, publishing, exporting, listing. */
export function botRoutes(tools: Tools): void {
  listRoute(tools);
  variablesRoute(tools);
  trainRoutes(tools);
  publishRoutes(tools);
  exportRoutes(tools);
}

function listRoute({ app, store, options, admit }: Tools): void {
  app.get<{ Querystring: { offset?: string; limit?: string } }>('/api/public/bots', async (request) => {
    await admit(request, 'Role Management', 'account');
    const limit = Math.min(50, Number(request.query.limit ?? 50));
    const offset = Number(request.query.offset ?? 0) * (options.paging === 'pages' ? limit : 1);
    const all = [...store.bots.values()].map((b) => ({ _id: b.id, name: b.bot.config.name, type: 'default' }));
    return { total: all.length, availableMore: all.length > offset + limit, bots: all.slice(offset, offset + limit) };
  });
}

function variablesRoute({ app, store, options, admit }: Tools): void {
  const path = '/api/1.1/public/builder/bot/:botId/variables/import';
  app.post<OneBot & { Body: readonly Partial<EnvVariable>[] }>(path, async (request) => {
    await admit(request, 'Import Variables', request.params.botId);
    const stored = storedBot({ store }, request.params.botId);
    if (!Array.isArray(request.body)) throw new PlatformRefusal(400, 'An array of variables is required');
    for (const v of request.body as readonly Partial<EnvVariable>[]) {
      const complete =
        [v.key, v.value, v.hint, v.scope].every((text) => typeof text === 'string') && v.variableType === 'env';
      if (v.isSecured !== undefined && options.habits?.refusesSecuredFlag === true)
        throw new PlatformRefusal(400, 'isSecured is not allowed');
      if (!complete || v.key === undefined) throw new PlatformRefusal(400, `Variable ${v.key ?? ''} is incomplete`);
      const old = stored.bot.config.envVariables;
      const kept = {
        group: '',
        propagateValue: false,
        ...old.find((o) => o.key === v.key),
        ...v,
        value: '',
      } as EnvVariable;
      const envVariables = old.some((o) => o.key === v.key)
        ? old.map((o) => (o.key === v.key ? kept : o))
        : [...old, kept];
      stored.bot = { ...stored.bot, config: { ...stored.bot.config, envVariables } };
      stored.values.set(v.key, v.value ?? '');
    }
    return { message: `${request.body.length} Variables imported/updated successfully.` };
  });
}

function trainRoutes(tools: Tools): void {
  const { app, store, admit } = tools;
  app.post<OneBot>('/api/public/bot/:botId/ml/train', async (request) => {
    const { botId } = request.params;
    await admit(request, 'Train ML', botId);
    const stored = storedBot(tools, botId);
    const language = request.headers['bot-language'];
    const trained = typeof language === 'string' ? language : 'en';
    const job = begin(tools, 'train', 'trn', () => {
      stored.trained.add(trained);
      return Promise.resolve();
    });
    store.last.set(`train ${botId} ${trained}`, job.id);
    return [{ message: 'Training Queued.', Training_ID: job.id }];
  });
  app.get<OneBot & { Querystring: { language?: string } }>(
    '/api/public/bot/:botId/ml/train/status',
    async (request) => {
      const { botId } = request.params;
      await admit(request, 'Train ML', `${botId} training`);
      const stored = storedBot(tools, botId);
      const language = request.query.language ?? 'en';
      const job = await look(tools, store.last.get(`train ${botId} ${language}`)).catch(() => undefined);
      const names = { pending: 'Inprogress', success: 'Finished', failed: 'Failed' } as const;
      return { trainingStatus: names[job?.status ?? 'success'], isMlInSyncWithSentences: stored.trained.has(language) };
    },
  );
}

function publishRoutes(tools: Tools): void {
  const { app, store, admit } = tools;
  app.post<OneBot & { Body: { versionComment?: string; initiateTraining?: boolean } }>(
    '/api/public/bot/:botId/publish',
    async (request) => {
      const { botId } = request.params;
      await admit(request, 'Publish', botId);
      const stored = storedBot(tools, botId);
      if (typeof request.body.versionComment !== 'string') throw new PlatformRefusal(400, 'versionComment is required');
      if (stored.channels === 0) throw new PlatformRefusal(400, 'At least one channel must be enabled');
      const job = begin(tools, 'publish', 'ds', () => {
        if (request.body.initiateTraining === true) stored.trained = new Set(stored.bot.definition.supportedLanguages);
        stored.published = stored.bot;
        stored.restored = false;
        return Promise.resolve();
      });
      store.last.set(`publish ${botId}`, job.id);
      return [{ resourceType: 'NL', status: 'SUCCESS', result: { resourceId: 'NL', name: 'Natural Language' } }];
    },
  );
  app.get<OneBot>('/api/public/bot/:botId/publish/status', async (request) => {
    const { botId } = request.params;
    await admit(request, 'Publish Status', `${botId} publish`);
    storedBot(tools, botId);
    const job = await look(tools, store.last.get(`publish ${botId}`));
    const names = { pending: 'inprogress', success: 'successful', failed: 'failed' } as const;
    return {
      _id: job.id,
      jobType: 'PUBLISH_BOT',
      requestedTime: job.requestedTime,
      status: names[job.status],
      percentageComplete: job.status === 'pending' ? 50 : 100,
      statusSummary: job.logs.map((l) => ({ name: l.taskName, status: l.status.toUpperCase(), message: l.message })),
    };
  });
}

function exportRoutes(tools: Tools): void {
  const { app, store, options, now, admit } = tools;
  app.post<OneBot & { Body: { exportType?: string } }>('/api/public/bot/:botId/export', async (request) => {
    const { botId } = request.params;
    await admit(request, 'Bot Export', botId);
    const stored = storedBot(tools, botId);
    const { exportType } = request.body;
    if (exportType !== 'latest' && exportType !== 'published')
      throw new PlatformRefusal(400, 'exportType must be latest or published');
    const job = begin(tools, 'export', 'ber', async (running) => {
      const bot = exportType === 'latest' ? stored.bot : stored.published;
      if (bot === undefined) throw new Error('The bot is not published');
      const key = newId('file');
      store.downloads.set(key, { bytes: await exportZip(stored, bot), at: now() });
      running.download = key;
    });
    store.last.set(`export ${botId}`, job.id);
    return { _id: job.id, streamId: botId, status: job.status, exportType, requestType: 'Botexport' };
  });
  app.get<OneBot>('/api/public/bot/:botId/export/status', async (request) => {
    const { botId } = request.params;
    const id = store.last.get(`export ${botId}`);
    await admit(request, 'Bot Export', id ?? botId);
    const job = await look(tools, id);
    const link = job.download === undefined ? {} : { downloadURL: `http://${request.host}/download/${job.download}` };
    const named = options.habits?.namesNoExport === true ? {} : { _id: job.id };
    return { ...named, botId, status: job.status, requestType: 'Botexport', ...link };
  });
  app.get<{ Params: { key: string } }>('/download/:key', async (request, reply) => {
    const file = store.downloads.get(request.params.key);
    if (file === undefined || now() - file.at > (options.fileLifeMs ?? 3_600_000))
      throw new PlatformRefusal(403, 'The link has expired');
    return reply.type('application/zip').send(file.bytes);
  });
}
