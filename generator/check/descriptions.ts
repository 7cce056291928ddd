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
  for (const { actions } of bot.spoken) {
    const written = actions.flatMap((action) => ownDescriptions(action).map((phrase) => ({ action, phrase })));
    for (const [i, one] of written.entries()) {
      const twin = written.slice(0, i).find((other) => other.action !== one.action && alike(other.phrase, one.phrase));
      if (twin) report(placeOf(one.phrase.where), 'similar-descriptions', twin.action.id);
    }
  }
};

/** What is made of utterances differs as they do. */
const ownDescriptions = ({ descriptions }: Action): readonly Phrase[] =>
  descriptions.filter((one, i) => i === 0 || one.where.path.includes('descriptions'));

function alike(a: Phrase, b: Phrase): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = new Set([...left, ...right]).size;
  return all > 0 && shared / all >= SIMILAR;
}

const wordsOf = ({ text }: Phrase): ReadonlySet<string> =>
  new Set(
    plainOf(text)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST),
  );
