import type { Action, Phrase } from '../model/model';
import { plainOf } from '../model/text';
import { placeOf } from './places';
import type { SpecRule } from './rule';

/** Two sentences that share this much of their words are about the same goal. */
const SIMILAR = 0.75;
/** Shorter words say how, not what. */
const SHORTEST = 4;

/** Sentences that actions are chosen by tell them apart: none says what a sentence of another action says. */
export const descriptionsDiffer: SpecRule = (bot, report) => {
  for (const { actions } of bot.locales) {
    const sentences = actions
      .flatMap((action) => ownDescriptions(action).map((phrase) => ({ action, phrase, words: wordsOf(phrase) })))
      .map((one, place): Sentence => ({ ...one, place }));
    const commonness = new Map<string, number>();
    for (const word of sentences.flatMap((one) => [...one.words]))
      commonness.set(word, (commonness.get(word) ?? 0) + 1);
    const seen = new Map<string, Sentence[]>();
    for (const one of sentences) {
      const telling = tellingWords(one, commonness);
      const twins = telling.flatMap((word) => (seen.get(word) ?? []).find((other) => areTwins(other, one)) ?? []);
      const [twin] = twins.sort((a, b) => a.place - b.place);
      if (twin) report(placeOf(one.phrase.where), 'similar-descriptions', twin.action.id);
      for (const word of telling) {
        const known = seen.get(word);
        if (known) known.push(one);
        else seen.set(word, [one]);
      }
    }
  }
};

interface Sentence {
  readonly action: Action;
  readonly phrase: Phrase;
  readonly words: ReadonlySet<string>;
  /** Among all sentences of the language. */
  readonly place: number;
}

/** What is made of utterances differs as they do. */
const ownDescriptions = ({ descriptions }: Action): readonly Phrase[] =>
  descriptions.filter((one, i) => i === 0 || one.where.path.includes('descriptions'));

/**
 * The rarest words of a sentence, so many that two sentences without one of them in common cannot be similar. A bot of a
 * thousand actions is thus not compared sentence by sentence.
 */
function tellingWords({ words }: Sentence, commonness: ReadonlyMap<string, number>): readonly string[] {
  const rank = (word: string) => commonness.get(word) ?? 0;
  const rarest = [...words].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return rarest.slice(0, words.size - Math.ceil(SIMILAR * words.size) + 1);
}

function areTwins(a: Sentence, b: Sentence): boolean {
  if (a.action === b.action) return false;
  const shared = [...a.words].filter((word) => b.words.has(word)).length;
  return shared / (a.words.size + b.words.size - shared) >= SIMILAR;
}

const wordsOf = ({ text }: Phrase): ReadonlySet<string> =>
  new Set(
    plainOf(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST),
  );
