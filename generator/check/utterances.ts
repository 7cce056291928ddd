import type { Locale, Phrase } from '../model/model';
import { dataAt } from '../model/overlay';
import { isWrittenFor } from '../model/utterance-files';
import { placeOf } from './places';
import type { SpecRule } from './rule';

/** Below this the platform learns little (documented: 8 to 10 varied samples). */
const FEW = 8;
/** A training utterance is no longer (documented). */
const LONGEST = 3000;

/** Utterances are enough, are sentences, and each starts one dialog only. */
export const utterancesTrain: SpecRule = (bot, report) => {
  // Bare forms stand there, beside many sentences.
  const utteranceFiles = new Set(bot.utteranceFiles.map(({ file }) => file));
  for (const locale of bot.locales) {
    // What two specs say alike is said of the default language alone.
    const isWritten = (phrase: Phrase) => isWrittenFor(bot, locale, phrase);
    const seen = new Map<string, Said>();
    const doubled = new Map<string, Doubled>();
    const once = (phrase: Phrase, where: string) => {
      const key = wordsOf(phrase).join(' ');
      const other = seen.get(key);
      if (other && (isWritten(phrase) || isWritten(other.phrase))) {
        const pair = `${where}\0${other.where}`;
        const { first = phrase, more = [] } = doubled.get(pair) ?? {};
        doubled.set(pair, { first, other: other.where, more: first === phrase ? more : [...more, phrase] });
      }
      seen.set(key, { phrase, where });
      const size = key.length;
      if (size > LONGEST)
        report(placeOf(phrase.where), 'over-limit', 'Characters of an utterance', size, LONGEST, 'Say it shorter.');
    };
    for (const phrase of botSayings(locale)) once(phrase, 'bot.yaml');
    for (const { id, utterances, tests } of locale.texts.answers)
      for (const phrase of [...utterances, ...tests]) once(phrase, `bot.yaml (${id})`);
    for (const action of locale.actions) {
      const [first] = action.utterances;
      if (first && action.utterances.length < FEW) {
        const { file, path } = first.where;
        report(file.keyAt(path.slice(0, -1)), 'few-utterances', action.utterances.length);
      }
      for (const phrase of [...action.utterances, ...action.tests]) once(phrase, action.id);
      for (const { where } of action.utterances.filter(
        (phrase) => isShort(phrase) && !utteranceFiles.has(phrase.where.file),
      ))
        report(placeOf(where), 'short-utterance');
    }
    for (const { first, other, more } of doubled.values())
      report(placeOf(first.where), 'duplicate-utterance', other, more.map(writtenOf));
  }
};

/** An utterance, and what it starts: an action, or the welcome of bot.yaml. */
interface Said {
  readonly phrase: Phrase;
  readonly where: string;
}

/** What one action says that another one says too. */
interface Doubled {
  readonly first: Phrase;
  readonly other: string;
  readonly more: readonly Phrase[];
}

const writtenOf = ({ where }: Phrase) => String(dataAt(where.file.data, where.path));

const isMark = (word: string) => word.startsWith('$');

/** What people say that starts no action, but is in bot.yaml. */
const botSayings = ({ texts: { welcome, agent } }: Locale): readonly Phrase[] => [
  ...welcome.utterances,
  ...(agent ? [...agent.utterances, ...agent.tests] : []),
];

/** Too short to learn from. */
const isShort = (phrase: Phrase) => wordsOf(phrase).length < 3 && !wordsOf(phrase).some(isMark);

/** The words of an utterance in small letters; a mark is the word `$name`. */
export const wordsOf = (phrase: Phrase): readonly string[] =>
  phrase.text
    .map((part) => (typeof part === 'string' ? part : `$${part.name}`))
    .join('')
    .toLowerCase()
    .split(/[^\p{L}\p{N}$_']+/u)
    .filter((word) => word !== '');
