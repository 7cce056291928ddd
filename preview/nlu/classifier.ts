import { isKind, stemOf } from './words';

/** A sentence: its words as training knows them, and as they are spelt, of which the letters count. */
export interface Words {
  readonly words: readonly string[];
  readonly spelt: readonly string[];
}

/** Something to be told apart, with the words of one of its sentences. */
export interface Sample extends Words {
  readonly target: number;
}

/** How probable each target is for these words, by its number; they add up to 1. */
export type Classifier = (words: Words) => readonly number[];

/** What a build may spend on learning: additions, some 30 ms. Above it there is no classifier. */
const MOST_WORK = 25_000_000;
/** Sentences of each, on average, below which nothing is learned that words do not say: the platform's own advice. */
const FEWEST = 8;
const EPOCHS = 8;
const RATE = 4;
const DECAY = 0.12;

/** How much a word, two neighbours, and letters inside a word count. */
const WORD = 1;
const PAIR = 0.5;
const LETTERS = 0.6;
const GRAM = 4;

/**
 * Learns to tell targets apart: multinomial logistic regression over words, their stems, neighbours and letters. The same
 * samples in the same order give the same weights. Undefined where learning would take too long, or there is nothing to
 * tell apart.
 */
export function learn(samples: readonly Sample[], targets: number): Classifier | undefined {
  if (targets < 2 || samples.length < FEWEST * targets) return undefined;
  const features = rarities(samples);
  const vectors = samples.map((sample) => vectorOf(sample, features));
  const size = vectors.reduce((sum, { at }) => sum + at.length, 0);
  if (size * targets * EPOCHS > MOST_WORK) return undefined;
  const weights = new Float64Array(features.size * targets);
  const scores = new Float64Array(targets);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    const rate = RATE / (1 + DECAY * epoch);
    for (const i of shuffled(samples.length, epoch)) {
      const [vector, sample] = [vectors[i], samples[i]];
      if (vector === undefined || sample === undefined) continue;
      probabilities(vector, weights, scores);
      scores[sample.target] = (scores[sample.target] ?? 0) - 1;
      add(vector, weights, scores, -rate);
    }
  }
  return (words) => {
    const found = new Float64Array(targets);
    probabilities(vectorOf(words, features), weights, found);
    return [...found];
  };
}

interface Vector {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

/** A feature's number, and how much it says: the more, the fewer sentences have it. */
interface Feature {
  readonly number: number;
  readonly rarity: number;
}

function rarities(samples: readonly Sample[]): ReadonlyMap<string, Feature> {
  const counts = new Map<string, number>();
  for (const sample of samples)
    for (const feature of new Set([...featuresOf(sample)].map(([name]) => name)))
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Map(
    [...counts].map(([name, count], number) => [name, { number, rarity: Math.log(1 + samples.length / count) }]),
  );
}

/** Features with their weights, of length one. Features that nothing was learned of are left out. */
function vectorOf(words: Words, features: ReadonlyMap<string, Feature>): Vector {
  const found = new Map<number, number>();
  for (const [name, weight] of featuresOf(words)) {
    const feature = features.get(name);
    if (feature) found.set(feature.number, (found.get(feature.number) ?? 0) + weight * feature.rarity);
  }
  const length = Math.hypot(...found.values()) || 1;
  return { at: [...found.keys()], values: [...found.values()].map((value) => value / length) };
}

function* featuresOf({ words, spelt }: Words): Generator<readonly [string, number]> {
  const stems = ['^', ...words.map(stemOf), '$'];
  for (const word of words) {
    yield [word, WORD / 2];
    yield [`~${stemOf(word)}`, WORD];
  }
  for (const word of spelt) {
    if (isKind(word)) continue;
    const letters = `_${word}_`;
    for (let i = 0; i + GRAM <= letters.length; i += 1) yield [`:${letters.slice(i, i + GRAM)}`, LETTERS];
  }
  for (let i = 0; i + 1 < stems.length; i += 1) yield [`${stems[i] ?? ''} ${stems[i + 1] ?? ''}`, PAIR];
}

/** Writes the probabilities of the targets into `scores`. */
function probabilities({ at, values }: Vector, weights: Float64Array, scores: Float64Array): void {
  const targets = scores.length;
  scores.fill(0);
  for (let i = 0; i < at.length; i += 1) {
    const from = (at[i] ?? 0) * targets;
    const value = values[i] ?? 0;
    for (let t = 0; t < targets; t += 1) scores[t] = (scores[t] ?? 0) + value * (weights[from + t] ?? 0);
  }
  const top = Math.max(...scores);
  let sum = 0;
  for (let t = 0; t < targets; t += 1) sum += scores[t] = Math.exp((scores[t] ?? 0) - top);
  for (let t = 0; t < targets; t += 1) scores[t] = (scores[t] ?? 0) / sum;
}

function add({ at, values }: Vector, weights: Float64Array, scores: Float64Array, rate: number): void {
  const targets = scores.length;
  for (let i = 0; i < at.length; i += 1) {
    const from = (at[i] ?? 0) * targets;
    const step = rate * (values[i] ?? 0);
    for (let t = 0; t < targets; t += 1) weights[from + t] = (weights[from + t] ?? 0) + step * (scores[t] ?? 0);
  }
}

/** The numbers below `count` in an order that looks like chance and is the same each time. */
function shuffled(count: number, epoch: number): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  let state = 40_692 + epoch;
  for (let i = count - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
