import { functionWords } from '../../model/function-words';
import { askedOf } from '../../model/input';
import { inputTypes } from '../../model/input-types';
import type { Action, Bot, Phrase } from '../../model/model';
import { entityName } from '../../model/names';
import { plainOf } from '../../model/text';
import { perBot } from '../per-bot';
import { script, type Script } from '../plan';

/** Something else than this action that sentences may mean: an answer of bot.yaml, or an action, which has no name here. */
interface Target {
  readonly of: string;
  readonly answer: string;
  /** Content words of each sentence of the spec itself. */
  readonly sentences: readonly (readonly string[])[];
  /** Those of all its sentences, and in how many of a hundred they are, from 0 to 1, in the language that has them most. */
  readonly known: ReadonlyMap<string, number>;
  /** Those of them that no other answer knows, and at most one other action is asked with. */
  readonly rare: ReadonlySet<string>;
}

/** Courtesies around a sentence that leaves a question. */
const COURTESIES = 'please pls thanks oh ok okay actually sorry por favor gracias perdon mejor pues';

/** The answer whose sentences leave a question, in whatever language; a bot without one has no such script. */
const leavingAnswer = (bot: Bot) => bot.spoken[0].texts.answers.find(({ leaves }) => leaves);

/** Whether an action hears what is said in place of an answer: it asks, and the bot has words for leaving a question. */
export const hearsAsides = (bot: Bot, action: Action): boolean =>
  action.of === undefined && leavingAnswer(bot) !== undefined && askedOf(action.inputs).length > 0;

/**
 * The step that hears what is said in place of an answer: a sentence that leaves the question, or one of another action or
 * answer. The platform takes any text for the value of a text entity (observed: `useAsEntityValue` in every export), and a
 * number in another action's sentence for the value of a pattern.
 */
export function hearScript(bot: Bot, action: Action): Script | undefined {
  const left = leavingAnswer(bot);
  if (!hearsAsides(bot, action) || left === undefined) return undefined;
  const own = targetsOf(bot).find(({ of }) => of === action.id);
  const texts = askedOf(action.inputs).filter(({ type }) => inputTypes[type].entityType === 'label');
  const reached = targetsOf(bot).flatMap((target) =>
    target.of === action.id ? [] : [...keysOf(target, own, texts.length > 0)],
  );
  return script('scripts/hear', {
    title: plainOf(action.title.text),
    left: left.id,
    leaves: `|${leavesOf(bot).join('|')}|`,
    courtesies: COURTESIES,
    // What is written down for somebody may be about anything.
    others: action.writes ? '' : [...new Set(reached)].sort(byLength).join('|'),
    entities: texts.map(({ name }) => entityName(action, name)),
    isText: texts.length > 0,
  });
}

const leavesOf = perBot((bot: Bot): readonly string[] => {
  const courtesies = new Set(COURTESIES.split(' '));
  const said = bot.spoken.flatMap(({ texts }) => texts.answers.filter(({ leaves }) => leaves));
  const sentences = said.flatMap(({ utterances }) => utterances.map(({ text }) => foldedWords(plainOf(text))));
  return [...new Set(sentences.map((words) => words.filter((word) => !courtesies.has(word)).join(' ')))]
    .filter((sentence) => sentence !== '')
    .sort();
});

/** A word alone tells a target when so much of its sentences in a language have it. */
const TELLING = 0.12;

/** So many must have it where other targets have it as well. */
const COMMON = 0.2;

/** A target is asked with a word when so much of its sentences have it. */
const KNOWN = 0.05;

/** What tells the target's sentences from those of the asking action: all of a sentence's content words, or one that most have. */
function* keysOf(target: Target, own: Target | undefined, isText: boolean): Generator<string> {
  for (const content of target.sentences) {
    const news = content.filter((word) => own?.known.has(word) !== true);
    // Beside a value, a word that several targets know may be about that value.
    const share = (word: string) => target.known.get(word) ?? 0;
    const isKey = (word: string) => (target.answer === '' && isText ? share(word) >= COMMON : target.rare.has(word));
    const telling = news.filter((word) => share(word) >= TELLING && isKey(word));
    if (target.answer === '') for (const word of telling) yield `:${word}`;
    if (news.length > 0 && (content.length > 1 || telling.length > 0)) yield `${target.answer}:${content.join(' ')}`;
  }
}

/** What takes more words is tried first. */
const byLength = (a: string, b: string) => b.split(' ').length - a.split(' ').length || (a < b ? -1 : 1);

const targetsOf = perBot((bot: Bot): readonly Target[] => {
  const files = new Set(bot.utteranceFiles.map(({ file }) => file));
  const actions = bot.actions.map(({ id }) => ({ of: id, answer: '' }));
  const answers = bot.spoken[0].texts.answers.flatMap(({ id, leaves }) => (leaves ? [] : [{ of: id, answer: id }]));
  const targets = [...actions, ...answers].map(({ of, answer }) => {
    const said = bot.spoken.map(({ language, actions: spoken, texts }) => {
      const one = [...spoken, ...texts.answers].find(({ id }) => id === of);
      return (one?.utterances ?? []).map((phrase) => ({ phrase, content: contentWords(phrase, language) }));
    });
    const main = said.flat().filter(({ phrase, content }) => content.length > 0 && !files.has(phrase.where.file));
    return { of, answer, sentences: main.map(({ content }) => content), known: sharesOf(said) };
  });
  return targets.map((target) => {
    const others = targets.filter((one) => one !== target);
    const isRare = (word: string) =>
      target.answer === ''
        ? others.filter(({ known }) => (known.get(word) ?? 0) >= KNOWN).length <= 1
        : others.every(({ known }) => !known.has(word));
    return { ...target, rare: new Set([...target.known.keys()].filter(isRare)) };
  });
});

function sharesOf(said: readonly (readonly { readonly content: readonly string[] }[])[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const sentences of said)
    for (const word of sentences.flatMap(({ content }) => content)) {
      const count = sentences.filter(({ content }) => content.includes(word)).length;
      shares.set(word, Math.max(shares.get(word) ?? 0, count / sentences.length));
    }
  return shares;
}

const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const stem = (word: string) => (word.length > 3 ? word.replace(/e?s$/, '') : word);

/** The words of a sentence that say what it is about, without endings, each once. */
function contentWords({ text }: Phrase, language: string): readonly string[] {
  const empty = new Set(functionWords(language));
  const plain = text.filter((part) => typeof part === 'string').join(' ');
  const words = foldedWords(plain).filter((word) => !empty.has(word) && !/\d/.test(word));
  return [...new Set(words.map(stem))].sort();
}
