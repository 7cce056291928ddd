import { join } from 'node:path';
import pc from 'picocolors';
import { readExport } from '../../kore/read-export';
import { noteLines } from '../../kore/reading/notes';
import { SERVICE_KINDS } from '../../services/registry';
import type { ServiceKind } from '../../services/service';
import { localBackend, realBackend } from '../backend';
import type { Backend } from '../backend';
import { openBot } from '../open-bot';
import { createTables } from '../data-tables';
import type { DataTables } from '../data-tables';
import type { OpenedBot } from '../open-bot';
import { ChatUsageError } from './console';
import type { ChatConsole } from './console';
import { builtBot, integrationOf } from './find-bot';
import { localServices } from './find-stand-ins';
import { findStub, findTables } from './find-stub';
import { ownValues } from './own-values';

/** Which bot is played and what stands behind it; the same for the terminal, the channel and the browser. */
export interface PlayOptions {
  readonly root: string;
  /** An export to play in place of what is built from `root`. */
  readonly file?: string;
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  /** `NAME=value` each. */
  readonly env?: readonly string[];
  /** A file of prepared answers. */
  readonly stub?: string;
  /** A file with the rows of data tables at the start. */
  readonly tables?: string;
  /** A real service's account, in place of the one on this machine. */
  readonly store?: string;
  /** Makes `dist/` what the specs say; false when it cannot, which it has then said. */
  readonly build: () => Promise<boolean>;
}

export interface OpenedChat {
  readonly tables: DataTables;
  readonly bot: OpenedBot;
  readonly backend: Backend;
}

/** Opens the bot, building it when need be, and what stands behind it. Rejects with a `UsageError` or an `ExportError`. */
export async function openChat(options: PlayOptions, console: ChatConsole): Promise<OpenedChat> {
  const { root, file, env = [], stub, store } = options;
  const tables = createTables(findTables(root, options.tables));
  const integration = file === undefined ? integrationOf(options) : undefined;
  const path = file ?? (await builtBot(options));
  const read = await readExport(path);
  for (const line of noteLines(read.notes)) console.err(pc.dim(`In the export: ${line}`));
  const bot = openBot(read);
  const values = ownValues(root, bot, env);
  if (store !== undefined)
    return { bot, tables, backend: realBackend(bot, realService(bot, store, console.env), values) };
  const prepared = findStub(root, integration, stub === undefined ? undefined : join(root, stub));
  // Prepared answers that were named take the place of a stand-in.
  const documented = integration === undefined || stub !== undefined ? [] : [integration];
  const services = localServices(root, documented, values.given);
  return { bot, tables, backend: localBackend(bot, services, values, prepared) };
}

/** The real service of the kind whose variables the bot has. */
function realService(bot: OpenedBot, account: string, env: ChatConsole['env']): ReturnType<ServiceKind['real']> {
  const declared = new Set(bot.env.map(({ key }) => key));
  const kind = SERVICE_KINDS.find((one) => Object.keys(one.create().env).some((name) => declared.has(name)));
  if (kind === undefined) throw new ChatUsageError('No real service is known for this bot.');
  try {
    return kind.real(account, env);
  } catch (error) {
    throw error instanceof RangeError ? new ChatUsageError(error.message) : error;
  }
}
