import { readExportFiles } from '../../kore/read-export';
import { ExportError } from '../../kore/reading/export-error';
import type { KoreBot } from '../../kore/format';
import { cleanBot, cleanExport, jsonFile } from '../clean-export';
import { DeployError } from '../errors';
import { fetchExport } from '../fetch-export';
import type { ExportTools } from '../fetch-export';
import { canonical, hash, writePrivateFile } from '../sealed';
import type { DeploySettings } from '../settings';
import { readEntries } from '../../kore/zip/entries';

export interface Pulled {
  readonly bot: KoreBot;
  /** How many values were left out because they may be secrets. */
  readonly removed: number;
  /** Hash of the export as it came, credentials included: it differs when anything in the bot differs. */
  readonly digest: string;
}

/**
 * Exports a bot, waits, downloads, takes credentials out, writes the zip to `out` whole, and checks that it can be
 * read. Nothing else of the export touches the disk.
 */
export async function pullBot(
  botId: string,
  out: string,
  version: 'latest' | 'published',
  tools: ExportTools,
  say: (text: string) => void,
): Promise<Pulled> {
  return keep(await fetchExport(botId, version, tools, say), out, tools.settings);
}

async function keep(bytes: Buffer, out: string, settings: DeploySettings): Promise<Pulled> {
  const files = await readEntries(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw unreadable(`the download broke off, or is no zip (${why})`, 'run the same command again');
  });
  const cleaned = await cleanExport(files, settings.secrets);
  writePrivateFile(out, cleaned.zip);
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
