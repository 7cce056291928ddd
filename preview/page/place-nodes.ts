import type { FlowView } from '../web/protocol';

export interface Spot {
  readonly column: number;
  readonly row: number;
}

/**
 * Places a dialog as an outline: what goes on stands below, side ways stand in the next column, so that a dialog of usual
 * size is readable in a narrow pane. Rows and columns count from 0; nodes inside another take the rows of their parent.
 */
export function placeNodes({ nodes, edges }: FlowView): ReadonlyMap<string, Spot> {
  const inside = new Map(nodes.map(({ id }) => [id, nodes.filter(({ parent }) => parent === id).map((n) => n.id)]));
  const outer = nodes.filter(({ parent }) => parent === undefined);
  const spots = new Map<string, Spot>();
  const free: number[] = [];
  const ways = (id: string) =>
    [...new Set(edges.filter((e) => e.from === id).map((e) => e.to))].filter((to) => !spots.has(to));

  const put = (id: string, column: number, wanted: number): number => {
    const row = Math.max(wanted, free[column] ?? 0);
    spots.set(id, { column, row });
    const within = inside.get(id) ?? [];
    within.forEach((child, i) => spots.set(child, { column, row: row + i }));
    free[column] = row + Math.max(1, within.length);
    return row;
  };
  const place = (id: string, column: number, wanted: number): void => {
    if (spots.has(id)) return;
    const row = put(id, column, wanted);
    const next = ways(id);
    const onward = next.filter((to) => next.length === 1 || ways(to).length > 0);
    next.filter((to) => !onward.includes(to)).forEach((to) => place(to, column + 1, row));
    const [main, ...others] = onward;
    if (main !== undefined) place(main, column, free[column] ?? row + 1);
    others.forEach((to) => place(to, column + 1, row));
  };
  outer.forEach(({ id }) => place(id, 0, 0));
  return spots;
}
