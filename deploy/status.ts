import type { StatusLog } from './api';
import type { Assumptions } from './assumptions';

/**
 * What a request's status means. `success` (import, export) and `successful`, `failed`, `inprogress` (publish) and
 * `pending` are documented, a failed import is called `failed` or `failure` (observed), and a test run `running` or
 * `completed` (documented). Anything else that sounds like a failure is one.
 */
export function outcomeOf(
  status: string | undefined,
  unknown: Assumptions['unknownStatus'],
): 'done' | 'failed' | 'waiting' {
  const text = (status ?? 'pending').toLowerCase().replace(/[\s_-]/g, '');
  if (/^(success|successful|finished|completed)$/.test(text)) return 'done';
  if (/fail|error|reject|abort|cancel|denied/.test(text)) return 'failed';
  if (/^(pending|inprogress|running|queued|initiated|started|processing|accepted)$/.test(text)) return 'waiting';
  return unknown === 'fail' ? 'failed' : 'waiting';
}

/** The lines of an import's log that are not a success, in the platform's words. */
export function complaints(logs: readonly StatusLog[] | undefined): readonly string[] {
  return (logs ?? []).flatMap((log) => {
    if (outcomeOf(log.status, 'wait') !== 'failed') return [];
    const known = ['message', 'msg', 'reason', 'error', 'errors', 'description'];
    const why = known.map((key) => said(log[key])).find((text) => text !== '') ?? log.status ?? '';
    return [`${log.taskType ?? 'task'} ${log.taskName ?? ''}: ${why}`.replace(/\s+/g, ' ')];
  });
}

function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join('; ');
  if (typeof value === 'object' && value !== null) return said(Object.values(value));
  return '';
}
