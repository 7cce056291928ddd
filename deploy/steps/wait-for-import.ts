import type { RequestStatus } from '../api';
import type { DeployContext } from '../context';
import { scrub } from '../errors';
import { explain } from '../explain';
import type { ImportJob } from '../jobs';
import { poll } from '../poll';
import { complaints, outcomeOf } from '../status';

/** Waits for an import. A failed one, or one that reports a failed part, throws with the platform's words. */
export function waitForImport(job: ImportJob, requestId: string, context: DeployContext): Promise<RequestStatus> {
  const { api, settings, clock, progress, state } = context;
  return progress.step(`Import ${job.name}`, (say) =>
    poll(
      'import',
      async () => {
        const status = await api.importStatus(requestId);
        const outcome = outcomeOf(status.status, settings.assumptions.unknownStatus);
        if (outcome === 'waiting')
          return { waiting: `${status.status ?? 'pending'}, ${status.statusLogs?.length ?? 0} parts` };
        const wrong = complaints(status.statusLogs);
        if (outcome === 'done' && wrong.length === 0) return { done: status };
        state.resetJob(job.name);
        const words = wrong.length > 0 ? wrong.join(' | ') : `the import ended as "${status.status ?? ''}"`;
        throw explain('import', scrub(words.slice(0, 1000), settings.secrets));
      },
      { clock, ...settings, say },
    ),
  );
}
