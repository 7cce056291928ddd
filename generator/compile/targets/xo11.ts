import { canvasId } from '../ids';
import {
  eventOptions,
  identity,
  nodeIdOf,
  placeComponent,
  transitions,
  type Layout,
  type PlacedComponent,
  type PlacedDialog,
} from '../layout';
import type { Branch, CallStep, ComponentPlan, Flow, Step } from '../flow';
import { piece, type Piece, type Value } from '../plan';

/** One node of the flat layout. */
interface FlatNode {
  readonly kind: 'intent' | 'entity' | 'message' | 'script' | 'service';
  readonly name: string;
  readonly component: ComponentPlan;
  readonly next: readonly Branch[];
  readonly view: Record<string, Value>;
}

/**
 * XO 11, native v3: scripts and services are ordinary nodes, each node lies in a sequence of its own, and no node but
 * the entry carries a position (one public app export; no botAction in any export that was described).
 */
export function placeXo11(layout: Layout, flow: Flow): PlacedDialog {
  const dialog = { ...identity(layout, 'dg', flow.key), flow };
  const flat = flow.steps.flatMap((step) => flatten(flow, step));
  const components: PlacedComponent[] = [];
  const nodes = flat.map((node) => {
    const placed = placeComponent(layout, dialog, node.component);
    components.push(placed);
    const lead = inner(flow, node) ?? transitions(layout, flow, node.name, node.next, (step) => entryOf(flow, step));
    const view = { componentId: placed.id, transitions: lead, ...node.view };
    return piece(`xo11/nodes/${node.kind}`, node.kind === 'intent' ? view : { ...view, nodeId: nodeIdOf(flow, node) });
  });
  const named = Object.entries(flow.names);
  const view = {
    id: dialog.id,
    refId: dialog.refId,
    nodes,
    lname: (named[0]?.[1].name ?? '').toLowerCase(),
    hidden: flow.hidden,
    localeData: Object.fromEntries(
      named.map(([language, n]) => [language, { name: n.name, shortDesc: n.description }]),
    ),
    namespace: layout.namespace,
    sequences: flat.map((node, i) => sequence(flow, node, i)),
  };
  return { ...dialog, piece: piece('xo11/dialog', view), components };
}

function flatten(flow: Flow, step: Step): readonly FlatNode[] {
  if (step.kind !== 'call')
    return [{ kind: step.kind, name: step.name, component: step.component, next: step.next, view: viewOf(flow, step) }];
  return step.inner.map((one, i) => ({
    kind: one.kind,
    name: innerName(step, i),
    component: one.component,
    next: i + 1 < step.inner.length ? [{ to: innerName(step, i + 1) }] : step.next,
    view: one.kind === 'service' ? { timeout: one.component.view['timeout'] ?? 20 } : {},
  }));
}

const viewOf = (flow: Flow, step: Exclude<Step, CallStep>): Record<string, Value> =>
  step.kind === 'entity'
    ? { eventOptions: eventOptions(step.retries, nodeIdOf(flow, { kind: 'message', name: step.giveUp })) }
    : {};

const innerName = (step: CallStep, i: number) => `${step.name}.${i}`;

/** The connection between two nodes that came from one call, which no step of the flow names. */
function inner(flow: Flow, node: FlatNode): readonly Piece[] | undefined {
  const to = node.next[0]?.to ?? '';
  const call = flow.steps.find(
    (step): step is CallStep => step.kind === 'call' && step.inner.some((_, i) => innerName(step, i) === to),
  );
  if (!call) return undefined;
  const index = call.inner.findIndex((_, i) => innerName(call, i) === to);
  const kind = call.inner[index]?.kind ?? 'script';
  return [
    piece('xo11/default-transition', {
      to: nodeIdOf(flow, { kind, name: to }),
      connId: canvasId('dummy', `${flow.key}/connection/${node.name}/0`),
    }),
  ];
}

/** Where a step begins: a call begins with its first inner node. */
function entryOf(flow: Flow, step: Step): string {
  if (step.kind !== 'call') return nodeIdOf(flow, step);
  return nodeIdOf(flow, { kind: step.inner[0]?.kind ?? 'script', name: innerName(step, 0) });
}

/** The main path runs from left to right; the rows below hold what branches off. */
function sequence(flow: Flow, node: FlatNode, i: number): Piece {
  if (i === 0) return piece('xo11/first-sequence', {});
  const [column, row] = [i % 6, Math.floor(i / 6)];
  return piece('xo11/sequence', {
    name: `Sequence ${i}`,
    nodeId: canvasId('nd-seq', `${flow.key}/sequence/${node.name}`),
    left: 80 + 380 * column,
    top: 100 + 240 * row,
    node: nodeIdOf(flow, node),
    type: node.kind,
  });
}
