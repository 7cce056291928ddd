import type { Dialog, DialogNode, Transition } from '../../kore/format';
import { redactKnown } from '../../kore/secrets/mask';
import type { OpenedBot } from '../open-bot';
import { dialogName } from '../open-bot';
import { conditionText } from './condition-text';
import type { FlowView, FlowEdge, FlowNode, FlowRule } from './protocol';
import { shortNames } from './short-names';

/** Targets that are no node of the dialog. */
const OVER: readonly string[] = ['end', 'retToFlow'];

/** A dialog as a graph. Ways that lead to no node are left out; a node that may end the dialog says so. */
export function flowOf(bot: OpenedBot, dialog: Dialog, language: string): FlowView {
  const outer = dialog.nodes.map((node) =>
    nodeOf(node.nodeId, node.type, nameOf(bot, node, language), node.transitions),
  );
  const inner = dialog.nodes.flatMap((node) => innerNodes(bot, node));
  const nodes = [...outer, ...inner];
  const short = shortNames(nodes.map(({ name }) => name));
  const known = new Map(nodes.map((node) => [node.id, node.name]));
  const named = (id: string) => known.get(id) ?? id;
  const edges = dialog.nodes.flatMap((node) => [...waysOf(bot, node, named), ...retryWay(node)]);
  return {
    id: dialog.refId,
    name: dialogName(bot, dialog, language),
    nodes: nodes.map((node) => ({ ...node, label: short.get(node.name) ?? node.name })),
    edges: edges.filter(({ to }) => known.has(to)),
  };
}

const nodeOf = (id: string, type: string, name: string, transitions: readonly Transition[] | undefined): FlowNode => ({
  id,
  type,
  name: redactKnown(name),
  label: name,
  ends: (transitions ?? []).some((way) => OVER.includes('if' in way ? way.then : way.default)),
});

function nameOf(bot: OpenedBot, node: DialogNode, language: string): string {
  const called = node.flowTaskId !== undefined ? bot.dialogById.get(node.flowTaskId) : undefined;
  if (called !== undefined) return dialogName(bot, called, language);
  return bot.componentById.get(node.componentId)?.name ?? node.type;
}

const innerNodes = (bot: OpenedBot, node: DialogNode): readonly FlowNode[] =>
  innerOf(bot, node).map((inner) => ({
    ...nodeOf(inner.nodeId, inner.type, bot.componentById.get(inner.componentId)?.name ?? inner.type, undefined),
    parent: node.nodeId,
  }));

const innerOf = (bot: OpenedBot, node: DialogNode) =>
  node.type === 'botAction' ? (bot.componentById.get(node.componentId)?.nodes ?? []) : [];

/** The node's own ways, and those between the nodes inside it. */
function waysOf(bot: OpenedBot, node: DialogNode, named: (nodeId: string) => string): readonly FlowEdge[] {
  const inner = innerOf(bot, node).flatMap(({ nodeId, transitions }) => edges(nodeId, transitions ?? [], named));
  return [...edges(node.nodeId, node.transitions ?? [], named), ...inner];
}

/** Rules that lead to the same node are one way; one that is taken in any case says nothing. */
function edges(from: string, transitions: readonly Transition[], named: (nodeId: string) => string): FlowEdge[] {
  const same = testOneValue(transitions);
  const ways = new Map<string, { readonly rules: FlowRule[]; readonly labels: string[] }>();
  for (const [index, transition] of transitions.entries()) {
    const to = 'if' in transition ? transition.then : transition.default;
    const way = ways.get(to) ?? { rules: [], labels: [] };
    ways.set(to, way);
    way.rules.push('if' in transition ? index : 'default');
    if (!('if' in transition)) way.labels.push('otherwise');
    else way.labels.push(same ? `= ${transition.if.value ?? ''}` : conditionText(transition.if, named));
  }
  return [...ways].map(([to, { rules, labels }]) => {
    const always = ways.size === 1 && rules.includes('default');
    return { from, to, rules, label: always ? '' : labels.join(' or ') };
  });
}

/** Rules that compare one and the same thing with a value each need not name it every time. */
function testOneValue(transitions: readonly Transition[]): boolean {
  const rules = transitions.flatMap((way) => ('if' in way ? [way.if] : []));
  const [first] = rules;
  return (
    rules.length > 1 &&
    rules.every(
      ({ context, op, tests }) =>
        tests === undefined && op === 'eq' && context === first?.context && context !== undefined,
    )
  );
}

function retryWay(node: DialogNode): readonly FlowEdge[] {
  const retry = node.nodeOptions?.eventOptions?.defaultMaxRetry;
  if (retry?.action !== 'executeNode' || retry.ref === undefined) return [];
  return [{ from: node.nodeId, to: retry.ref, rules: ['retries'], label: `after ${retry.retry_limit} tries` }];
}
