import { readExportFiles } from '../../kore/read-export';
import { ExportError } from '../../kore/reading/export-error';
import type { KoreBot } from '../../kore/format';
import type { Api } from '../api';
import { cleanBot, cleanExport, jsonFile } from '../clean-export';
import { download } from '../download';
import { DeployError } from '../errors';
import { explain } from '../explain';
import type { Clock } from '../limiter';
import { poll } from '../poll';
import type { PollState } from '../poll';
import { canonical, hash, writeWhole } from '../resume';
import type { DeploySettings } from '../settings';
import { outcomeOf } from '../status';
import { readEntries } from '../../kore/zip/entries';

export interface Pulled {
  readonly bot: KoreBot;
  /** How many values were left out because they may be secrets. */
  readonly removed: number;
  /** Hash of the export as it came, credentials included: it differs when anything in the bot differs. */
  readonly digest: string;
}

interface Tools {
  readonly settings: DeploySettings;
  readonly api: Api;
  readonly clock: Clock;
}

/** Everything: the parts that are named are all that the documentation knows for a complete export. */
const EVERYTHING = { allTasks: true, customDashboards: true, IncludeDependentTasks: true } as const;

/**
 * Exports a bot, waits, downloads, takes credentials out, writes the zip to `out` whole, and checks that it can be
 * read. Nothing else of the export touches the disk.
 */
export async function pullBot(
  botId: string,
  out: string,
  version: 'latest' | 'published',
  tools: Tools,
  say: (text: string) => void,
): Promise<Pulled> {
  const { api, settings, clock } = tools;
  const id = await api.exportBot(botId, { exportType: version, ...EVERYTHING });
  const look = async (): Promise<PollState<string>> => {
    const status = await api.exportStatus(botId, id);
    const other = status._id !== undefined && status._id !== id;
    if (other) return { waiting: 'pending' };
    const outcome = outcomeOf(status.status, settings.assumptions.unknownStatus);
    if (outcome === 'failed') throw explain('export', `the export ended as "${status.status ?? ''}"`);
    if (outcome === 'waiting' || status.downloadURL === undefined) return { waiting: status.status ?? 'pending' };
    return { done: status.downloadURL };
  };
  const address = await poll('export', look, { clock, ...settings, say });
  const bytes = await download(address, {
    host: settings.host,
    retryMs: settings.retryMs,
    sleep: (ms) => clock.sleep(ms),
  });
  return keep(bytes, out, settings);
}

async function keep(bytes: Buffer, out: string, settings: DeploySettings): Promise<Pulled> {
  const files = await readEntries(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw unreadable(`the download broke off, or is no zip (${why})`, 'run the same command again');
  });
  const cleaned = await cleanExport(files, settings.secrets);
  writeWhole(out, cleaned.zip);
  const bot = await readExportFiles(files).catch((error: unknown) => {
    if (!(error instanceof ExportError)) throw error;
    throw unreadable(`what was exported cannot be read: ${error.message}`, `look into ${out}, which is kept`);
  });
  return { bot: cleanBot(bot, settings.secrets), removed: cleaned.removed, digest: digestOf(files) };
}

const unreadable = (likelyCause: string, whatToDo: string) =>
  new DeployError({ step: 'export', code: 'bad-answer', likelyCause, whatToDo });

const canonicalFile = (name: string, bytes: Buffer): string | Buffer => {
  const parsed = jsonFile(name, bytes);
  return parsed === undefined ? bytes : canonical(parsed);
};

/** The JSON files in meaning (the platform may order keys as it likes), all others by their bytes. */
const digestOf = (files: ReadonlyMap<string, Buffer>): string =>
  hash(
    ...[...files].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, bytes]) => [name, canonicalFile(name, bytes)]),
  );
