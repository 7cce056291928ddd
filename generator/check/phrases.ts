import { confirmPhrases } from '../model/confirm';
import { ownReplies } from '../model/answers';
import { askedOf } from '../model/input';
import { actionOf, foundNames } from '../model/look-up';
import { hasReason } from '../model/named-outcomes';
import type { Action, Button, Field, Locale, LookUp, Phrase, Reply } from '../model/model';

/** A text that people read, and the names that its placeholders may use. */
export interface SeenPlaceholder {
  readonly phrase: Phrase;
  readonly known: readonly string[];
}

/** Every text of an action that people read or say, with the names known there. */
export function phrasesOf(action: Action): readonly SeenPlaceholder[] {
  const inputs = [...action.inputs.map((input) => input.name), ...foundNames(action)];
  const answer = [...inputs, ...action.response.fields.map((f) => f.name)];
  const lists = listsOf(action.response.fields);
  const replies = [action.empty, action.needsInput, action.near, action.unsure].filter((reply) => reply !== undefined);
  const withReason = (name: string) => (hasReason(action, name) ? [...inputs, 'reason'] : inputs);
  return [
    ...say([action.title, action.description], []),
    ...say(
      [...action.utterances, ...action.tests],
      askedOf(action.inputs).map((input) => input.name),
    ),
    ...action.inputs.flatMap((input) => [
      ...say([input.label], []),
      ...say([input.prompt], input.hidden ? ['label'] : ['example']),
      ...say([input.skip], []),
      ...say([input.reprompt], ['example', 'label']),
      ...say([input.giveUp], ['label']),
    ]),
    ...action.steps.flatMap((step) => lookUpPhrases(actionOf(action, step), step)),
    ...confirmPhrases(action, inputs),
    ...replyPhrases(action.found, answer, lists),
    ...replies.flatMap((reply) => replyPhrases(reply, inputs, new Map())),
    ...[...action.own].flatMap(([name, reply]) => replyPhrases(reply, withReason(name), new Map())),
    ...action.outcomes.flatMap(({ name, reply }) => (reply ? replyPhrases(reply, withReason(name), new Map()) : [])),
    ...(action.next
      ? [
          ...say([action.next.text, ...(action.next.more ? [action.next.more] : [])], []),
          ...buttonPhrases(action.next.buttons, answer),
        ]
      : []),
  ];
}

/** What is said while something is looked up, with what is known before it. */
function lookUpPhrases(own: Action, { choose, none, response }: LookUp): readonly SeenPlaceholder[] {
  const known = [...own.inputs.map((input) => input.name), ...foundNames(own)];
  return [
    ...say([none, choose?.prompt], known),
    ...say(
      [choose?.title],
      response.fields.map((field) => field.name),
    ),
  ];
}

/** Every text of a bot that belongs to no action; nothing of a conversation is known there. */
export function botPhrases({ texts }: Locale): readonly SeenPlaceholder[] {
  return [
    ...say([texts.name, texts.description, texts.taskFailure, ...texts.welcome.utterances], []),
    ...texts.answers.flatMap((a) => say([a.title, a.description, ...a.utterances, ...a.tests], [])),
    ...ownReplies(texts).flatMap((reply) => replyPhrases(reply, [], new Map())),
    ...say(texts.agent ? [texts.agent.title, texts.agent.text, ...texts.agent.utterances] : [], []),
  ];
}

/** The values of an answer, also those in lists, and in lists of those. */
export const singleFields = (fields: readonly Field[]): readonly Extract<Field, { readonly path: string }>[] =>
  fields.flatMap((field) => ('each' in field ? singleFields(field.fields) : [field]));

/** The lists of an answer, with the names that one thing of each has. */
export const listsOf = (fields: readonly Field[]): ReadonlyMap<string, readonly string[]> =>
  new Map(fields.flatMap((field) => ('each' in field ? [[field.name, field.fields.map((f) => f.name)] as const] : [])));

function replyPhrases(
  reply: Reply,
  known: readonly string[],
  lists: ReadonlyMap<string, readonly string[]>,
): readonly SeenPlaceholder[] {
  // That a list is missing or unknown is said once; its things may then be those of any list.
  const any = [...lists.values()].flat();
  const within = (list: string | undefined) => (list === undefined ? known : [...known, ...(lists.get(list) ?? any)]);
  const thing = within(reply.each ?? '');
  const { item } = reply;
  return [
    ...say([reply.text, reply.title, reply.image], known),
    ...reply.rows.flatMap((row) => [...say([row.label], known), ...say([row.value], within(row.each))]),
    ...reply.links.flatMap((link) => say([link.title, link.url], within(link.each))),
    ...say(item ? [item.title, ...item.lines, item.image, item.link] : [], thing),
    ...buttonPhrases(item?.buttons ?? [], thing),
    ...reply.columns.flatMap((column) => [...say([column.title], []), ...say([column.value], thing)]),
    ...buttonPhrases(reply.buttons, known),
  ];
}

const buttonPhrases = (buttons: readonly Button[], known: readonly string[]): readonly SeenPlaceholder[] =>
  buttons.flatMap((button) => [
    ...say([button.title, button.url, ...button.with.values()], known),
    ...say(
      [...(button.when?.keys() ?? [])].map((name) => namedIn(button, name)),
      known,
    ),
  ]);

/** The name of a field in a button's `when`, as if it were a placeholder. */
const namedIn = ({ where: { file, path } }: Button, name: string): Phrase => ({
  text: [{ name, filters: [], offset: 0, length: 1 }],
  where: { file, path: [...path, 'when', name] },
});

const say = (phrases: readonly (Phrase | undefined)[], known: readonly string[]): readonly SeenPlaceholder[] =>
  phrases.flatMap((phrase) => (phrase ? [{ phrase, known }] : []));
