import type { Dialog, DialogNode, Sentence } from '../kore/format';
import { NEVER_OFFERED } from './inferred';
import { entryOf, namedEntry } from './nlu/entry';
import type { Entry } from './nlu/entry';
import { createMatcher } from './nlu/matcher';
import type { IntentMatch, Matcher } from './nlu/matcher';
import { utteranceKey } from './nlu/tokens';
import { piecesOf } from './nlu/slots';
import type { SlotValue } from './nlu/slots';
import type { Match, Nlu } from './nlu/types';
import { dialogName, inLanguage } from './open-bot';
import type { OpenedBot } from './open-bot';

/** The matcher for a bot and a language, built once. Hidden dialogs and sub-intents cannot be called by an utterance alone. */
export function nluFor(bot: OpenedBot, language: string): Nlu {
  const known = bot.nlu.get(language) ?? createNlu(bot, language);
  bot.nlu.set(language, known);
  return known;
}

/** Sentences whose match is kept: the same ones are said in many conversations. */
const MOST_KEPT = 1000;

/**
 * The matcher of some entries, whose targets are places in the bot's dialogs. Another form of the same bot that is trained with the
 * same sentences has the same.
 */
function matcherFor(bot: OpenedBot, entries: readonly Entry<Dialog>[], tasks: readonly Dialog[]): Matcher<number> {
  const places = new Map(bot.dialogs.map((dialog, place) => [dialog, place]));
  const placeOf = (dialog: Dialog) => places.get(dialog) ?? -1;
  const offered = new Set(tasks.map(placeOf));
  const placed = entries.map((entry) => ({ ...entry, target: placeOf(entry.target) }));
  const key = JSON.stringify([placed.map(({ target, pieces }) => [target, pieces]), [...offered]]);
  const known = bot.matchers.get(key) ?? recalling(createMatcher(placed, (place) => offered.has(place)));
  bot.matchers.set(key, known);
  return known;
}

/** Matches a sentence once. */
function recalling<T>(matcher: Matcher<T>): Matcher<T> {
  const matches = new Map<string, IntentMatch<T>>();
  return {
    ...matcher,
    match: (text) => {
      const match = matches.get(text) ?? matcher.match(text);
      if (matches.size >= MOST_KEPT) matches.clear();
      matches.set(text, match);
      return match;
    },
  };
}

function createNlu(bot: OpenedBot, language: string): Nlu {
  const sentences = bot.kore.definition.sentences.filter((s) => (s.language ?? bot.defaultLanguage) === language);
  const training = { sentences, language };
  const callable = bot.dialogs.filter((dialog) => !dialog.isHidden && dialog['isFollowUp'] !== true);
  const tasks = callable.filter((dialog) => !NEVER_OFFERED.includes(dialogName(bot, dialog).toLowerCase()));
  const matcher = matcherFor(
    bot,
    [...trained(bot, new Set(callable), training), ...callable.flatMap((dialog) => named(bot, dialog, language))],
    tasks,
  );
  const asTrained = new Set(sentences.map(({ sentence }) => singular(sentence)));
  const subIntents = new Map<Dialog, Matcher<DialogNode>>();
  const matcherOf = (dialog: Dialog): Matcher<DialogNode> => {
    const known = subIntents.get(dialog) ?? createMatcher(subEntries(bot, dialog, training));
    subIntents.set(dialog, known);
    return known;
  };
  const told = (matched: IntentMatch<number>): Match => {
    const dialogAt = (place: number) => bot.dialogs[place] as Dialog;
    if (matched.kind === 'none') return matched;
    if (matched.kind !== 'ambiguous')
      return { kind: matched.kind, dialog: dialogAt(matched.target), slots: matched.slots };
    const offers = matched.targets.map(({ target, slots }) => {
      const dialog = dialogAt(target);
      const name = dialogName(bot, dialog, language);
      return { title: name, say: name, dialog, slots };
    });
    return { kind: 'ambiguous', offers };
  };
  return {
    match: (text) => told(firstUnderstood(matcher, text)),
    matchExact: (text) => told(matcher.matchExact(text)),
    matchInside: (text) => (asTrained.has(singular(text)) ? told(matcher.match(text)) : told(matcher.matchKnown(text))),
    subIntent: (dialog, text) => {
      const matched = matcherOf(dialog).match(text);
      return 'target' in matched ? matched.target : undefined;
    },
    tasks: tasks.map((dialog) => dialogName(bot, dialog, language)),
  };
}

/**
 * What a text means as a whole; where that is not clear, the first of several sentences in one breath that is. How the
 * platform takes such a text apart is not public.
 */
function firstUnderstood<T>(matcher: Matcher<T>, text: string): IntentMatch<T> {
  const whole = matcher.match(text);
  if (whole.kind === 'exact' || whole.kind === 'likely') return whole;
  for (const { 0: part, index } of text.matchAll(IN_ONE_BREATH)) {
    // One word is no sentence.
    const found = part.length < text.trim().length && /\S\s+\S/.test(part) ? matcher.match(part) : whole;
    if (found.kind === 'exact' || found.kind === 'likely') return { ...found, slots: shifted(found.slots, index) };
  }
  return whole;
}

/** Words up to the end of a sentence, or to a word that joins another one. */
const IN_ONE_BREATH =
  /(?!\s|(?:and|also|y|además|también)\s)(?:(?![?!;]|[.,]\s|\s(?:and|also|y|además|también)\s).)+/giu;

const shifted = (slots: ReadonlyMap<string, SlotValue>, by: number): ReadonlyMap<string, SlotValue> =>
  new Map([...slots].map(([id, { text, start, end }]) => [id, { text, start: start + by, end: end + by }]));

/** A sentence by which one and several of a thing are the same. */
const singular = (text: string) => utteranceKey(text).replace(/(?<=\p{L}{3})e?s\b/gu, '');

/** The sentences of one language. */
interface Trained {
  readonly language: string;
  readonly sentences: readonly Sentence[];
}

/** The training sentences of dialogs, in the order of the file. */
function trained(bot: OpenedBot, dialogs: ReadonlySet<Dialog>, { sentences }: Trained): readonly Entry<Dialog>[] {
  return sentences.flatMap((sentence) => {
    const dialog = bot.dialogById.get(bot.componentById.get(sentence.taskId)?.dialogId ?? '');
    return dialog === undefined || !dialogs.has(dialog) ? [] : [entryOf(dialog, piecesOf(sentence))];
  });
}

/** A dialog is known by its name and by its intent's, as the platform's engines know it. */
const named = (bot: OpenedBot, dialog: Dialog, language: string): readonly Entry<Dialog>[] =>
  [...new Set([dialogName(bot, dialog, language), ...intentNames(bot, dialog.nodes[0], language)])].flatMap((name) =>
    namedEntry(dialog, name),
  );

/** An intent node beside the entry has sentences of its own, or those of the dialog that it calls. */
const subEntries = (bot: OpenedBot, dialog: Dialog, training: Trained): readonly Entry<DialogNode>[] =>
  dialog.nodes.slice(1).flatMap((node) => {
    if (node.type !== 'intent') return [];
    const component = bot.componentById.get(node.componentId);
    const called = bot.dialogById.get(node.flowTaskId ?? component?.dialogId ?? '');
    const names = [component?.name ?? '', ...intentNames(bot, node, training.language)];
    const own = [
      ...training.sentences.filter(({ taskId }) => taskId === node.componentId).map((s) => entryOf(node, piecesOf(s))),
      ...names.flatMap((name) => namedEntry(node, name)),
    ];
    if (called === undefined || called === dialog) return own;
    const its = [...trained(bot, new Set([called]), training), ...named(bot, called, training.language)];
    return [...own, ...its.map(({ pieces }) => entryOf(node, pieces))];
  });

function intentNames(bot: OpenedBot, node: DialogNode | undefined, language: string): readonly string[] {
  const locales = bot.componentById.get(node?.componentId ?? '')?.localeData;
  const intent = inLanguage(bot, locales, language)?.['intent'];
  return typeof intent === 'string' ? [intent] : [];
}
