import type { FieldChange, ItemChange } from './diff';
import { changeKindOf, match } from './match';

/** Pairs things by their keys and keeps those that differ. `compare` is asked for pairs only. */
export function diffItems<T extends { readonly name: string; readonly type: string; readonly refId?: string }>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((thing: T) => string | undefined)[],
  compare: (before: T, after: T) => readonly FieldChange[],
): readonly ItemChange[] {
  return match(before, after, keys).flatMap((pair): ItemChange[] => {
    const { thing } = pair;
    const fields = pair.before && pair.after ? compare(pair.before, pair.after) : [];
    const kind = changeKindOf(pair);
    if (kind === 'changed' && fields.length === 0) return [];
    const identity = thing.refId === undefined ? {} : { refId: thing.refId };
    return [{ kind, name: thing.name, type: thing.type, ...identity, fields }];
  });
}
