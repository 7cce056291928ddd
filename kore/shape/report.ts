import type { Target } from '../format';
import type { Deviation, DeviationKind } from './compare';
import { explanationOf, type Explanation, type DeviationSite } from './explained';
import type { Extent } from './facts';

/** A deviation, and why it stays. */
export interface Judged extends Deviation {
  readonly explanation: Explanation | undefined;
}

/** What a comparison came to. */
export interface ShapeComparison {
  /** What was compared, such as `shopify`. */
  readonly name: string;
  readonly target: Target;
  readonly extent: Extent;
  readonly judged: readonly Judged[];
}

/** Looks up why each deviation is there. */
export const explainDeviations = (name: string, at: DeviationSite, found: readonly Deviation[]): ShapeComparison => ({
  name,
  target: at.target,
  extent: at.extent,
  judged: found.map((one) => ({ ...one, explanation: explanationOf(one, at) })),
});

/** The deviations that nothing explains. */
export const unexplained = (comparisons: readonly ShapeComparison[]): readonly Judged[] =>
  comparisons.flatMap(({ judged }) => judged.filter((one) => one.explanation === undefined));

const SAID: Readonly<Record<DeviationKind, (one: Deviation) => string>> = {
  missing: ({ key }) => `lacks ${key}, which all real ones have`,
  unusual: ({ key }) => `lacks ${key}, which most real ones have`,
  unseen: ({ key }) => `has ${key}, which no real one has`,
  value: ({ key, value = '' }) => `has ${key}: ${value}, as no real one`,
  kind: () => 'is of a kind that was not seen',
};

/** The comparisons as a person reads them: each way to differ once, then how many there are in which file. */
export function shown(comparisons: readonly ShapeComparison[]): readonly string[] {
  const files = new Map<string, { readonly one: Judged; readonly in: string[] }>();
  for (const { name, target, extent, judged } of comparisons)
    for (const one of judged) {
      const line = `${target} ${one.kind} ${SAID[one.difference](one)}`;
      const before = files.get(line) ?? { one, in: [] };
      before.in.push(extent === 'whole' ? name : name.replace(/^.*\//, ''));
      files.set(line, before);
    }
  const lines = [...files].map(([line, { one, in: names }]) =>
    one.explanation
      ? `  ${line} (${names.length === 1 ? names[0] : `${names.length} files`})\n      ${one.explanation.why}`
      : `! ${line} (${names.join(', ')}; first ${one.where})`,
  );
  const counts = comparisons.map(({ name, target, extent, judged }) => {
    const open = judged.filter((one) => one.explanation === undefined).length;
    return `${name} ${target} ${extent}: ${judged.length} deviations, ${open} unexplained`;
  });
  return [...lines, '', ...counts];
}
