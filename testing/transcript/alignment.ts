import { ANY_LINES, lineFits } from '../../services/stub/match';

/** One line of a message as it should stand in a transcript: `index` of the expected line that stays or is replaced by `said`. */
export type Aligned =
  | { readonly kind: 'kept'; readonly index: number }
  | { readonly kind: 'changed'; readonly index: number; readonly said: string }
  | { readonly kind: 'added'; readonly said: string };

type Step = Aligned['kind'] | 'gone' | 'eaten' | 'end';

interface Cell {
  readonly cost: number;
  readonly step: Step;
}

/**
 * Lays what is said now beside what was expected, changing as few lines as possible: a pattern that still fits stays a
 * pattern. Expected lines of which nothing is left are not among what comes out.
 */
export function alignLines(expected: readonly string[], said: readonly string[]): readonly Aligned[] {
  const table = costs(expected, said);
  const out: Aligned[] = [];
  let [e, s] = [0, 0];
  for (;;) {
    const line = said[s] ?? '';
    switch (table[e]?.[s]?.step) {
      case 'kept':
        out.push({ kind: 'kept', index: e++ });
        if (expected[e - 1] !== ANY_LINES) s++;
        break;
      case 'changed':
        out.push({ kind: 'changed', index: e++, said: line });
        s++;
        break;
      case 'added':
        out.push({ kind: 'added', said: line });
        s++;
        break;
      case 'gone':
        e++;
        break;
      case 'eaten':
        s++;
        break;
      default:
        return out;
    }
  }
}

/** The cheapest way from each pair of lines to the end of both, from the end backwards. */
function costs(expected: readonly string[], said: readonly string[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  for (let e = expected.length; e >= 0; e--) {
    const row: Cell[] = [];
    rows[e] = row;
    for (let s = said.length; s >= 0; s--)
      row[s] = cheapest(steps(expected[e], said[s], (down, right) => rows[e + down]?.[s + right]?.cost ?? Infinity));
  }
  return rows;
}

/** What can be done with a pair of lines; `on` is the cost of what comes after so many of each. */
function steps(
  wanted: string | undefined,
  line: string | undefined,
  on: (expected: 0 | 1, said: 0 | 1) => number,
): readonly Cell[] {
  if (wanted === undefined)
    return [line === undefined ? { cost: 0, step: 'end' } : { cost: on(0, 1) + 1, step: 'added' }];
  if (wanted === ANY_LINES) return [{ cost: on(1, 0), step: 'kept' }, ...(line === undefined ? [] : [eaten(on)])];
  const gone: Cell = { cost: on(1, 0) + 1, step: 'gone' };
  if (line === undefined) return [gone];
  const paired: Cell = lineFits(wanted, line)
    ? { cost: on(1, 1), step: 'kept' }
    : { cost: on(1, 1) + 1, step: 'changed' };
  return [paired, gone, { cost: on(0, 1) + 1, step: 'added' }];
}

const eaten = (on: (expected: 0 | 1, said: 0 | 1) => number): Cell => ({ cost: on(0, 1), step: 'eaten' });

/** The first of the cheapest. */
const cheapest = (cells: readonly Cell[]): Cell =>
  cells.reduce((best, cell) => (cell.cost < best.cost ? cell : best), { cost: Infinity, step: 'end' });
