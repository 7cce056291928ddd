import { functionWords } from '../../model/function-words';
import { askedOf } from '../../model/input';
import { inputTypes, type InputType } from '../../model/input-types';
import type { Action, Bot, Phrase } from '../../model/model';
import { entityName, heardKey } from '../../model/names';
import { greetings, joints, pronouns, requestOpenings } from '../../model/request-words';
import { plainOf } from '../../model/text';
import { perBot } from '../per-bot';
import { script, type Script } from '../plan';
import { topicsOf } from './topics';
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
 * in the same breath is kept, to be offered after the first.
 */
export function hearScript(bot: Bot, action: Action): Script | undefined {
  const left = leavingAnswer(bot);
  if (!hearsAsides(bot, action) || left === undefined) return undefined;
  const texts = textsOf(action);
  const asked = askedOf(action.inputs);
  const languages = bot.locales.map(({ language }) => language);
  const { own, elsewhere } = topicsOf(bot, action);
  const takesNumbers = texts.length === 0 && asked.some(({ type }) => readsNumber(inputTypes[type]));
  return script('scripts/hear', {
    title: plainOf(action.title.text),
    asks: asked.length > 0,
    left: left.id,
    leaves: `|${leavesOf(bot).join('|')}|`,
    courtesies: COURTESIES,
    // What is any words, or is written down for somebody, may be about anything.
    others: action.writes || texts.length > 0 ? [] : othersOf(bot),
    entities: asked.map(({ name }) => entityName(action, name)),
    texts: texts.map(({ name }) => entityName(action, name)),
    isText: texts.length > 0,
    patterns: [
      patternOf('joint', joints(languages), 'giu'),
      patternOf('opening', requestOpenings(languages)),
      patternOf('own', `(?<!\\S)(?:${[...own, `(?:${pronouns(languages)})(?!\\S)`].join('|')})`),
      ...(texts.length > 0 || takesNumbers
        ? [patternOf('elsewhere', `(?<!\\S)(?:${elsewhere.join('|') || '$^'})`)]
        : []),
      ...(texts.length > 0 ? [patternOf('greeting', greetings(languages))] : []),
    ],
    takesNumbers,
    heard: heardKey(bot.id),
  });
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
