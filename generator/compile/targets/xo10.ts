import { canvasId, refIdOf } from '../ids';
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
import type { CallStep, Flow, Step } from '../flow';
import { piece, type Piece, type Value } from '../plan';

/**
 * XO 10, the current builder's layout: scripts and services stand inside botAction nodes (in every dialog of 36 of 38
 * exports that use this builder); the botAction's own transitions branch.
 */
export function placeXo10(layout: Layout, flow: Flow): PlacedDialog {
  const dialog = { ...identity(layout, 'dg', flow.key), flow };
  const components: PlacedComponent[] = [];
  const place = (plan: Parameters<typeof placeComponent>[2]) => {
    const placed = placeComponent(layout, dialog, plan);
    components.push(placed);
    return placed;
  };
  const nodes = flow.steps.map((step, i) => {
    const common = {
      transitions: transitions(layout, flow, step.name, step.next, (s) => nodeIdOf(flow, s)),
      position: position(i),
    };
    const nodeId = nodeIdOf(flow, step);
    if (step.kind === 'call') return callNode(layout, flow, step, { ...common, nodeId }, place, components);
    return plainNode(flow, step, { ...common, nodeId, componentId: place(step.component).id });
  });
  const view = {
    id: dialog.id,
    refId: dialog.refId,
    nodes,
    hidden: flow.hidden,
    namespace: layout.namespace,
    ...names(flow),
  };
  return { ...dialog, piece: piece('xo10/dialog', view), components };
}

function plainNode(flow: Flow, step: Exclude<Step, CallStep>, view: Record<string, Value>): Piece {
  if (step.kind === 'entity') {
    const giveUp = nodeIdOf(flow, { kind: 'message', name: step.giveUp });
    return piece('xo10/nodes/entity', { ...view, eventOptions: eventOptions(step.retries, giveUp) });
  }
  if (step.kind === 'message') return piece('xo10/nodes/message', view);
  const { transitions: lead, componentId, position: at } = view;
  return piece('xo10/nodes/intent', { transitions: lead ?? [], componentId: componentId ?? '', position: at ?? null });
}

/** A botAction: its inner nodes stand twice, on the dialog's node and on the component, in the same order. */
function callNode(
  layout: Layout,
  flow: Flow,
  step: CallStep,
  view: Record<string, Value>,
  place: (plan: Parameters<typeof placeComponent>[2]) => PlacedComponent,
  components: PlacedComponent[],
): Piece {
  const inner = step.inner.map((one, i) => ({
    type: one.kind,
    componentId: place(one.component).id,
    nodeId: `nd-${refIdOf(`${flow.key}/inner/${step.name}/${i}`)}`,
  }));
  const kind = (i: number) => (i === 0 ? 'inner-root' : 'inner');
  const group = identity(layout, 'dc', `${flow.key}/group/${step.name}`);
  const listed = inner.map((node, i) => {
    const lead = piece('xo10/default-transition', {
      to: inner[i + 1]?.nodeId ?? 'end',
      connId: canvasId('dummy', `${flow.key}/inner/${step.name}/${i}`),
    });
    return piece(`xo10/components/${kind(i)}`, {
      ...node,
      transitions: [lead],
      position: { left: 0, top: 200 * (i + 1) },
    });
  });
  const labels = Object.fromEntries(layout.languages.map((language) => [language, { desc: '', label: step.group }]));
  components.push({
    ...group,
    name: step.group,
    type: 'botAction',
    piece: piece('xo10/components/botAction', { ...group, name: step.group, localeData: labels, nodes: listed }),
  });
  return piece('xo10/nodes/botAction', {
    ...view,
    componentId: group.id,
    nodes: inner.map((node, i) => piece(`xo10/nodes/${kind(i)}`, node)),
  });
}

/** One column, as the builder draws it. */
const position = (i: number): Value => ({ left: 750, top: 100 + 140 * i });

const names = (flow: Flow) => {
  const [first] = Object.values(flow.names);
  return {
    lname: (first?.name ?? '').toLowerCase(),
    localeData: Object.fromEntries(
      Object.entries(flow.names).map(([language, n]) => [language, { name: n.name, shortDesc: n.description }]),
    ),
  };
};
