import { graphlib, layout } from '@dagrejs/dagre';
import type { FlowView } from '../web/protocol';
import { NODE } from './layout';
import type { FlowLayout, Point } from './layout';
import { overprints } from './overprints';
import { labelSize } from './way-labels';

/** The narrowest first; each suits other dialogs. `order` is that of the ways, which decides what stands left. */
const MANNERS = (['network-simplex', 'longest-path'] as const).flatMap((ranker) =>
  [14, 24].flatMap((nodesep) =>
    [9, 16].flatMap((edgesep) =>
      [18, 26].flatMap((ranksep) => ([1, -1] as const).map((order) => ({ ranker, nodesep, edgesep, ranksep, order }))),
    ),
  ),
);

/** Of a dialog with more nodes only one picture is tried. */
const MANY = 40;

/**
 * Places the nodes of a dialog from top to bottom, so that neither a label nor a node stands on another one and ways go
 * round what is not their own: the first picture without an overprint, else the one with the fewest. A way to a node that
 * holds others leads to the first inside it, a way from it comes from the last.
 */
export function layOutFlow(flow: FlowView): FlowLayout {
  let best: FlowLayout = { nodes: new Map(), ways: [], size: NODE };
  let fewest = Infinity;
  for (const manner of MANNERS.slice(0, flow.nodes.length > MANY ? 1 : undefined)) {
    const picture = laidOut(flow, manner);
    const faults = overprints(picture);
    if (faults === 0) return picture;
    if (faults < fewest) [best, fewest] = [picture, faults];
  }
  return best;
}

function laidOut({ nodes, edges }: FlowView, { order, ...spaces }: (typeof MANNERS)[number]): FlowLayout {
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ ...spaces, rankdir: 'TB' });
  const inside = (id: string) => nodes.filter(({ parent }) => parent === id).map((node) => node.id);
  const single = nodes.filter(({ id }) => inside(id).length === 0);
  nodes.forEach(({ id }) => graph.setNode(id, {}));
  single.forEach(({ id }) => graph.setNode(id, { ...NODE }));
  nodes.forEach(({ id, parent }) => parent !== undefined && graph.setParent(id, parent));
  const ways = edges.map((edge, index) => ({
    edge,
    ends: { v: inside(edge.from).at(-1) ?? edge.from, w: inside(edge.to)[0] ?? edge.to, name: String(index) },
    said: labelSize(edge.label),
  }));
  for (const { ends, said } of order === 1 ? ways : ways.toReversed()) {
    const { text, ...size } = said;
    graph.setEdge(ends, { ...size, labelpos: 'c', weight: text === '' ? 8 : 1 });
  }
  layout(graph);
  const halves = rowHalves(graph);
  return {
    size: NODE,
    nodes: new Map(single.map(({ id }) => [id, spot(graph.node(id))])),
    ways: ways.map(({ edge, ends, said }) => {
      const way = graph.edge(ends);
      const [from, to] = [spot(graph.node(ends.v)), spot(graph.node(ends.w))];
      const points = ends.v === ends.w ? way.points.map(spot) : upright(way.points.map(spot), [from, to], halves);
      return {
        edge,
        source: ends.v,
        target: ends.w,
        points,
        ...(said.text !== '' && { label: { ...said, ...spot(way as Partial<Point>) } }),
      };
    }),
  };
}

/** Half the height of the tallest thing in each row, by the row's middle. */
function rowHalves(graph: graphlib.Graph): ReadonlyMap<number, number> {
  const halves = new Map<number, number>();
  const things = [
    ...graph.nodes().map((id: string) => graph.node(id)),
    ...graph.edges().map((edge) => graph.edge(edge)),
  ];
  for (const { y = 0, height = 0 } of things as readonly { readonly y?: number; readonly height?: number }[])
    halves.set(y, Math.max(halves.get(y) ?? 0, height / 2));
  return halves;
}

/**
 * Ways leave and reach a node above or below it and pass a row straight, so that they do not cut the corners of what stands
 * in it.
 */
function upright(
  points: readonly Point[],
  ends: readonly [Point, Point],
  halves: ReadonlyMap<number, number>,
): readonly Point[] {
  const inner = points.slice(1, -1);
  const line = [ends[0], ...inner, ends[1]];
  const straight = inner.flatMap((point, index) => {
    const half = halves.get(point.y) ?? 0;
    return [line[index] ?? point, line[index + 2] ?? point].map(({ y }) => {
      const room = Math.min(half, Math.abs(y - point.y) / 2);
      return { x: point.x, y: point.y + room * Math.sign(y - point.y) };
    });
  });
  return [door(ends[0], straight[0] ?? ends[1]), ...straight, door(ends[1], straight.at(-1) ?? ends[0])];
}

/** Where a way to or from `other` touches a node. */
const door = ({ x, y }: Point, other: Point): Point => ({
  x: Math.min(Math.max(other.x, x - NODE.width / 3), x + NODE.width / 3),
  y: y + (NODE.height / 2) * Math.sign(other.y - y),
});

const spot = ({ x = 0, y = 0 }: Partial<Point>): Point => ({ x, y });
