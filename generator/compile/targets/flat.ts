import { canvasId } from '../ids';
import {
  identity,
  localesOf,
  nodeIdOf,
  nodeOptions,
  placing,
  transitionsOf,
  type Layout,
  type PlacedDialog,
} from '../layout';
import type { Branch, CallStep, ComponentPlan, Flow, Step } from '../flow';
import { piece, type Piece } from '../plan';

/** One node of the flat layout. */
interface FlatNode {
  readonly kind: Exclude<Step['kind'], 'call'> | 'script' | 'service';
  readonly name: string;
  readonly component: ComponentPlan;
  readonly next: readonly Branch[];
  readonly options: Piece;
  readonly lane: string | undefined;
}

/**
 * The flat layout of XO 11, native v3: scripts and services are ordinary nodes, each node lies in a sequence of its own,
 * and no node but the entry carries a position (read off one public app; another one has botActions as well).
 */
export function placeFlat(layout: Layout, flow: Flow): PlacedDialog {
  const dialog = { ...identity(layout, 'dg', flow.key), flow };
  const flat = flow.steps.flatMap((step) => flatten(layout, flow, step));
  const places = placesOf(flat);
  const { place, components } = placing(layout, dialog);
  const nodes = flat.map((node) => {
    const placed = place(node.component);
    const lead = inner(flow, node) ?? transitionsOf(layout, flow, node.name, node.next, (step) => entryOf(flow, step));
    const view = { componentId: placed.id, transitions: lead, options: node.options };
    return piece(`xo11/nodes/${node.kind}`, node.kind === 'intent' ? view : { ...view, nodeId: nodeIdOf(flow, node) });
  });
  const view = {
    id: dialog.id,
    refId: dialog.refId,
    nodes,
    hidden: flow.hidden,
    namespace: layout.namespace,
    sequences: flat.map((node, i) => sequence(flow, node, i, places[i])),
    ...localesOf(layout, flow),
  };
  return { ...dialog, piece: piece('xo11/dialog', view), components };
}

function flatten(layout: Layout, flow: Flow, step: Step): readonly FlatNode[] {
  const options = nodeOptions(layout, flow, step);
  const { lane } = step;
  if (step.kind !== 'call')
    return [{ kind: step.kind, name: step.name, component: step.component, next: step.next, options, lane }];
  return step.inner.map((one, i) => ({
    kind: one.kind,
    lane,
    name: innerName(step, i),
    component: one.component,
    next: i + 1 < step.inner.length ? [{ to: innerName(step, i + 1) }] : step.next,
    options:
      one.kind === 'service'
        ? piece('xo11/options/service', { timeout: one.component.view['timeout'] ?? 20 })
        : options,
  }));
}

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

/** A row and a column of the canvas. */
interface Place {
  readonly row: number;
  readonly column: number;
}

const COLUMNS = 6;

/** The main path runs from left to right, and goes on in the rows below; a look-up has rows of its own. */
function placesOf(nodes: readonly FlatNode[]): readonly Place[] {
  let [row, column] = [0, -1];
  return nodes.map(({ lane }, i) => {
    column += 1;
    if (column === COLUMNS || nodes[i - 1]?.lane !== lane) [row, column] = [row + 1, 0];
    return { row, column };
  });
}

function sequence(flow: Flow, node: FlatNode, i: number, { row, column }: Place = { row: 0, column: 0 }): Piece {
  if (i === 0) return piece('xo11/first-sequence', {});
  return piece('xo11/sequence', {
    name: `Sequence ${i}`,
    nodeId: canvasId('nd-seq', `${flow.key}/sequence/${node.name}`),
    left: 80 + 380 * column,
    top: 100 + 240 * row,
    node: nodeIdOf(flow, node),
    type: node.kind,
  });
}
