import type { RequestStatus } from '../api';
import type { DeployContext } from '../context';
import { DeployError, scrub } from '../errors';
import { explain } from '../explain';
import { poll } from '../poll';
import { complaints, outcomeOf } from '../status';

/** Which publish a status tells of: the call answers with the last one, which may be an earlier. */
const which = (status: RequestStatus | undefined): string =>
  `${status?._id ?? ''} ${status?.requestedTime ?? ''}`.trim();

/**
 * Publishes and waits. Before the request is sent, the state holds which publish was the last; after a crash a newer
 * one is ours. With `training` the platform trains the bot first. Returns whether an administrator still has to approve.
 */
export async function publish(
  botId: string,
  context: DeployContext,
  training: boolean,
): Promise<{ readonly awaitingApproval: boolean }> {
  const { api, settings, clock, progress, state, options } = context;
  const saved = () => state.get().publish;
  if (saved()?.done === true) return { awaitingApproval: false };
  return progress.step('Publish', async (say) => {
    const last = which(await lastPublish(botId, context));
    if (saved()?.sent !== true) state.update({ publish: { before: last } });
    const before = saved()?.before ?? '';
    const arrived = saved()?.sent === true && last !== before;
    let awaitingApproval = false;
    if (!arrived) {
      state.update({ publish: { before, sent: true } });
      const parts = await asked(api.publish(botId, options.comment, training), () =>
        state.update({ publish: { before } }),
      );
      awaitingApproval = parts.some((p) => p.result?.state === 'awaitingApproval');
      const refused = parts.filter((p) => outcomeOf(p.status, 'wait') === 'failed');
      if (refused.length > 0) throw explain('publish', scrub(JSON.stringify(refused).slice(0, 500), settings.secrets));
    }
    const look = async () => {
      const status = await api.publishStatus(botId);
      const outcome =
        which(status) === before ? 'waiting' : outcomeOf(status.status, settings.assumptions.unknownStatus);
      if (outcome === 'done') return { done: true };
      if (outcome === 'waiting') return { waiting: `${status.percentageComplete ?? 0} %` };
      state.update({ publish: { before: which(status) } });
      const wrong = complaints((status.statusSummary ?? []).map((s) => ({ ...s, taskName: s.name ?? '' })));
      throw explain(
        'publish',
        scrub(wrong.join(' | ') || `the publish ended as "${status.status ?? ''}"`, settings.secrets),
      );
    };
    await poll('publish', look, { clock, ...settings, say });
    state.update({ publish: { before, sent: true, done: true } });
    return { awaitingApproval };
  });
}

/** What was certainly refused was not sent: a publish that comes later is somebody else's. */
async function asked<T>(answer: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DeployError && error.failure.code !== 'unknown-outcome') forget();
    throw error;
  }
}

/** A bot that was never published has no status; which refusal says so is not known, so both that may are taken. */
async function lastPublish(botId: string, context: DeployContext): Promise<RequestStatus | undefined> {
  try {
    return await context.api.publishStatus(botId);
  } catch (error) {
    if (error instanceof DeployError && ['not-found', 'request-lost'].includes(error.failure.code)) return undefined;
    throw error;
  }
}
