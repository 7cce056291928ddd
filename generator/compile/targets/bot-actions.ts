import { canvasId, refIdOf } from '../ids';
import {
  identity,
  localesOf,
  nodeIdOf,
  nodeOptions,
  placing,
  transitionsOf,
  type Layout,
  type PlacedDialog,
  type Placing,
} from '../layout';
import type { CallStep, Flow, Step } from '../flow';
import { piece, type Piece, type PlanValue } from '../plan';
import { sceneOf } from '../storyboards';

/**
 * The botAction layout: scripts and services stand inside botAction nodes, whose own transitions branch, and every node
 * carries its place. The layout of XO 10's current builder (in every dialog of 36 of 38 exports that use it), and one of
 * two that XO 11 exports.
 */
export function placeBotActions(layout: Layout, flow: Flow): PlacedDialog {
  const dialog = { ...identity(layout, 'dg', flow.key), flow };
  const { place, components } = placing(layout, dialog);
  const nodes = flow.steps.map((step, i) => {
    const common = {
      transitions: transitionsOf(layout, flow, step.name, step.next, (s) => nodeIdOf(flow, s)),
      position: { left: 750, top: 100 + 140 * i },
    };
    if (step.kind === 'call') return callNode(layout, flow, step, common, { place, components });
    return plainNode(layout, flow, step, { ...common, componentId: place(step.component).id });
  });
  const view = {
    id: dialog.id,
    refId: dialog.refId,
    nodes,
    hidden: flow.hidden,
    namespace: layout.namespace,
    ...localesOf(layout, flow),
    ...(layout.target === 'xo10' && { scene: sceneOf(dialog.refId) }),
  };
  const template = layout.target === 'xo10' ? 'xo10/dialog' : 'xo11/placed/dialog';
  return { ...dialog, piece: piece(template, view), components };
}

const folder = ({ target }: Layout) => (target === 'xo10' ? 'xo10/nodes' : 'xo11/placed');

function plainNode(
  layout: Layout,
  flow: Flow,
  step: Exclude<Step, CallStep>,
  common: Readonly<Record<string, PlanValue>>,
): Piece {
  const view = { ...common, options: nodeOptions(layout, flow, step) };
  return piece(
    `${folder(layout)}/${step.kind}`,
    step.kind === 'intent' ? view : { ...view, nodeId: nodeIdOf(flow, step) },
  );
}

/** A botAction: its inner nodes stand twice, on the dialog's node and on the component, in the same order. */
function callNode(
  layout: Layout,
  flow: Flow,
  step: CallStep,
  common: Readonly<Record<string, PlanValue>>,
  { place, components }: Placing,
): Piece {
  const owner = step.sharedBy ?? flow.key;
  const inner = step.inner.map((one, i) => ({
    type: one.kind,
    componentId: place(one.component).id,
    nodeId: `nd-${refIdOf(`${owner}/inner/${step.name}/${i}`)}`,
  }));
  const kind = (i: number) => (i === 0 ? 'inner-root' : 'inner');
  const group = identity(layout, 'dc', `${owner}/group/${step.name}`);
  const listed = inner.map((node, i) => {
    const lead = piece(`${layout.target}/default-transition`, {
      to: inner[i + 1]?.nodeId ?? 'end',
      connId: canvasId('dummy', `${owner}/inner/${step.name}/${i}`),
    });
    return piece(`${layout.target}/components/${kind(i)}`, {
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
    piece: piece(`${layout.target}/components/botAction`, {
      ...{ ...group, name: step.group, localeData: labels, nodes: listed },
    }),
  });
  return piece(`${folder(layout)}/botAction`, {
    ...common,
    nodeId: nodeIdOf(flow, step),
    componentId: group.id,
    nodes: inner.map((node, i) => piece(`${folder(layout)}/${kind(i)}`, node)),
    options: nodeOptions(layout, flow, step),
  });
}
