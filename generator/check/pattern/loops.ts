/** The loop that each node of a graph is in, by a number; undefined for a node that no way leads back to. */
export function loopsOf(ways: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const back: number[][] = ways.map(() => []);
  ways.forEach((to, from) => to.forEach((node) => back[node]?.push(from)));
  const order = visited(ways, [...ways.keys()]).flat();
  const loops: (number | undefined)[] = ways.map(() => undefined);
  // Kosaraju: backwards from those that were left last.
  visited(back, order.reverse()).forEach((nodes, loop) => {
    const [only = 0] = nodes;
    if (nodes.length > 1 || ways[only]?.includes(only)) for (const node of nodes) loops[node] = loop;
  });
  return loops;
}

/** Nodes in the order in which a search in depth leaves them, by the node that it began at. */
function visited(ways: readonly (readonly number[])[], from: readonly number[]): readonly number[][] {
  const seen = new Set<number>();
  return from
    .map((start) => {
      const left: number[] = [];
      const stack: { readonly node: number; next: number }[] = [];
      const enter = (node: number) => {
        if (seen.has(node)) return;
        seen.add(node);
        stack.push({ node, next: 0 });
      };
      enter(start);
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const to = ways[top.node]?.[top.next];
        top.next += 1;
        if (to !== undefined) enter(to);
        else left.push(stack.pop()?.node ?? 0);
      }
      return left;
    })
    .filter((nodes) => nodes.length > 0);
}
