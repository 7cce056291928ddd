import { batchApi } from './batch-api';
import { explain } from './explain';
import { send } from './http';
import type { Call, HttpOptions } from './http';
import { signToken } from './jwt';
import type { ApiCredentials, DeploySettings } from './settings';
import type { FailureCode, DeployStep } from './errors';
import { DeployError } from './errors';

/** One line of an import's log. */
export interface StatusLog {
  readonly taskType?: string;
  readonly taskName?: string;
  readonly status?: string;
  readonly message?: string;
  readonly [key: string]: unknown;
}

/** An import, export or publish request as the status calls tell it. All of it is optional: the platform is not trusted to send it. */
export interface RequestStatus {
  readonly _id?: string;
  readonly status?: string;
  readonly streamId?: string;
  readonly statusLogs?: readonly StatusLog[];
  readonly downloadURL?: string;
  readonly requestedTime?: string;
  readonly percentageComplete?: number;
  readonly statusSummary?: readonly { readonly name?: string; readonly status?: string; readonly message?: string }[];
  readonly result?: { readonly state?: string };
}

export interface TrainingStatus {
  readonly trainingStatus?: string;
  readonly isMlInSyncWithSentences?: boolean;
}

export interface EnvValue {
  readonly key: string;
  readonly value: string;
  readonly hint: string;
  readonly variableType: 'env';
  readonly scope: string;
  readonly isSecured?: boolean;
}

/** How many bots a page of the list holds at most (documented). */
export const BOTS_A_PAGE = 50;

export interface BotPage {
  readonly bots: readonly { readonly id: string; readonly name: string }[];
  readonly more: boolean;
}

/** The web and mobile client, and the webhook. */
export type ChannelType = 'rtm' | 'ivr';

export interface ChannelClient {
  readonly clientId: string;
  readonly appName: string;
}

export type Api = ReturnType<typeof createApi>;

/** The platform's documented calls; see `send` for retries, limits and errors. Paths are the same on XO 10 and XO 11. */
export function createApi(settings: DeploySettings, options: HttpOptions) {
  const call = async (request: Omit<Call, 'token' | 'repeatable'> & { as?: ApiCredentials; repeatable?: boolean }) => {
    const token = () => signToken(request.as ?? settings.admin, settings.assumptions.tokenClaims, options.clock.now());
    return (await send({ repeatable: true, ...request, token }, options)) as RequestStatus & Record<string, unknown>;
  };
  const bot = (botId: string) => `/api/public/bot/${encodeURIComponent(botId)}`;
  const post = (step: DeployStep, path: string, limit: string, body: unknown, repeatable = true) =>
    call({ step, method: 'POST', path, limit, repeatable, body: () => JSON.stringify(body) });
  return {
    /** Uploads one file and returns its id. `extension` is what the platform is told, whatever the name says. */
    uploadFile: async (file: { name: string; extension: string; bytes: Buffer }, limit: string): Promise<string> => {
      const body = () => {
        const form = new FormData();
        form.append('fileContext', 'bulkImport');
        form.append('fileExtension', file.extension);
        form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
        return form;
      };
      const answer = await call({ step: 'upload', method: 'POST', path: '/api/public/uploadfile', limit, body });
      const id = answer['fileId'] ?? answer['fileID'];
      return wanted('upload', id, 'a file id');
    },
    /** Not repeatable: an answer without a request id leaves open whether a bot is being made. */
    importNew: async (body: Readonly<Record<string, unknown>>): Promise<string> => {
      const { _id } = await post('import', '/api/public/bot/import', 'account', body, false);
      return wanted('import', _id, 'a request id', 'unknown-outcome');
    },
    importInto: async (botId: string, body: Readonly<Record<string, unknown>>): Promise<string> =>
      wanted('import', (await post('import', `${bot(botId)}/import`, botId, body))._id, 'a request id'),
    /** Fails as `request-lost` for a request that the platform does not know (any more). */
    importStatus: (id: string): Promise<RequestStatus> =>
      call({
        step: 'import',
        method: 'GET',
        path: `/api/public/bot/import/status/${encodeURIComponent(id)}`,
        limit: id,
      }),
    /** One page of the account's bots. The answer holds other apps' secrets, so nothing but ids and names is kept of it. */
    botPage: async (offset: number): Promise<BotPage> => {
      const path = `/api/public/bots?offset=${offset}&limit=${BOTS_A_PAGE}`;
      const page = await call({ step: 'import', method: 'GET', path, limit: 'account' });
      const bots = Array.isArray(page['bots']) ? (page['bots'] as readonly { _id?: unknown; name?: unknown }[]) : [];
      const text = (value: unknown) => (typeof value === 'string' ? value : '');
      return { bots: bots.map((b) => ({ id: text(b._id), name: text(b.name) })), more: page['availableMore'] === true };
    },
    /** Enables a channel; `app` is the client app that it speaks through (documented: `rtm` is the web and mobile client). */
    enableChannel: async (botId: string, type: ChannelType, app: ChannelClient): Promise<void> => {
      const extra = type === 'ivr' ? { createInstance: true, enablePolling: false, isAsync: false } : {};
      const displayName = type === 'ivr' ? 'Webhook' : 'Web / Mobile Client';
      const channelDetails = { displayName, type, app, enable: true, ...extra };
      // A webhook channel is an instance of its own: twice would be two.
      await post('channel', '/api/public/channels', botId, { streamId: botId, channelDetails, type }, type === 'rtm');
    },
    setVariables: async (botId: string, values: readonly EnvValue[]): Promise<void> => {
      const path = `/api/1.1/public/builder/bot/${encodeURIComponent(botId)}/variables/import`;
      const as = settings.builder ?? settings.admin;
      await call({ step: 'variables', method: 'POST', path, limit: botId, as, body: () => JSON.stringify(values) });
    },
    batch: batchApi(settings, call, wanted),
    train: async (botId: string, language: string): Promise<void> => {
      const headers = { 'bot-language': language };
      await call({
        step: 'train',
        method: 'POST',
        path: `${bot(botId)}/ml/train`,
        limit: botId,
        headers,
        body: () => '{}',
      });
    },
    trainStatus: async (botId: string, language: string): Promise<TrainingStatus> => {
      const path = `${bot(botId)}/ml/train/status?language=${encodeURIComponent(language)}&state=configured`;
      return (await call({ step: 'train', method: 'GET', path, limit: `${botId} training` })) as TrainingStatus;
    },
    /** Not repeatable: twice would be two versions. `training` has the platform train the bot before it publishes (observed). */
    publish: async (botId: string, comment: string, training: boolean): Promise<readonly RequestStatus[]> => {
      const body = { versionComment: comment, initiateTraining: training };
      const answer: unknown = await post('publish', `${bot(botId)}/publish`, botId, body, false);
      return Array.isArray(answer) ? (answer as readonly RequestStatus[]) : [];
    },
    publishStatus: (botId: string): Promise<RequestStatus> =>
      call({ step: 'publish', method: 'GET', path: `${bot(botId)}/publish/status`, limit: `${botId} publish` }),
    exportBot: async (botId: string, body: Readonly<Record<string, unknown>>): Promise<string> =>
      wanted('export', (await post('export', `${bot(botId)}/export`, botId, body))._id, 'a request id'),
    exportStatus: (botId: string, id: string): Promise<RequestStatus> => {
      const query = settings.assumptions.exportStatus === 'query' ? `?exportId=${encodeURIComponent(id)}` : '';
      return call({ step: 'export', method: 'GET', path: `${bot(botId)}/export/status${query}`, limit: id });
    },
  };
}

function wanted(step: DeployStep, value: unknown, what: string, code: FailureCode = 'bad-answer'): string {
  if (typeof value === 'string' && /^[\w.-]{1,200}$/.test(value)) return value;
  throw new DeployError({ ...explain(step, `the answer holds no ${what}`).failure, code });
}
