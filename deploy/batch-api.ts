import type { DeployStep } from './errors';
import type { ApiCredentials, DeploySettings } from './settings';

/** A test run as its status call tells it. */
export interface BatchRun {
  readonly status?: string;
  readonly result?: {
    readonly results?: { readonly success?: unknown; readonly failure?: unknown };
    readonly f1_score?: unknown;
    readonly precision?: unknown;
    readonly recall?: unknown;
  };
}

interface BatchCall {
  readonly step: DeployStep;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly limit: string;
  readonly as: ApiCredentials;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: () => string;
}

/** The batch-test calls (documented). Running needs an app made in the builder; importing may have either. */
export function batchApi(
  settings: DeploySettings,
  call: (request: BatchCall) => Promise<unknown>,
  idOf: (step: DeployStep, value: unknown, what: string) => string,
) {
  const as = settings.builder ?? settings.admin;
  const suite = (botId: string, ...rest: readonly string[]) =>
    ['/api/public/bot', botId, 'testsuite', ...rest]
      .map((part, i) => (i === 0 ? part : encodeURIComponent(part)))
      .join('/');
  const post = (path: string, limit: string, language: string, body: unknown) =>
    call({
      step: 'test',
      method: 'POST',
      path,
      limit,
      as,
      headers: { 'bot-language': language },
      body: () => JSON.stringify(body),
    });
  const engine = { engine: settings.assumptions.batchEngine };
  return {
    import: async (
      botId: string,
      file: {
        readonly name: string;
        readonly language: string;
        readonly fileName: string;
        readonly importType: 'new' | 'update';
      },
    ): Promise<void> => {
      const { language, ...rest } = file;
      const fixed = { fileType: 'json', delimiter: ',', description: 'Deployed from source', ...engine };
      await post(suite(botId, 'import'), botId, language, { ...rest, ...fixed });
    },
    /** Starts a run against the version in development, and returns its id. */
    run: async (botId: string, name: string, language: string): Promise<string> => {
      const body = { version: 'inDevelopment', ...engine };
      const answer = (await post(suite(botId, name, 'run'), botId, language, body)) as { readonly requestId?: unknown };
      return idOf('test', answer.requestId, 'a request id');
    },
    status: async (botId: string, name: string, id: string, language: string): Promise<BatchRun> => {
      const path = suite(botId, name, id, 'status');
      return (await call({
        step: 'test',
        method: 'GET',
        path,
        limit: id,
        as,
        headers: { 'bot-language': language },
      })) as BatchRun;
    },
  };
}
