import type { Component, Config, Definition, Dialog } from '../format';
import { below } from './clean';
import type { Notes, ValuePlace } from './notes';

/** The first of those that share a key; the others are left out, with a note. */
function first<T>(
  things: readonly T[],
  what: string,
  key: (thing: T) => string,
  where: ValuePlace,
  notes: Notes,
): readonly T[] {
  const seen = new Set<string>();
  const kept = things.filter((thing, i) => {
    const isNew = !seen.has(key(thing));
    if (!isNew) notes.add(below(where, i), `${what} with the id of another; left out`);
    seen.add(key(thing));
    return isNew;
  });
  return kept.length === things.length ? things : kept;
}

/** Each dialog, node and component once: of several with one id the first is read, since links can only mean one. */
export function withoutDuplicates(definition: Definition, place: ValuePlace | undefined, notes: Notes): Definition {
  const at = (key: string) => below(place, key);
  const dialogs = first(definition.dialogs, 'a dialog', (d) => d.refId, at('dialogs'), notes);
  const byId = (c: Component) => c._id;
  return {
    ...definition,
    dialogs: dialogs.map((dialog, i) => withSingleNodes(dialog, below(at('dialogs'), i), notes)),
    dialogComponents: first(definition.dialogComponents, 'a component', byId, at('dialogComponents'), notes),
  };
}

function withSingleNodes(dialog: Dialog, place: ValuePlace, notes: Notes): Dialog {
  const nodes = first(dialog.nodes, 'a node', (n) => n.nodeId, below(place, 'nodes'), notes);
  return { ...dialog, nodes };
}

/** Each variable once. */
export const withSingleVariables = (config: Config, notes: Notes): Config => ({
  ...config,
  envVariables: first(config.envVariables, 'a variable', (v) => v.key, { key: 'envVariables' }, notes),
});

/** Says what the file itself tells is not in it: the bots that a universal bot links to. */
export function noteAbsentParts(definition: Definition, place: ValuePlace | undefined, notes: Notes): void {
  const children = definition['childBots'];
  const linked = Array.isArray(children) ? children.length : 0;
  if (definition['isUniversal'] === true || linked > 0)
    notes.add(below(place, 'childBots'), `a universal bot: its ${linked} linked bots are not in this export`);
}
