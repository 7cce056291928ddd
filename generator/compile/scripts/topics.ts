import { functionWords } from '../../model/function-words';
import type { Action, Bot, Locale } from '../../model/model';
import { perBot } from '../per-bot';
import { foldedWords, stem } from './words';

/** How words begin that say what an action is about, and what only others are. */
export interface Topics {
  readonly own: readonly string[];
  readonly elsewhere: readonly string[];
}

/** In how many of an action's sentences a word stands that says what it is about. */
const OWN_SHARE = 0.04;
const TELLING_SHARE = 0.08;

/** The words that tell an action from others, of all languages that the bot speaks. */
export function topicsOf(bot: Bot, action: Action): Topics {
  const counts = countsOf(bot);
  const [own, elsewhere] = [new Set<string>(), new Set<string>()];
  for (const inLanguage of counts) {
    const mine = inLanguage.find(({ id }) => id === action.id);
    for (const word of mine === undefined ? [] : frequent(mine, OWN_SHARE)) own.add(word);
    for (const other of inLanguage)
      if (other !== mine)
        for (const word of frequent(other, TELLING_SHARE)) if (!mine?.words.has(word)) elsewhere.add(word);
  }
  return { own: shortest(own), elsewhere: shortest(elsewhere) };
}

/** In the order of the alphabet, without those that begin as another does. */
const shortest = (words: ReadonlySet<string>): readonly string[] =>
  [...words].sort().reduce<readonly string[]>((kept, word) => {
    const last = kept.at(-1);
    return last !== undefined && word.startsWith(last) ? kept : [...kept, word];
  }, []);

/** In how many sentences of an action each word stands. */
interface Counts {
  readonly id: string;
  readonly sentences: number;
  readonly words: ReadonlyMap<string, number>;
}

const frequent = ({ words, sentences }: Counts, share: number): readonly string[] =>
  [...words].filter(([, count]) => count / sentences >= share).map(([word]) => word);

const countsOf = perBot((bot: Bot): readonly (readonly Counts[])[] => bot.locales.map(countsIn));

const countsIn = ({ language, actions }: Locale): readonly Counts[] => {
  const empty = new Set(functionWords(language));
  return actions.map(({ id, utterances }) => {
    const words = new Map<string, number>();
    for (const { text } of utterances) {
      const plain = foldedWords(text.filter((part) => typeof part === 'string').join(' '));
      const said = plain.filter((word) => word.length > 2 && !empty.has(word) && !/\d/.test(word));
      for (const word of new Set(said.map(stem))) words.set(word, (words.get(word) ?? 0) + 1);
    }
    return { id, sentences: utterances.length, words };
  });
};
