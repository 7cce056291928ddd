/// <reference lib="dom" />
import cytoscape from 'cytoscape';
import type { Core, ElementDefinition, NodeSingular, SingularElementArgument } from 'cytoscape';
import type { FlowView, NodeVisit } from '../web/protocol';
import { layOutFlow } from './lay-out';
import type { FlowLayout, Point, EdgeRoute } from './layout';
import { lookOf } from './node-looks';
import { pictureStyle } from './picture-style';

/** The picture of one dialog at a time. */
export interface Picture {
  readonly show: (flow: FlowView) => void;
  /** Marks the way a turn took; `path` holds the stops in the shown dialog. */
  readonly mark: (path: readonly NodeVisit[]) => void;
  readonly select: (node: string | undefined) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

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
  view.on('tap', 'node[!rules]', (event) => onPick((event.target as NodeSingular).id()));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => view.style(pictureStyle(holder)));
  new ResizeObserver(() => {
    view.resize();
    fit(view);
  }).observe(holder);
  return {
    show: (flow) => {
      view.elements().remove();
      view.add(elements(flow, layOutFlow(flow)));
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

/** A label is an element of its own, so that no way runs through it. */
function elements({ nodes }: FlowView, layout: FlowLayout): ElementDefinition[] {
  const holds = new Set(nodes.flatMap(({ parent }) => parent ?? []));
  return [
    ...nodes.map(({ id, type, label, parent, ends }) => ({
      data: { id, label, ...(parent !== undefined && { parent }) },
      classes: [lookOf(type).style, ...(holds.has(id) ? ['group'] : []), ...(ends ? ['ends'] : [])],
      ...placed(layout.nodes.get(id)),
    })),
    ...layout.ways.flatMap((way, index) => [
      {
        data: {
          id: `way-${index}`,
          source: way.source,
          target: way.target,
          ...ends(way, layout),
          ...bends(way),
          ...marks(way),
        },
        classes: way.edge.rules.includes('retries') ? ['retries'] : [],
      },
      ...(way.label === undefined ? [] : [label(way.label, way, index)]),
    ]),
  ];
}

const label = (
  { text, width, height, x, y }: NonNullable<EdgeRoute['label']>,
  way: EdgeRoute,
  index: number,
): ElementDefinition => ({
  data: { id: `label-${index}`, label: text, width, height, ...marks(way) },
  classes: ['label'],
  position: { x, y },
  selectable: false,
});

const placed = (spot: Point | undefined) => (spot === undefined ? {} : { position: { ...spot } });

const marks = ({ edge }: EdgeRoute) => ({ owner: edge.from, rules: edge.rules.map(String) });

/** Where a way leaves and arrives, from the middle of the node. */
function ends({ source, target, points }: EdgeRoute, { nodes }: FlowLayout): Readonly<Record<string, string>> {
  const from = (id: string, point: Point | undefined) => {
    const middle = nodes.get(id) ?? { x: 0, y: 0 };
    return `${(point?.x ?? middle.x) - middle.x}px ${(point?.y ?? middle.y) - middle.y}px`;
  };
  return { leaves: from(source, points[0]), arrives: from(target, points.at(-1)) };
}

/** The bends of a way as cytoscape has them: how far along the straight line, and how far beside it. */
function bends({ points }: EdgeRoute): Readonly<Record<string, unknown>> {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return { weights: [0.5], distances: [0] };
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const length = Math.hypot(dx, dy) || 1;
  const inner = points.slice(1, -1);
  return {
    weights: inner.map(({ x, y }) => ((x - first.x) * dx + (y - first.y) * dy) / length ** 2),
    distances: inner.map(({ x, y }) => ((y - first.y) * dx - (x - first.x) * dy) / length),
  };
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
        .elements('[rules]')
        .filter((way) => way.data('owner') === nodeId && rulesOf(way).includes(String(transition)))
        .addClass('passed');
  }
  const last = path.at(-1);
  if (last !== undefined) view.getElementById(last.nodeId).addClass('last');
}

const rulesOf = (way: SingularElementArgument): readonly string[] => way.data('rules') as readonly string[];
