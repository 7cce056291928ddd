import type { Api, RequestStatus } from '../api';
import { DeployError, scrub } from '../errors';
import type { Failure } from '../errors';
import { harmlessLine } from '../harmless';
import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE } from '../../kore/format';
import type { Target } from '../../kore/format';
import type { Clock } from '../limiter';
import { poll } from '../poll';
import type { DeploySettings } from '../settings';
import { complaints, outcomeOf } from '../status';
import type { TrialOutcome } from './result';

/** How a new app's files are sent: the switches `XO_NEW_BOT_FILES` and `XO_ZIP_EXTENSION` in one. */
export const WAYS = ['zip as zip', 'zip as json', 'separate files'] as const;
export type UploadWay = (typeof WAYS)[number];

/** A trial's files. */
export interface TrialFile {
  readonly name: string;
  readonly zip: Buffer;
  readonly entries: ReadonlyMap<string, Buffer>;
}

export interface SendTools {
  readonly api: Api;
  readonly settings: DeploySettings;
  readonly clock: Clock;
  readonly target: Target;
  readonly say: (text: string) => void;
}

/** What became of one import. */
export interface Sent {
  readonly outcome: TrialOutcome;
  readonly app?: string;
  readonly words: readonly string[];
  readonly statuses: readonly string[];
}

/** These say nothing about a file: the series cannot go on. */
const FATAL: readonly string[] = ['unauthorized', 'forbidden', 'clock', 'network', 'rate-limit'];

/** Imports a file as a new app of this name. Rejects only when the series cannot go on. */
export const sendNew = (file: TrialFile, name: string, way: UploadWay, tools: SendTools): Promise<Sent> =>
  sent(tools, async () => tools.api.importNew({ ...(await uploaded(file, way, 'account', tools)), name }));

/** Imports a file into an app that this series made. */
export const sendInto = (
  file: TrialFile,
  app: string,
  how: { readonly way: UploadWay; readonly importOptions: Readonly<Record<string, unknown>> },
  tools: SendTools,
): Promise<Sent> =>
  sent(tools, async () => {
    const { botDefinition, configInfo, zipInfo } = await uploaded(file, how.way, app, tools);
    const files = zipInfo === undefined ? { botDefinition, configInfo } : { uploadMode: 'ZIP', zipInfo };
    return tools.api.importInto(app, { ...files, importOptions: how.importOptions });
  });

async function uploaded(
  file: TrialFile,
  way: UploadWay,
  limit: string,
  tools: SendTools,
): Promise<Readonly<Record<string, string>>> {
  const send = (name: string, extension: string, bytes: Buffer) =>
    tools.api.uploadFile({ name, extension, bytes }, limit);
  if (way !== 'separate files') {
    return {
      uploadMode: 'ZIP',
      zipInfo: await send(`${file.name}.zip`, way === 'zip as zip' ? 'zip' : 'json', file.zip),
    };
  }
  const entry = (name: string) => file.entries.get(name) ?? Buffer.from('{}');
  return {
    uploadMode: 'JSON',
    botDefinition: await send(DEFINITION_FILE[tools.target], 'json', entry(DEFINITION_FILE[tools.target])),
    configInfo: await send(CONFIG_FILE, 'json', entry(CONFIG_FILE)),
    icon: await send(ICON_FILE, 'json', entry(ICON_FILE)),
  };
}

async function sent(tools: SendTools, request: () => Promise<string>): Promise<Sent> {
  const statuses = new Set<string>();
  try {
    const { streamId, ...status } = await finished(await request(), tools, statuses);
    const words = complaints(status.statusLogs).map((line) => plain(line, tools));
    const outcome = outcomeOf(status.status, 'wait') === 'done' && words.length === 0 ? 'taken' : 'refused';
    return { outcome, words, statuses: [...statuses], ...(typeof streamId === 'string' ? { app: streamId } : {}) };
  } catch (error) {
    if (!(error instanceof DeployError) || FATAL.includes(error.failure.code)) throw error;
    return { ...refusalOf(error.failure), statuses: [...statuses] };
  }
}

/** Whether the file was refused, or nobody knows. */
function refusalOf({ code, platformSaid, status, likelyCause }: Failure): Omit<Sent, 'statuses'> {
  const lost = ['unknown-outcome', 'timeout', 'bad-answer', 'request-lost'].includes(code);
  const words = `${status === undefined ? '' : `${status}: `}${platformSaid ?? likelyCause}`;
  return { outcome: lost ? 'unclear' : 'refused', words: [words] };
}

/** Looks until the import is over, whether it went well or not. */
function finished(id: string, tools: SendTools, statuses: Set<string>): Promise<RequestStatus> {
  const { api, settings, clock, say } = tools;
  const look = async () => {
    const status = await api.importStatus(id);
    const told = plain(typeof status.status === 'string' ? status.status : '(none)', tools);
    if (statuses.size < 20) statuses.add(told.slice(0, 60));
    const over = outcomeOf(status.status, settings.assumptions.unknownStatus) !== 'waiting';
    return over ? { done: status } : { waiting: told };
  };
  return poll('import', look, { clock, ...settings, say });
}

const plain = (text: string, { settings }: SendTools) => harmlessLine(scrub(text, settings.secrets)).slice(0, 500);
