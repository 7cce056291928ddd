import type { RequestStatus } from '../api';
import type { DeployContext } from '../context';
import { DeployError, scrub } from '../errors';
import { explain } from '../explain';
import type { ImportJob } from '../jobs';
import { poll } from '../poll';
import { complaints, outcomeOf } from '../status';

/** Waits for an import. A failed one, or one that reports a failed part, throws with the platform's words. */
export function waitForImport(job: ImportJob, requestId: string, context: DeployContext): Promise<RequestStatus> {
  const { api, settings, clock, progress, state } = context;
  let unknown = 0;
  return progress.step(`Import ${job.name}`, (say) =>
    poll(
      'import',
      async () => {
        const status = await known(api.importStatus(requestId), (unknown += 1));
        if (status === undefined) return { waiting: 'not known yet' };
        unknown = 0;
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

/** So often in a row must the platform say that it does not know a request: what was only just sent may not be known everywhere. */
const LOOKS = 3;

async function known<T>(answer: Promise<T>, look: number): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DeployError && error.failure.code === 'request-lost' && look < LOOKS) return undefined;
    throw error;
  }
}
