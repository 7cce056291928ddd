import type { KoreBot } from '../format';
import { displayName } from './bot-index';
import type { IdentityChange } from './diff';
import { byKey } from './match';

interface Named {
  readonly type: 'dialog' | 'component';
  readonly name: string;
  readonly refId: string;
}

/**
 * Dialogs and components that kept their name and lost their `refId`: an import would not update but duplicate them.
 * Names are compared without case, as the platform keeps component names unique.
 */
export function diffIdentity(before: KoreBot, after: KoreBot): readonly IdentityChange[] {
  const old = named(before);
  const [oldIds, newIds] = [new Set(old.map((n) => n.refId)), new Set(named(after).map((n) => n.refId))];
  const lost = byKey(old, (o) => (newIds.has(o.refId) ? undefined : keyOf(o)));
  return named(after).flatMap((thing): IdentityChange[] => {
    if (oldIds.has(thing.refId)) return [];
    const was = lost.get(keyOf(thing))?.[0];
    return was === undefined ? [] : [{ type: thing.type, name: thing.name, before: was.refId, after: thing.refId }];
  });
}

const keyOf = ({ type, name }: Named) => `${type} ${name.toLowerCase()}`;

const named = ({ definition }: KoreBot): readonly Named[] => [
  ...definition.dialogs.map((d) => ({
    type: 'dialog' as const,
    name: displayName(d, definition.defaultLanguage),
    refId: d.refId,
  })),
  ...definition.dialogComponents.map((c) => ({ type: 'component' as const, name: c.name, refId: c.refId })),
];
