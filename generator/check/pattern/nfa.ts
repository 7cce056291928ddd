import type { AST } from '@eslint-community/regexpp';
import { isLoose } from './ways';

/** What must hold between two characters, as bits. */
export const GUARD = { boundary: 1, noBoundary: 2, start: 4, end: 8 } as const;

/** A step to the next character that the pattern reads; there is one for each way in which a matcher gets there. */
export interface NfaEdge {
  readonly to: number;
  readonly guard: number;
}

/** A pattern as the characters that it reads, in the order in which a matcher may read them. */
export interface Nfa {
  /** What each character must be: the source of a character class. */
  readonly reads: readonly string[];
  /** From before the first character. */
  readonly first: readonly NfaEdge[];
  readonly after: readonly (readonly NfaEdge[])[];
  /** Whether the pattern may end behind a character, by the guards under which it may. */
  readonly ends: readonly (readonly number[])[];
  /** Whether it fits nothing at all. */
  readonly fitsNothing: boolean;
}

/** Why nothing can be said of a pattern; the rest of a sentence. */
export class NotRegular extends Error {}

interface Piece {
  readonly first: readonly NfaEdge[];
  readonly last: readonly NfaEdge[];
  /** The guards under which it may be nothing. */
  readonly empty: readonly number[];
}

const MOST_CHARACTERS = 400;
const NOTHING: Piece = { first: [], last: [], empty: [0] };

/**
 * A pattern as an automaton. With `widened`, a limited repetition that can share a text out in several ways counts as one
 * without an end: that it can is then in the automaton's shape.
 */
export function nfaOf(ast: AST.Pattern, widened: boolean): Nfa {
  const reads: string[] = [];
  const after: NfaEdge[][] = [];
  const join = (from: readonly NfaEdge[], to: readonly NfaEdge[]) => {
    for (const a of from) for (const b of to) after[a.to]?.push({ to: b.to, guard: a.guard | b.guard });
  };
  const guarded = (steps: readonly NfaEdge[], guards: readonly number[]) =>
    guards.flatMap((guard) => steps.map((step) => ({ to: step.to, guard: step.guard | guard })));
  const then = (a: Piece, b: Piece): Piece => {
    join(a.last, b.first);
    return {
      first: [...a.first, ...guarded(b.first, a.empty)],
      last: [...b.last, ...guarded(a.last, b.empty)],
      empty: distinct(a.empty.flatMap((x) => b.empty.map((y) => x | y))),
    };
  };
  const again = (a: Piece): Piece => {
    join(a.last, a.first);
    return a;
  };
  const maybe = (a: Piece): Piece => ({ ...a, empty: distinct([0, ...a.empty]) });
  const either = (alternatives: readonly AST.Alternative[]): Piece => {
    const all = alternatives.map(sequence);
    return {
      first: all.flatMap((p) => p.first),
      last: all.flatMap((p) => p.last),
      empty: distinct(all.flatMap((p) => p.empty)),
    };
  };
  const sequence = ({ elements }: AST.Alternative): Piece => elements.map(pieceOf).reduce(then, NOTHING);
  const repeated = (quantifier: AST.Quantifier): Piece => {
    const { element, min, max } = quantifier;
    const once = () => pieceOf(element);
    const endless = max === Infinity || (widened && isLoose(quantifier));
    if (min > 1 && once().empty.length > 0) throw new NotRegular('it repeats something that may be nothing');
    if (endless) return min === 0 ? maybe(again(once())) : then(times(min - 1, once), again(once()));
    let rest = NOTHING;
    for (let i = min; i < max; i += 1) rest = maybe(then(once(), rest));
    return then(times(min, once), rest);
  };
  const times = (count: number, piece: () => Piece): Piece => {
    let whole = NOTHING;
    for (let i = 0; i < count; i += 1) whole = then(whole, piece());
    return whole;
  };
  const pieceOf = (element: AST.Element): Piece => {
    switch (element.type) {
      case 'Quantifier':
        return repeated(element);
      case 'Group':
      case 'CapturingGroup':
        return either(element.alternatives);
      case 'Assertion':
        return assertion(element);
      case 'Backreference':
        throw new NotRegular('it repeats what a group has found, such as \\1');
      default: {
        if (reads.push(element.raw) > MOST_CHARACTERS) throw new NotRegular('its repetitions are too many');
        const step = { to: after.push([]) - 1, guard: 0 };
        return { first: [step], last: [step], empty: [] };
      }
    }
  };
  const whole = either(ast.alternatives);
  const ends: number[][] = reads.map(() => []);
  for (const { to, guard } of whole.last) ends[to]?.push(guard);
  return { reads, first: whole.first, after, ends, fitsNothing: whole.empty.includes(0) };
}

function assertion(element: AST.Assertion): Piece {
  const only = (guard: number): Piece => ({ first: [], last: [], empty: [guard] });
  if (element.kind === 'start') return only(GUARD.start);
  if (element.kind === 'end') return only(GUARD.end);
  if (element.kind === 'word') return only(element.negate ? GUARD.noBoundary : GUARD.boundary);
  if (/[*+]|\{\d+,\}/.test(element.raw)) throw new NotRegular('it repeats without an end inside (?=…) or (?!…)');
  // What is looked at may hold or not: that it may hold takes in every way of the matcher.
  return NOTHING;
}

const distinct = (guards: readonly number[]) => [...new Set(guards)];
