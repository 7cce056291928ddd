import type { BotIndex } from './bot-index';
import { at, has, type FormatItem } from './item';
import { rule, type Finding } from './rule';

const says = (item: FormatItem, key: string): boolean => item.value[key] !== undefined;

/** `isSensitive` on components and `isAbandonment` on dialogs came together: in 7 of 39 exports, there on every one. */
export const oneGenerationThroughout = rule(
  'one-generation-throughout (K1)',
  'All dialogs and components are of one generation.',
  function* (bot): Generator<Finding> {
    if (!isNew(bot)) return;
    for (const { item } of bot.dialogs)
      if (!says(item, 'isAbandonment')) yield { where: at(item, 'isAbandonment'), message: 'is missing here alone' };
    for (const item of bot.components)
      if (!says(item, 'isSensitive')) yield { where: at(item, 'isSensitive'), message: 'is missing here alone' };
  },
);

/** A bot is of 2024 or later when anything in it is. */
const isNew = (bot: BotIndex): boolean =>
  has(bot.definition, 'runCustomScript') ||
  bot.dialogs.some(({ item }) => says(item, 'isAbandonment')) ||
  bot.components.some((item) => says(item, 'isSensitive'));
