import { ImportRefusal } from './apply-import';
import { PlatformRefusal } from './guard';
import type { Tools } from './tools';
import { newId } from './store';
import type { PlatformJob } from './store';

/** Begins a request that is worked on later; `work` runs once, when it has been asked about often enough. */
export function begin(
  tools: Tools,
  kind: PlatformJob['kind'],
  prefix: string,
  work: (job: PlatformJob) => Promise<void>,
): PlatformJob {
  const job: PlatformJob = {
    id: newId(prefix),
    kind,
    requestedTime: new Date(tools.now()).toISOString(),
    looks: 0,
    status: 'pending',
    logs: [],
    finish: async () => {
      const broken = tools.options.fail?.[kind];
      try {
        if (broken !== undefined) throw new ImportRefusal(broken);
        await work(job);
        job.status = 'success';
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        job.status = 'failed';
        job.logs = [
          ...job.logs,
          { taskType: kind === 'import' ? 'importBot' : kind, taskName: kind, status: 'failed', message },
        ];
      }
    },
  };
  tools.store.jobs.set(job.id, job);
  return job;
}

/** One look at a request's status. */
export async function look(tools: Tools, id: string | undefined): Promise<PlatformJob> {
  const job = id === undefined ? undefined : tools.store.jobs.get(id);
  if (job === undefined) throw new PlatformRefusal(400, 'Invalid request ID');
  job.looks += 1;
  if (job.status === 'pending' && job.looks > (tools.options.looks ?? 1)) await job.finish();
  return job;
}
