import type { Api } from './api';
import { download } from './download';
import { scrub } from './errors';
import { explain } from './explain';
import type { Clock } from './limiter';
import { poll } from './poll';
import type { PollState } from './poll';
import type { DeploySettings } from './settings';
import { outcomeOf } from './status';

export interface ExportTools {
  readonly settings: DeploySettings;
  readonly api: Pick<Api, 'exportBot' | 'exportStatus'>;
  readonly clock: Clock;
}

/** Everything: the parts that are named are all that the documentation knows for a complete export. */
const EVERYTHING = { allTasks: true, customDashboards: true, IncludeDependentTasks: true } as const;

/** Exports a bot, waits for it, and returns the zip as it came, credentials included: it must not touch a disk. */
export async function fetchExport(
  botId: string,
  version: 'latest' | 'published',
  tools: ExportTools,
  say: (text: string) => void,
): Promise<Buffer> {
  const { api, settings, clock } = tools;
  const id = await api.exportBot(botId, { exportType: version, ...EVERYTHING });
  const look = async (): Promise<PollState<string>> => {
    const status = await api.exportStatus(botId, id);
    const other = status._id !== undefined && status._id !== id;
    if (other) return { waiting: 'pending' };
    const outcome = outcomeOf(status.status, settings.assumptions.unknownStatus);
    if (outcome === 'failed')
      throw explain('export', `the export ended as "${scrub(status.status ?? '', settings.secrets)}"`);
    if (outcome === 'waiting' || status.downloadURL === undefined) return { waiting: status.status ?? 'pending' };
    return { done: status.downloadURL };
  };
  const address = await poll('export', look, { clock, ...settings, say });
  const { host, retryMs } = settings;
  return download(address, { host, retryMs, sleep: (ms) => clock.sleep(ms) });
}
