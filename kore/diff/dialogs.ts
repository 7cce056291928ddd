import type { Component, Dialog } from '../format';
import { flatten, displayName } from './bot-index';
import type { ComparedBot, FlatNode } from './bot-index';
import { componentFacts } from './component-facts';
import type { DialogChange, FieldChange, ItemChange, NodeChange } from './diff';
import { compareFacts } from './facts';
import type { ComparedFact, ComparedFacts } from './facts';
import { leaves } from './leaves';
import { groupLookUps, lookUpsOf } from './look-ups';
import { changeKindOf, match, type Pair } from './match';
import { nodeFacts } from './node-facts';
import type { NodesById } from './node-facts';
import { diffPatterns } from './patterns';
import { diffUtterances } from './utterances';

/** Told in words, or of the canvas. */
const TOLD = new Set(['refId', 'nodes', 'lname', 'localeData', 'sequences', 'metaInfo', 'groups']);

interface Sides {
  readonly before: ComparedBot;
  readonly after: ComparedBot;
  /** Components already compared, by `refId`: one that several nodes share is told once. */
  readonly told: Set<string>;
}

/** Dialogs by `refId`, then by name (those are flagged as identity changes as well), with their nodes and training. */
export function diffDialogs(sides: Sides): readonly DialogChange[] {
  const name = (index: ComparedBot) => (d: Dialog) => displayName(d, index.bot.definition.defaultLanguage);
  const keys = [(d: Dialog) => d.refId, (d: Dialog) => name(sides.after)(d).toLowerCase()];
  const pairs = match(sides.before.bot.definition.dialogs, sides.after.bot.definition.dialogs, keys);
  return pairs.flatMap(({ thing: dialog, before, after }): DialogChange[] => {
    const kind = changeKindOf({ before, after });
    const fields = before && after ? compareFacts(dialogFacts(before), dialogFacts(after)) : [];
    const nodes = diffNodes(before, after, sides);
    const utterances = diffUtterances(
      { dialogId: before?._id, index: sides.before },
      { dialogId: after?._id, index: sides.after },
    );
    if (kind === 'changed' && fields.length + nodes.length + utterances.length === 0) return [];
    const shown = after === undefined ? name(sides.before)(dialog) : name(sides.after)(dialog);
    return [{ kind, name: shown, type: 'dialog', refId: dialog.refId, fields, nodes, utterances }];
  });
}

function dialogFacts(dialog: Dialog): ComparedFacts {
  const texts = Object.entries(dialog.localeData).flatMap(([language, locale]): [string, ComparedFact][] => [
    [`name (${language})`, { as: 'words', text: locale.name }],
    [`description (${language})`, { as: 'words', text: locale.shortDesc ?? '' }],
  ]);
  const rest = Object.fromEntries(Object.entries(dialog).filter(([key]) => !TOLD.has(key)));
  return new Map([...texts, ...leaves(rest, '')]);
}

function diffNodes(before: Dialog | undefined, after: Dialog | undefined, sides: Sides): readonly NodeChange[] {
  const old = before === undefined ? [] : flatten(before, sides.before);
  const now = after === undefined ? [] : flatten(after, sides.after);
  const keys = [
    (n: FlatNode) => n.component && `${n.nodeId} ${n.component.refId}`,
    (n: FlatNode) => n.component && `${n.component.refId} ${n.calls ?? ''}`,
    (n: FlatNode) => `${n.type} ${n.name.toLowerCase()}`,
    (n: FlatNode) => `${n.type} ${n.nodeId}`,
  ];
  const ids = { old: byNodeId(old), now: byNodeId(now) };
  const changes = match(old, now, keys).flatMap((pair): { pair: Pair<FlatNode>; change: ItemChange }[] => {
    const node = pair.thing;
    const kind = changeKindOf(pair);
    const fields = pair.before && pair.after ? nodeFields(pair.before, pair.after, ids, sides) : [];
    if (kind === 'changed' && fields.length === 0) return [];
    const identity = node.component === undefined ? {} : { refId: node.component.refId };
    return [{ pair, change: { kind, name: node.name, type: node.type, ...identity, fields } }];
  });
  return groupLookUps(changes, lookUpsOf(old), lookUpsOf(now));
}

const byNodeId = (nodes: readonly FlatNode[]): NodesById => new Map(nodes.map((n) => [n.nodeId, n]));

function nodeFields(
  before: FlatNode,
  after: FlatNode,
  ids: { readonly old: NodesById; readonly now: NodesById },
  sides: Sides,
): readonly FieldChange[] {
  const placed = compareFacts(nodeFacts(before, ids.old, sides.before), nodeFacts(after, ids.now, sides.after));
  if (before.component === undefined || after.component === undefined) return placed;
  return [...diffComponent(before.component, after.component, sides), ...placed];
}

/** What differs between two components that stand for one, unless it was told already. */
export function diffComponent(before: Component, after: Component, sides: Sides): readonly FieldChange[] {
  if (sides.told.has(after.refId)) return [];
  sides.told.add(after.refId).add(before.refId);
  return [
    ...compareFacts(componentFacts(before), componentFacts(after)),
    ...diffPatterns(before, after, sides.before, sides.after),
  ];
}
