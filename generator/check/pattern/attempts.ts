import type { Letter } from './alphabet';
import { GUARD, type Nfa, type NfaEdge } from './nfa';

/** Where an attempt can be that has neither fitted nor failed: places of the pattern, and what was read last. */
export interface AttemptState {
  readonly id: number;
  readonly places: readonly number[];
  readonly afterWord: boolean;
}

/** Every attempt to match that goes on, by the letters read: an attempt that has fitted ends the search. */
export interface Attempts {
  readonly states: readonly AttemptState[];
  /** The state after one more letter; undefined when the attempt has ended. */
  readonly next: (state: AttemptState, letter: number) => AttemptState | undefined;
  /** Where an attempt is that begins behind such a letter, in the middle of a text. */
  readonly begins: (afterWord: boolean) => AttemptState;
  /** Places of the pattern, from 0 on. */
  readonly places: number;
  /** Whether an attempt that gets there has fitted, whatever comes next. */
  readonly fits: (place: number) => boolean;
  /** Steps from a place, over a letter; a place that is reached in several ways stands there as often. */
  readonly steps: (place: number, afterWord: boolean, letter: number) => readonly number[];
}

/** The place before the first character. */
export const BEFORE = -1;
const MOST_STATES = 1500;
const MOST_WORK = 50_000;

/** The pattern has more states than can be looked through. */
export class TooMany extends Error {}

/** Follows every attempt of a pattern; with `whole` the pattern is tried from the start of a text to its end alone. */
export function attemptsOf(nfa: Nfa, letters: readonly Letter[], whole: boolean): Attempts {
  const states: AttemptState[] = [];
  let work = 0;
  const known = new Map<string, AttemptState>();
  const stateOf = (places: readonly number[], afterWord: boolean): AttemptState => {
    const key = `${places.join()}/${String(afterWord)}`;
    const state = known.get(key) ?? { id: states.length, places, afterWord };
    if (!known.has(key)) {
      if (states.push(state) > MOST_STATES) throw new TooMany();
      known.set(key, state);
    }
    return state;
  };
  const holds = (guard: number, afterWord: boolean, { isWord }: Letter) =>
    (guard & GUARD.end) === 0 &&
    (guard & GUARD.start) === 0 &&
    ((guard & GUARD.boundary) === 0 || afterWord !== isWord) &&
    ((guard & GUARD.noBoundary) === 0 || afterWord === isWord);
  // Where a text begins, what comes before is no word; ^ holds there alone.
  const first = (atStart: boolean): readonly NfaEdge[] =>
    atStart ? nfa.first.map(({ to, guard }) => ({ to, guard: guard & ~GUARD.start })) : nfa.first;
  const steps = (place: number, afterWord: boolean, letter: number): readonly number[] => {
    const read = letters[letter] as Letter;
    const from = place === BEFORE ? first(false) : place === START ? first(true) : (nfa.after[place] ?? []);
    return from.flatMap(({ to, guard }) => (read.fits[to] && holds(guard, afterWord, read) ? [to] : []));
  };
  const hasFitted = (places: readonly number[], afterWord: boolean, letter: Letter) =>
    !whole && places.some((place) => nfa.ends[place]?.some((guard) => holds(guard, afterWord, letter)));
  const next = ({ places, afterWord }: AttemptState, letter: number): AttemptState | undefined => {
    const read = letters[letter] as Letter;
    if (hasFitted(places, afterWord, read)) return undefined;
    if ((work += places.length) > MOST_WORK) throw new TooMany();
    const to = [...new Set(places.flatMap((place) => steps(place, afterWord, letter)))].sort((a, b) => a - b);
    const fitted = !whole && to.some((place) => nfa.ends[place]?.includes(0));
    return to.length === 0 || fitted ? undefined : stateOf(to, read.isWord);
  };
  const begins = (afterWord: boolean) => stateOf([BEFORE], afterWord);
  const pending = whole ? [stateOf([START], false)] : [stateOf([START], false), begins(false), begins(true)];
  const ways = new Map<number, readonly (AttemptState | undefined)[]>();
  for (let state = pending.pop(); state; state = pending.pop()) {
    if (ways.has(state.id)) continue;
    const from = state;
    const to = letters.map((_, letter) => next(from, letter));
    ways.set(state.id, to);
    pending.push(...to.filter((one) => one !== undefined));
  }
  const fits = (place: number) => !whole && nfa.ends[place]?.includes(0) === true;
  const places = nfa.reads.length;
  return { states, places, fits, next: ({ id }, letter) => ways.get(id)?.[letter], begins, steps: remembered(steps) };
}

/** What takes the same arguments again and again, asked once. */
function remembered(steps: Attempts['steps']): Attempts['steps'] {
  const known = new Map<number, readonly number[]>();
  return (place, afterWord, letter) => {
    const key = ((place + 2) * 2 + Number(afterWord)) * 1000 + letter;
    const found = known.get(key) ?? steps(place, afterWord, letter);
    known.set(key, found);
    return found;
  };
}

/** The place before the first character where the text begins. */
const START = -2;
