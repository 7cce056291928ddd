import type { Action } from '../model/model';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

interface Written {
  readonly reads?: unknown;
  readonly confirm?: unknown;
  readonly because?: unknown;
  readonly request: { readonly rest?: { readonly method?: string } };
}

type Report = Parameters<SpecRule>[1];

/** What writes is asked for first, or says why not; what only reads is not asked for. */
export const writesAreConfirmed: SpecRule = (bot, report) => {
  for (const action of bot.actions) {
    const written = action.where.file.data as Written;
    readsSomething(action, written, report);
    if (action.writes) confirmed(action, written, report);
    else asksNothing(action, written, report);
  }
};

function confirmed(action: Action, { confirm, because }: Written, report: Report): void {
  if (confirm === undefined) return report(keyPlace(action.request.where), 'unconfirmed');
  if (confirm === 'no' && because === undefined) return report(keyPlace(action.where, 'confirm'), 'needs-reason');
  if (confirm !== 'no' && because !== undefined)
    report(keyPlace(action.where, 'because'), 'confirm-ignored', 'because', 'the question is asked. Remove it.');
  const inputs = action.inputs.map(({ name }) => name);
  for (const [i, { input }] of (action.confirm?.change ?? []).entries())
    if (!inputs.includes(input))
      report(action.where.file.at(['confirm', 'change', i]), 'unknown-input', input, action.id, inputs);
}

/** Of a POST alone an author has to say that it only reads. */
function readsSomething({ where, writes }: Action, { reads, request: { rest } }: Written, report: Report): void {
  if (reads === undefined || rest?.method === 'POST') return;
  const remedy = writes
    ? `a ${rest?.method ?? 'mutation'} never only reads. Remove it, and ask first.`
    : 'this request only reads anyway. Remove it.';
  report(keyPlace(where, 'reads'), 'confirm-ignored', 'reads', remedy);
}

function asksNothing(action: Action, written: Written, report: Report): void {
  for (const key of ['confirm', 'because'] as const)
    if (written[key] !== undefined)
      report(keyPlace(action.where, key), 'confirm-ignored', key, 'this action only reads. Remove it.');
}
