import type { Report } from '../diagnostics/diagnostic';
import { nearest } from '../diagnostics/suggest';
import type { Action } from '../model/model';
import { keyPlace } from './places';

/** The scopes of an action are those that its request needs, no more and no less. */
export function scopesFit(action: Action, needed: readonly string[], report: Report): void {
  const { where } = action;
  const missing = needed.filter((scope) => !action.scopes.includes(scope));
  const misspelt = new Set<string>();
  action.scopes.forEach((scope, i) => {
    if (needed.includes(scope)) return;
    const meant = nearest(scope, missing);
    if (meant !== undefined) misspelt.add(meant);
    if (meant === undefined) report(where.file.at(['scopes', i]), 'unneeded-scope', scope);
    else report(where.file.at(['scopes', i]), 'missing-scope', meant, scope);
  });
  for (const scope of missing.filter((scope) => !misspelt.has(scope)))
    report(keyPlace(where, action.scopes.length > 0 ? 'scopes' : 'title'), 'missing-scope', scope);
}
