/// <reference lib="dom" />
import cytoscape from 'cytoscape';
import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import dagre from 'cytoscape-dagre';
import type { FlowView, FlowNode, NodeVisit } from '../web/protocol';
import { lookOf } from './node-looks';
import { pictureStyle } from './picture-style';
import { placeNodes } from './place-nodes';

cytoscape.use(dagre);

/** The picture of one dialog at a time. */
export interface Picture {
  readonly show: (flow: FlowView) => void;
  /** Marks the way a turn took; `path` holds the stops in the shown dialog. */
  readonly mark: (path: readonly NodeVisit[]) => void;
  readonly select: (node: string | undefined) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** Steps between columns and rows of an outline, in pixels of the picture. */
const COLUMN = 292;
const ROW = 84;

/** A dialog of more nodes is laid out as a graph. */
const OUTLINE_LIMIT = 26;

/** Draws into `holder`; `onPick` hears which node was clicked. */
export function createPicture(holder: HTMLElement, onPick: (node: string) => void): Picture {
  const view = cytoscape({
    container: holder,
    style: pictureStyle(holder),
    minZoom: 0.15,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
    autoungrabify: true,
  });
  view.on('tap', 'node', (event) => onPick((event.target as NodeSingular).id()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.style(pictureStyle(holder)));
  new ResizeObserver(() => {
    view.resize();
    fit(view);
  }).observe(holder);
  return {
    show: (flow) => {
      view.elements().remove();
      view.add(elements(flow));
      lay(view, flow);
      fit(view);
    },
    mark: (path) => mark(view, path),
    select: (node) => {
      view.nodes().removeClass('chosen');
      if (node !== undefined) view.getElementById(node).addClass('chosen');
    },
    zoom: (factor) => {
      const middle = { x: view.width() / 2, y: view.height() / 2 };
      view.zoom({ level: view.zoom() * factor, renderedPosition: middle });
    },
    fit: () => fit(view),
  };
}

/** Ways to and from a botAction are drawn to its first and from its last inner node, inside its box. */
function elements({ nodes, edges }: FlowView): ElementDefinition[] {
  const inside = (id: string): readonly FlowNode[] => nodes.filter(({ parent }) => parent === id);
  return [
    ...nodes.map(({ id, type, label, parent, ends }) => ({
      data: { id, label, ...(parent !== undefined && { parent }) },
      classes: [lookOf(type).style, ...(inside(id).length > 0 ? ['group'] : []), ...(ends ? ['ends'] : [])],
    })),
    ...edges.map(({ from, to, rule, label }, index) => ({
      data: {
        id: `way-${index}`,
        source: inside(from).at(-1)?.id ?? from,
        target: inside(to)[0]?.id ?? to,
        owner: from,
        rule: String(rule),
        label,
      },
      classes: rule === 'retries' ? ['retries'] : [],
    })),
  ];
}

function lay(view: Core, flow: FlowView): void {
  if (flow.nodes.length > OUTLINE_LIMIT) {
    const options = { name: 'dagre', rankDir: 'LR', nodeSep: 18, rankSep: 150, edgeSep: 12, fit: false } as const;
    view.layout(options).run();
    return;
  }
  const spots = placeNodes(flow);
  const positions = (node: NodeSingular) => {
    const { column, row } = spots.get(node.id()) ?? { column: 0, row: 0 };
    return { x: column * COLUMN, y: row * ROW };
  };
  view.layout({ name: 'preset', positions: positions as never, fit: false }).run();
  view.edges().forEach((edge) => {
    const step = edge.target().position('x') - edge.source().position('x');
    edge
      .toggleClass('sideways', step > 0)
      .toggleClass('back', step < 0)
      .toggleClass('down', step === 0);
  });
}

function fit(view: Core): void {
  view.fit(undefined, 18);
  if (view.zoom() > 1.1) {
    view.zoom(1.1);
    view.center();
  }
}

/** A stop says which of its node's ways was taken, so each way is known without guessing. */
function mark(view: Core, path: readonly NodeVisit[]): void {
  view.elements().removeClass('passed last');
  for (const { nodeId, transition } of path) {
    view.getElementById(nodeId).addClass('passed');
    if (transition !== undefined)
      view
        .edges()
        .filter((edge) => edge.data('owner') === nodeId && edge.data('rule') === String(transition))
        .addClass('passed');
  }
  const last = path.at(-1);
  if (last !== undefined) view.getElementById(last.nodeId).addClass('last');
}
