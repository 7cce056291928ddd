import { explain } from './explain';
import { send } from './http';
import type { Call, HttpOptions } from './http';
import { signToken } from './jwt';
import type { ApiCredentials, DeploySettings } from './settings';
import type { DeployStep } from './errors';
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
    importNew: async (body: Readonly<Record<string, unknown>>): Promise<string> =>
      wanted('import', (await post('import', '/api/public/bot/import', 'account', body, false))._id, 'a request id'),
    importInto: async (botId: string, body: Readonly<Record<string, unknown>>): Promise<string> =>
      wanted('import', (await post('import', `${bot(botId)}/import`, botId, body))._id, 'a request id'),
    importStatus: (id: string): Promise<RequestStatus> =>
      call({
        step: 'import',
        method: 'GET',
        path: `/api/public/bot/import/status/${encodeURIComponent(id)}`,
        limit: id,
      }),
    /** Ids and names of the account's bots. The answer holds other apps' secrets, so nothing else is kept of it. */
    listBots: async (): Promise<readonly { readonly id: string; readonly name: string }[]> => {
      const found: { id: string; name: string }[] = [];
      for (let more = true; more;) {
        const path = `/api/public/bots?offset=${found.length}&limit=50`;
        const page = await call({ step: 'import', method: 'GET', path, limit: 'account' });
        const bots = Array.isArray(page['bots']) ? (page['bots'] as readonly { _id?: string; name?: string }[]) : [];
        found.push(...bots.map((b) => ({ id: b._id ?? '', name: b.name ?? '' })));
        more = page['availableMore'] === true && bots.length > 0;
      }
      return found;
    },
    setVariables: async (botId: string, values: readonly EnvValue[]): Promise<void> => {
      const path = `/api/1.1/public/builder/bot/${encodeURIComponent(botId)}/variables/import`;
      const as = settings.builder ?? settings.admin;
      await call({ step: 'variables', method: 'POST', path, limit: botId, as, body: () => JSON.stringify(values) });
    },
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
    publish: async (botId: string, comment: string): Promise<readonly RequestStatus[]> => {
      const body = { versionComment: comment, initiateTraining: true };
      const answer: unknown = await post('publish', `${bot(botId)}/publish`, botId, body);
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

function wanted(step: DeployStep, value: unknown, what: string): string {
  if (typeof value === 'string' && /^[\w.-]{1,200}$/.test(value)) return value;
  throw new DeployError({ ...explain(step, `the answer holds no ${what}`).failure, code: 'bad-answer' });
}
