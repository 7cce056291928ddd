import type { AST } from '@eslint-community/regexpp';

/** In how many ways a matcher could read one text at most, by the shape of the pattern alone; repetitions without an end count as two. */
export const waysOf = (alternatives: readonly AST.Alternative[]): number =>
  alternatives.reduce((sum, { elements }) => sum + elements.reduce((product, one) => product * ofElement(one), 1), 0);

function ofElement(element: AST.Element): number {
  if (element.type === 'Quantifier') {
    const { min, max } = element;
    if (max === Infinity) return 2;
    const inside = ofElement(element.element);
    return (max - min + 1) * inside ** max;
  }
  return element.type === 'Group' || element.type === 'CapturingGroup' ? waysOf(element.alternatives) : 1;
}

/** Whether a limited repetition can share a text out in several ways. */
export const isLoose = ({ min, max, element }: AST.Quantifier): boolean =>
  max > 1 && max !== Infinity && (min !== max || ofElement(element) > 1);
