import { functionWords } from '../../model/function-words';
import { askedOf } from '../../model/input';
import { inputTypes, type InputType } from '../../model/input-types';
import type { Action, Bot, Phrase } from '../../model/model';
import { entityName, heardKey } from '../../model/names';
import { greetings, joints, pronouns, requestOpenings } from '../../model/request-words';
import { plainOf } from '../../model/text';
import { perBot } from '../per-bot';
import { script, type Script } from '../plan';
import { shownInputs } from './given';
import { moreTitles } from './pages';
import { topicsOf } from './topics';
import { serviceSettings, tokenView } from './variables';
import { foldedWords, stem } from './words';

/** Signs that a line has left for a constant's name and its pattern. */
const WIDTH = 144;

/** Courtesies around a sentence that leaves a question. */
const COURTESIES = 'please pls thanks oh ok okay actually sorry por favor gracias perdon mejor pues';

/** The answer whose sentences leave a question, in whatever language; a bot without one has no such script. */
const leavingAnswer = (bot: Bot) => bot.locales[0].texts.answers.find(({ leaves }) => leaves);

/** Whether an action hears what is said beside an answer, or in place of one: the bot has words for leaving a question. */
export const hearsAsides = (bot: Bot, action: Action): boolean =>
  action.of === undefined && leavingAnswer(bot) !== undefined;

/** Whether an action that found nothing may have been given something else than the name that it asks for. */
export const mayMishear = (bot: Bot, action: Action): boolean => hearsAsides(bot, action) && asksForText(action);

const asksForText = (action: Action): boolean => textsOf(action).length > 0;

const textsOf = (action: Action) =>
  askedOf(action.inputs).filter(({ type }) => inputTypes[type].entityType === 'label');

/**
 * The step that hears what the platform takes for an answer and is none: a sentence that leaves the question, since any text
 * is a value of a text entity (observed: `useAsEntityValue` in every export), and "cancel order 1001", which has a value for
 * the pattern of an order. Every other sentence interrupts the question on the platform, or is an answer to it. A second request
 * in the same breath is kept, to be offered after the first. One component, the same in every dialog: `context.topic` says what
 * the dialog is about. It also checks what every request of the bot needs.
 */
export const hearScript = perBot((bot: Bot): Script | undefined => {
  const left = leavingAnswer(bot);
  if (left === undefined) return undefined;
  const languages = bot.locales.map(({ language }) => language);
  const kinds = new Set(bot.actions.map(takenBy));
  return script('scripts/hear', {
    left: left.id,
    leaves: `|${leavesOf(bot).join('|')}|`,
    courtesies: COURTESIES,
    others: othersOf(bot),
    asks: kinds.size > 1 || !kinds.has('nothing'),
    isText: kinds.has('text'),
    takesNumbers: kinds.has('number'),
    patterns: [
      patternOf('joint', joints(languages), 'giu'),
      patternOf('opening', requestOpenings(languages)),
      patternOf('pronouns', `(?<!\\S)(?:${pronouns(languages)})(?!\\S)`),
      ...(kinds.has('text') ? [patternOf('greeting', greetings(languages))] : []),
    ],
    heard: heardKey(bot.id),
    settings: serviceSettings(bot),
    ...tokenView(bot),
  });
});

/** What an action's questions take: any words, a number, another value, or nothing where it asks for nothing. */
function takenBy(action: Action): 'text' | 'number' | 'value' | 'nothing' {
  const asked = askedOf(action.inputs);
  if (textsOf(action).length > 0) return 'text';
  if (asked.some(({ type }) => readsNumber(inputTypes[type]))) return 'number';
  return asked.length > 0 ? 'value' : 'nothing';
}

/** What the step that hears asides is told of the dialog that it stands in; nothing where there is no such step. */
export function topicView(bot: Bot, action: Action): Readonly<Record<string, unknown>> | null {
  if (!hearsAsides(bot, action)) return null;
  const { own, elsewhere } = topicsOf(bot, action);
  const takes = takenBy(action);
  const shows = shownInputs(bot, action);
  const others = takes === 'text' || takes === 'number' ? elsewhere.join(' ') : '';
  return {
    takes,
    entities: askedOf(action.inputs).map(({ name }) => entityName(action, name)),
    texts: textsOf(action).map(({ name }) => entityName(action, name)),
    writes: action.writes,
    shows: shows.length > 0 ? Object.fromEntries(shows.map((name) => [name, entityName(action, name)])) : null,
    more: moreTitles(bot, action),
    own: own.join(' '),
    elsewhere: others,
    isLong: others.length > WIDTH,
  };
}

const readsNumber = ({ entityType, reads }: InputType): boolean => entityType === 'regex' && reads !== 'email';

/** A pattern as a constant; one that is longer than a formatter's line stands on a line of its own. */
const patternOf = (name: string, source: string, flags = '') => ({
  name,
  source,
  flags,
  isLong: name.length + source.length + flags.length > WIDTH,
});

/** Answers that are given in place of one of the bot's questions: the one that leaves it, and those that are asked for with a number. */
export const spokenAside = perBot((bot: Bot): ReadonlySet<string> => {
  const numbered = bot.locales.flatMap(({ texts }) =>
    texts.answers.filter(({ utterances }) => utterances.some(({ text }) => /\d/.test(plainOf(text)))),
  );
  return new Set([leavingAnswer(bot), ...numbered].flatMap((answer) => (answer ? [answer.id] : [])));
});

/** Only what the specs say themselves: the many ways of a file of utterances are for the platform to learn. */
const ownSentences = (bot: Bot, leaves: boolean) => {
  const files = new Set(bot.utteranceFiles.map(({ file }) => file));
  return bot.locales.flatMap(({ language, texts }) =>
    texts.answers
      .filter((answer) => answer.leaves === leaves && spokenAside(bot).has(answer.id))
      .map(({ id, utterances }) => ({ id, language, own: utterances.filter(({ where }) => !files.has(where.file)) })),
  );
};

const leavesOf = perBot((bot: Bot): readonly string[] => {
  const courtesies = new Set(COURTESIES.split(' '));
  const sentences = ownSentences(bot, true).flatMap(({ own }) => own.map(({ text }) => foldedWords(plainOf(text))));
  return [...new Set(sentences.map((words) => words.filter((word) => !courtesies.has(word)).join(' ')))]
    .filter((sentence) => sentence !== '')
    .sort();
});

/** The words of each sentence of an answer that says two things or more, those with most words first. */
const othersOf = perBot((bot: Bot): readonly { readonly id: string; readonly keys: string }[] => {
  const keys = ownSentences(bot, false).flatMap(({ id, language, own }) =>
    own.map((phrase) => ({ id, words: contentWords(phrase, language) })),
  );
  const told = keys.filter(({ words }) => words.length > 1).sort((a, b) => b.words.length - a.words.length);
  return [...new Set(told.map(({ id }) => id))].map((id) => {
    const own = told.filter((one) => one.id === id).map(({ words }) => words.join(' '));
    return { id, keys: [...new Set(own)].join('|') };
  });
});

/** The words of a sentence that say what it is about, without endings, each once. */
function contentWords({ text }: Phrase, language: string): readonly string[] {
  const empty = new Set(functionWords(language));
  const plain = text.filter((part) => typeof part === 'string').join(' ');
  const words = foldedWords(plain).filter((word) => !empty.has(word) && !/\d/.test(word));
  return [...new Set(words.map(stem))].sort();
}
