import { parseRegExpLiteral } from '@eslint-community/regexpp';
import { alphabetOf } from './alphabet';
import { ambiguityOf, type Growth } from './ambiguity';
import { attemptsOf, TooMany } from './attempts';
import { nfaOf, NotRegular } from './nfa';
import { waysOf } from './ways';

/** How a pattern is used: searched in what a person says, or held against a whole value. */
export type PatternUse = 'searched' | 'whole';

/**
 * How the time grows that a backtracking matcher may take, with the length of the text; `linear` is proven. What cannot be
 * proven comes with a reason. The ways in which a matcher can read a text are those of an automaton that keeps how each
 * was found; they are few for every text when no text leads a state back to itself in two ways (exponential) or from
 * one loop into another (polynomial): Weideman et al., Analyzing matching time behavior of backtracking matchers (2016).
 */
export function growthOf(pattern: string, use: PatternUse): 'linear' | Growth | { readonly unproven: string } {
  try {
    return slowest(pattern, use) ?? 'linear';
  } catch (error) {
    if (error instanceof TooMany) return { unproven: 'it has too many ways to read a text' };
    if (error instanceof NotRegular) return { unproven: error.message };
    throw error;
  }
}

/** So many ways to read a text are few, whatever it is. */
const FEW = 100;

function slowest(pattern: string, use: PatternUse): Growth | undefined {
  const { pattern: ast } = parseRegExpLiteral(new RegExp(pattern));
  const isLoose = waysOf(ast.alternatives) > FEW;
  const reading = (how: PatternUse, widened: boolean) => {
    const nfa = nfaOf(ast, widened);
    const letters = alphabetOf(nfa);
    return ambiguityOf(attemptsOf(nfa, letters, how === 'whole'), letters);
  };
  const exponential = (text: string | undefined) => text && ({ kind: 'exponential', text } as const);
  const polynomial = (text: string | undefined) => text && ({ kind: 'polynomial', text } as const);
  const found =
    // What a search accepts at once may be held against a whole text elsewhere.
    exponential(reading('whole', isLoose).exponential()) ||
    (isLoose && polynomial(reading(use, true).polynomial())) ||
    polynomial(reading(use, false).polynomial()) ||
    (use === 'searched' && polynomial(reading(use, false).restarts()));
  return found || undefined;
}
