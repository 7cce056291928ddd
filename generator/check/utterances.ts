import type { Phrase } from '../model/model';
import { placeOf } from './places';
import type { Rule } from './rule';

/** Below this the platform learns little (documented: 8 to 10 varied samples). */
const FEW = 8;
/** A training utterance is no longer (documented). */
const LONGEST = 3000;

/** Utterances are enough, are sentences, and each starts one dialog only. */
export const utterancesTrain: Rule = (bot, report) => {
  for (const spoken of bot.spoken) {
    const seen = new Map<string, string>();
    const once = (phrase: Phrase, where: string) => {
      const key = wordsOf(phrase).join(' ');
      const other = seen.get(key);
      if (other !== undefined) report(placeOf(phrase.where), 'duplicate-utterance', other);
      seen.set(key, where);
      const size = key.length;
      if (size > LONGEST)
        report(placeOf(phrase.where), 'over-limit', 'Characters of an utterance', size, LONGEST, 'Say it shorter.');
      if (wordsOf(phrase).length < 3) report(placeOf(phrase.where), 'short-utterance');
    };
    for (const phrase of spoken.texts.welcome.utterances) once(phrase, 'bot.yaml');
    for (const action of spoken.actions) {
      const [first] = action.utterances;
      if (first && action.utterances.length < FEW) {
        const { file, path } = first.where;
        report(file.keyAt(path.slice(0, -1)), 'few-utterances', action.utterances.length);
      }
      for (const phrase of [...action.utterances, ...action.tests]) once(phrase, action.id);
    }
  }
};

/** The words of an utterance in small letters; a mark is the word `$name`. */
const wordsOf = (phrase: Phrase): readonly string[] =>
  phrase.text
    .map((part) => (typeof part === 'string' ? part : `$${part.name}`))
    .join('')
    .toLowerCase()
    .split(/[^\p{L}\p{N}$_']+/u)
    .filter((word) => word !== '');
