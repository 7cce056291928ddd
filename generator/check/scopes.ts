import type { Report } from '../diagnostics/diagnostic';
import { nearest } from '../diagnostics/suggest';
import type { Action } from '../model/model';
import { keyPlace } from './places';

/**
 * The scopes of an action are those that its requests need, no more and no less. `all` has what each of them needs; where that
 * is not known of one, no scope is too many.
 */
export function scopesFit(action: Action, all: readonly (readonly string[] | undefined)[], report: Report): void {
  const { where } = action;
  const needed = [...new Set(all.flatMap((scopes) => scopes ?? []))];
  const isKnown = all.every((scopes) => scopes !== undefined);
  const missing = needed.filter((scope) => !action.scopes.includes(scope));
  const misspelt = new Set<string>();
  action.scopes.forEach((scope, i) => {
    if (needed.includes(scope)) return;
    const meant = nearest(scope, missing);
    if (meant !== undefined) misspelt.add(meant);
    if (meant === undefined && !isKnown) return;
    if (meant === undefined) report(where.file.at(['scopes', i]), 'unneeded-scope', scope);
    else report(where.file.at(['scopes', i]), 'missing-scope', meant, scope);
  });
  for (const scope of missing.filter((scope) => !misspelt.has(scope)))
    report(keyPlace(where, action.scopes.length > 0 ? 'scopes' : 'title'), 'missing-scope', scope);
}
