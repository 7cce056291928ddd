import type { BotIndex } from './bot-index';
import { at, items, textAt, textsIn, type FormatItem } from './item';
import { dangling, duplicates, rule, textsAt, type Finding } from './rule';

const REF = "a namespace's refId";

const envVariables = (bot: BotIndex) => items(bot.config, 'envVariables');
const contentVariables = (bot: BotIndex) => items(bot.definition, 'contentVariables');

function* danglingRefs(bot: BotIndex, list: readonly FormatItem[]): Generator<Finding> {
  for (const item of list) yield* dangling(REF, textsIn(item, 'vNameSpace'), bot.namespaceByRef);
}

export const onlyDefaultNamespace = rule(
  'only-default-namespace (C1)',
  'There is at most one namespace: the system one called default.',
  function* (bot) {
    for (const [i, one] of bot.namespaces.entries())
      if (i > 0 || textAt(one, 'type') !== 'system' || textAt(one, 'name') !== 'default')
        yield { where: one.at, message: 'is not the one system namespace called "default"' };
  },
);

export const namespaceBelongsToBot = rule(
  'namespace-belongs-to-bot (C2)',
  "A namespace's streamId is the bot's _id.",
  function* (bot) {
    const id = textAt(bot.definition, '_id');
    for (const one of bot.namespaces)
      if (textAt(one, 'streamId') !== id)
        yield { where: at(one, 'streamId'), message: `the bot's _id is "${id ?? ''}"` };
  },
);

export const botNamespacesExist = rule(
  'bot-namespaces-exist (C4)',
  "The bot's vNameSpace holds namespace _ids.",
  (bot) => dangling("a namespace's _id", textsIn(bot.definition, 'vNameSpace'), bot.namespaceById),
);
export const botEnvNamespacesExist = rule(
  'bot-env-namespaces-exist (C5)',
  "The bot's evVNameSpace holds namespace refIds.",
  (bot) => dangling(REF, textsIn(bot.definition, 'evVNameSpace'), bot.namespaceByRef),
);
/** Not in XO 11: an app there holds the ids of another bot's namespace (observed). */
export const botKrNamespacesExist = rule(
  'bot-kr-namespaces-exist (C5b)',
  "The bot's krVNameSpace holds namespace refIds.",
  (bot) => dangling(REF, textsIn(bot.definition, 'krVNameSpace'), bot.namespaceByRef),
  ['xo10'],
);
export const componentNamespacesExist = rule(
  'component-namespaces-exist (C6)',
  "A component's vNameSpace holds namespace refIds.",
  (bot) => danglingRefs(bot, bot.components),
);
/** Not in XO 11, as C5b. */
export const contentNamespacesExist = rule(
  'content-namespaces-exist (C7)',
  "A content variable's vNameSpace holds namespace refIds.",
  (bot) => danglingRefs(bot, contentVariables(bot)),
  ['xo10'],
);
export const envNamespacesExist = rule(
  'env-namespaces-exist (C8)',
  "An environment variable's vNameSpace holds namespace refIds.",
  (bot) => danglingRefs(bot, envVariables(bot)),
);
export const envKeysAreUnique = rule('env-keys-are-unique (C9)', 'Environment variables have different keys.', (bot) =>
  duplicates('variable', textsAt('key', envVariables(bot))),
);
export const contentKeysAreUnique = rule(
  'content-keys-are-unique (C10)',
  'Content variables have different keys.',
  (bot) => duplicates('variable', textsAt('key', contentVariables(bot))),
);
