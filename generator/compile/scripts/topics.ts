import { functionWords } from '../../model/function-words';
import type { Action, Bot, Locale } from '../../model/model';
import { oncePerBot } from '../per-bot';
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
  const [own, elsewhere] = [new Set<string>(), new Set<string>()];
  for (const { byAction, telling } of countsOf(bot)) {
    const mine = byAction.get(action.id);
    for (const word of mine === undefined ? [] : frequent(mine, OWN_SHARE)) own.add(word);
    for (const word of telling) if (!mine?.words.has(word)) elsewhere.add(word);
  }
  return { own: shortest(own), elsewhere: shortest(elsewhere) };
}

/** In the order of the alphabet, without those that begin as another does. */
function shortest(words: ReadonlySet<string>): readonly string[] {
  const kept: string[] = [];
  for (const word of [...words].sort()) {
    const last = kept.at(-1);
    if (last === undefined || !word.startsWith(last)) kept.push(word);
  }
  return kept;
}

/** In how many sentences of an action each word stands. */
interface Counts {
  readonly id: string;
  readonly sentences: number;
  readonly words: ReadonlyMap<string, number>;
}

const frequent = ({ words, sentences }: Counts, share: number): readonly string[] =>
  [...words].filter(([, count]) => count / sentences >= share).map(([word]) => word);

/** The words of a language's actions, and those that say what any of them is about. */
interface LanguageCounts {
  readonly byAction: ReadonlyMap<string, Counts>;
  readonly telling: ReadonlySet<string>;
}

const countsOf = oncePerBot((bot): readonly LanguageCounts[] =>
  bot.locales.map((locale) => {
    const counts = countsIn(locale);
    return {
      byAction: new Map(counts.map((one) => [one.id, one])),
      telling: new Set(counts.flatMap((one) => frequent(one, TELLING_SHARE))),
    };
  }),
);

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
