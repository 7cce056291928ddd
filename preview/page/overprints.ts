import type { FlowLayout, Point } from './layout';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How often in a picture one thing stands on another: a node or a label on the next, a way through what is not its own. */
export function overprints({ nodes, ways, size }: FlowLayout): number {
  const things = [
    ...[...nodes].map(([id, middle]) => ({ id, box: boxOf(middle, size) })),
    ...ways.flatMap(({ label }, index) =>
      label === undefined ? [] : [{ id: `way ${index}`, box: boxOf(label, label) }],
    ),
  ];
  const covered = things.flatMap(({ box }, i) => things.slice(i + 1).filter((other) => overlap(box, other.box)));
  const struck = ways.flatMap(({ source, target, points }, index) => {
    const others = things.filter(({ id }) => ![source, target, `way ${index}`].includes(id));
    const lines = points.slice(1).map((to, i) => [points[i] ?? to, to] as const);
    return others.filter(({ box }) => lines.some(([from, to]) => crosses(from, to, box)));
  });
  return covered.length + struck.length;
}

const boxOf = ({ x, y }: Point, { width, height }: { readonly width: number; readonly height: number }): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a straight line enters the box: the parts of it between the box's sides must meet. */
function crosses(from: Point, to: Point, box: Box): boolean {
  const across = between(from.x, to.x, box.left, box.right);
  const down = between(from.y, to.y, box.top, box.bottom);
  return Math.max(across[0], down[0], 0) < Math.min(across[1], down[1], 1);
}

/** From where to where along a line, 0 to 1, a coordinate lies between two limits. */
function between(from: number, to: number, low: number, high: number): readonly [number, number] {
  if (from === to) return low < from && from < high ? [0, 1] : [1, 0];
  const [a, b] = [(low - from) / (to - from), (high - from) / (to - from)];
  return [Math.min(a, b), Math.max(a, b)];
}
