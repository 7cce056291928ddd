import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** More than any query of a bot selects; checking a document takes time that grows with the square of it. */
export const MOST_SELECTIONS = 5_000;

/**
 * How many selections a document comes to once its fragments are spread: a fragment that spreads another twice doubles it.
 * Counted fragment by fragment, so that it takes no longer than the document is long. At most `Infinity`.
 */
export function selectionsIn({ definitions }: DocumentNode): number {
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet] as const] : [])),
  );
  const sizes = new Map<string, number>();
  const sizeOf = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, one) => {
      if (one.kind === Kind.FRAGMENT_SPREAD) return sum + 1 + fragmentSize(one.name.value);
      return sum + 1 + (one.selectionSet ? sizeOf(one.selectionSet) : 0);
    }, 0);
  const fragmentSize = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const set = fragments.get(name);
    // A fragment inside itself is an error of its own.
    sizes.set(name, 0);
    const size = set ? sizeOf(set) : 0;
    sizes.set(name, size);
    return size;
  };
  return definitions.reduce((sum, d) => {
    if (d.kind === Kind.FRAGMENT_DEFINITION) return sum + fragmentSize(d.name.value);
    return sum + (d.kind === Kind.OPERATION_DEFINITION ? sizeOf(d.selectionSet) : 0);
  }, 0);
}
