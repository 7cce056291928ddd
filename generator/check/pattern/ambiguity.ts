import type { Letter } from './alphabet';
import { type Attempts, type AttemptState, TooMany } from './attempts';
import { loopsOf } from './loops';

/** How the time of a pattern grows, and what a text is made of that shows it. */
export interface Growth {
  readonly kind: 'exponential' | 'polynomial';
  readonly text: string;
}

interface Node<T> {
  readonly at: T;
  readonly text: string;
}

const MOST_WORK = 100_000;

/** Looks for a text that a matcher can read in more and more ways, the longer it is. */
export function ambiguityOf(attempts: Attempts, letters: readonly Letter[]) {
  let work = 0;
  /** Breadth first from `start`: the text that leads to a goal, or undefined. */
  const search = <T>(
    start: T,
    key: (at: T) => string,
    next: (at: T, letter: number) => readonly T[],
    isGoal: (at: T) => boolean,
  ): string | undefined => {
    const seen = new Set<string>();
    let level: readonly Node<T>[] = [{ at: start, text: '' }];
    while (level.length > 0) {
      const after: Node<T>[] = [];
      for (const { at, text } of level) {
        for (const [i, letter] of letters.entries()) {
          for (const to of next(at, i)) {
            if ((work += 1) > MOST_WORK) throw new TooMany();
            const name = key(to);
            if (seen.has(name)) continue;
            seen.add(name);
            const longer = text + letter.sample;
            if (isGoal(to)) return longer;
            after.push({ at: to, text: longer });
          }
        }
      }
      level = after;
    }
    return undefined;
  };
  const restarted = loopsOf(
    attempts.states.map((state) => letters.flatMap((_, letter) => attempts.next(state, letter)?.id ?? [])),
  );
  const { fits, steps } = attempts;
  // A place, and whether what was read last belongs to a word, as one number.
  const spots = Array.from({ length: attempts.places * 2 }, (_, spot) => spot);
  const on = (spot: number, letter: number): readonly number[] =>
    steps(spot >> 1, (spot & 1) === 1, letter).map((place) => place * 2 + Number(letters[letter]?.isWord));
  const loops = loopsOf(spots.map((spot) => letters.flatMap((_, letter) => on(spot, letter))));
  const looping = spots.filter((spot) => loops[spot] !== undefined);
  /** Steps within one loop, on a way that does not fit: a matcher that comes back to where it fits goes no other way. */
  const onUnfit = (spot: number, letter: number) =>
    on(spot, letter).filter((to) => loops[to] === loops[spot] && !fits(to >> 1));

  /** Two ways from a place back to itself: each repetition doubles the ways. */
  const exponential = (): string | undefined => {
    for (const spot of looping.filter((one) => !fits(one >> 1))) {
      const found = search<readonly [number, number, boolean]>(
        [spot, spot, false],
        ([a, b, differ]) => `${a} ${b} ${Number(differ)}`,
        ([a, b, differ], letter) => {
          const [fromA, fromB] = [onUnfit(a, letter), onUnfit(b, letter)];
          const isDouble = (x: number) => a === b && fromA.indexOf(x) !== fromA.lastIndexOf(x);
          return fromA.flatMap((x) =>
            [...new Set(fromB)].map((y) => [x, y, differ || x !== y || isDouble(x)] as const),
          );
        },
        ([a, b, differ]) => a === spot && b === spot && differ,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** A way that stays at a place, one that stays at another and one between them, over one text: as many ways as it has repetitions. */
  const polynomial = (): string | undefined => {
    const ends = looping.filter((one) => !fits(one >> 1));
    for (const [p, q] of looping.flatMap((a) => ends.map((b) => [a, b] as const))) {
      if (p === q || (p & 1) !== (q & 1)) continue;
      const found = search<readonly [number, number, number]>(
        [p, p, q],
        (all) => all.join(' '),
        ([a, b, c], letter) => {
          const fromC = [...new Set(onUnfit(c, letter))];
          if (fromC.length === 0) return [];
          const fromA = [...new Set(on(a, letter).filter((to) => loops[to] === loops[p]))];
          const fromB = [...new Set(on(b, letter))];
          return fromA.flatMap((x) => fromB.flatMap((y) => fromC.map((z) => [x, y, z] as const)));
        },
        ([a, b, c]) => a === p && b === q && c === q,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** A text in which attempts that begin later go on as long as those before them, and all fail. */
  const restarts = (): string | undefined => {
    for (const state of attempts.states.filter(({ id }) => restarted[id] !== undefined)) {
      const found = search<readonly [AttemptState, AttemptState]>(
        [attempts.begins(state.afterWord), state],
        ([a, b]) => `${a.id} ${b.id}`,
        ([a, b], letter) => {
          const [x, y] = [attempts.next(a, letter), attempts.next(b, letter)];
          return x && y && restarted[y.id] === restarted[state.id] ? [[x, y]] : [];
        },
        ([a, b]) => a === state && b === state,
      );
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { exponential, polynomial, restarts };
}
