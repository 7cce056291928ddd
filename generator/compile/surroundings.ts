import { createHash } from 'node:crypto';
import type { Action, Bot } from '../model/model';
import { placeholders, type Text } from '../model/text';
import { oncePerBot, sharedValues } from './per-bot';
import { topicsOf } from './scripts/topics';

/**
 * All that an action's dialog takes from the bot's other actions, as one text: what dialogs share, the words that tell it from
 * others, and what people say to start an action that it names, or that `bot.yaml` or a translation names. Where two bots give the same text,
 * the same action of both, with the same settings, has the same dialog.
 */
export const surroundings = (bot: Bot, action: Action): string =>
  JSON.stringify([
    sharedDigest(bot),
    topicsOf(bot, action),
    [...namedIn(bot, action)].map((id) => [id, sayingsOf(bot).get(id) ?? []]),
  ]);

const sharedDigest = oncePerBot((bot): string =>
  createHash('sha256')
    .update(JSON.stringify(sharedValues(bot), plainly))
    .digest('hex'),
);

/** Collections, as JSON; what cannot be told from another of its kind is none that dialogs may share. */
function plainly(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  if (typeof value === 'function') throw new Error('what dialogs share is data');
  return value ?? null;
}

/** The actions whose names stand in an action's file, or in one that is about all. */
function namedIn(bot: Bot, { where: { file } }: Action): ReadonlySet<string> {
  const named = new Set(namedByAll(bot));
  for (const word of wordsOf(file.data)) if (sayingsOf(bot).has(word)) named.add(word);
  return named;
}

const namedByAll = oncePerBot((bot): readonly string[] => {
  const files = [bot.where.file, ...bot.localeFiles.map(({ file }) => file)];
  return files.flatMap(({ data }) => wordsOf(data).filter((word) => sayingsOf(bot).has(word)));
});

const wordsOf = (data: unknown): readonly string[] => JSON.stringify(data).match(/[A-Za-z0-9_-]+/g) ?? [];

/** By action: what a button may say to start it, in every language: the first utterance with the same marks. */
const sayingsOf = oncePerBot((bot): ReadonlyMap<string, readonly string[]> => {
  const sayings = new Map<string, string[]>();
  for (const { actions } of bot.locales)
    for (const { id, utterances } of actions) {
      const firsts = new Map<string, Text>();
      for (const { text } of utterances) {
        const marks = placeholders(text)
          .map(({ name }) => name)
          .sort()
          .join();
        if (!firsts.has(marks)) firsts.set(marks, text);
      }
      sayings.set(id, [...(sayings.get(id) ?? []), JSON.stringify([...firsts.values()].map(bare))]);
    }
  return sayings;
});

/** A sentence without what its marks look like in the file. */
const bare = (text: Text) => text.map((part) => (typeof part === 'string' ? part : [part.name]));
