import type { Dialog, DialogNode, Transition } from '../../generator/kore/format';
import type { Bot } from '../open-bot';
import { dialogName } from '../open-bot';
import { conditionText } from './condition-text';
import type { Flow, FlowEdge, FlowNode } from './protocol';

/** Targets that are no node of the dialog. */
const END = 'end';
const RETURN = 'retToFlow';

/** A dialog as a graph. Ways that lead nowhere are left out; ways to the end share one node. */
export function flowOf(bot: Bot, dialog: Dialog, language: string): Flow {
  const known = new Map(dialog.nodes.map((node) => [node.nodeId, node]));
  const label = (nodeId: string): string => {
    const node = known.get(nodeId);
    return node === undefined ? nodeId : labelOf(bot, node, language);
  };
  const outer = dialog.nodes.flatMap((node) => [
    { id: node.nodeId, type: node.type, label: labelOf(bot, node, language) },
    ...innerNodes(bot, node),
  ]);
  const edges = dialog.nodes.flatMap((node) => [...waysOf(bot, node, label), ...retryWay(node)]);
  const ids = new Set(outer.map(({ id }) => id));
  const targets = new Set(edges.map(({ to }) => to));
  const ends: FlowNode[] = [
    ...(targets.has(END) ? [{ id: END, type: 'end', label: 'End' }] : []),
    ...(targets.has(RETURN) ? [{ id: RETURN, type: 'end', label: 'Return to flow' }] : []),
  ];
  ends.forEach(({ id }) => ids.add(id));
  return {
    id: dialog.refId,
    name: dialogName(bot, dialog, language),
    nodes: [...outer, ...ends],
    edges: edges.filter(({ to }) => ids.has(to)),
  };
}

function labelOf(bot: Bot, node: DialogNode, language: string): string {
  const called = node.flowTaskId !== undefined ? bot.dialogById.get(node.flowTaskId) : undefined;
  if (called !== undefined) return dialogName(bot, called, language);
  return bot.componentById.get(node.componentId)?.name ?? node.type;
}

function innerNodes(bot: Bot, node: DialogNode): readonly FlowNode[] {
  return innerOf(bot, node).map((inner) => ({
    id: inner.nodeId,
    type: inner.type,
    label: bot.componentById.get(inner.componentId)?.name ?? inner.type,
    parent: node.nodeId,
  }));
}

const innerOf = (bot: Bot, node: DialogNode) =>
  node.type === 'botAction' ? (bot.componentById.get(node.componentId)?.nodes ?? []) : [];

/** The node's own ways, and those between the nodes inside it. */
function waysOf(bot: Bot, node: DialogNode, named: (nodeId: string) => string): readonly FlowEdge[] {
  const inside = innerOf(bot, node);
  const ids = new Set(inside.map(({ nodeId }) => nodeId));
  const inner = inside.flatMap(({ nodeId, transitions }) =>
    edges(nodeId, transitions ?? [], named).filter(({ to }) => ids.has(to)),
  );
  return [...edges(node.nodeId, node.transitions ?? [], named), ...inner];
}

function edges(from: string, transitions: readonly Transition[], named: (nodeId: string) => string): FlowEdge[] {
  const alone = transitions.length === 1;
  return transitions.map((transition, index) =>
    'if' in transition
      ? { from, to: transition.then, rule: index, label: conditionText(transition.if, named) }
      : { from, to: transition.default, rule: 'default' as const, label: alone ? '' : 'otherwise' },
  );
}

function retryWay(node: DialogNode): readonly FlowEdge[] {
  const retry = node.nodeOptions?.eventOptions?.defaultMaxRetry;
  if (retry?.action !== 'executeNode' || retry.ref === undefined) return [];
  return [{ from: node.nodeId, to: retry.ref, rule: 'retries', label: `after ${retry.retry_limit} tries` }];
}
