import { inDefaultLanguage, type BotIndex } from './bot-index';
import { at, child, entries, has, items, textAt, textsIn, type FormatItem } from './item';
import { rule, type Finding } from './rule';

export const defaultLanguageIsSupported = rule(
  'default-language-is-supported (B1)',
  'The default language is a supported one.',
  function* (bot) {
    if (!textsIn(bot.definition, 'supportedLanguages').some((one) => one.text === bot.defaultLanguage))
      yield {
        where: at(bot.definition, 'defaultLanguage'),
        message: `"${bot.defaultLanguage}" is not in supportedLanguages`,
      };
  },
);

export const configNameIsBotName = rule(
  'config-name-is-bot-name (B2)',
  "config.json's name is the bot's name in the default language.",
  function* (bot) {
    const name = textAt(inDefaultLanguage(bot, bot.definition), 'name');
    if (textAt(bot.config, 'name') !== name)
      yield { where: at(bot.config, 'name'), message: `the bot is called "${name ?? ''}"` };
  },
);

function* withoutDefaultLanguage(bot: BotIndex, list: readonly FormatItem[]): Generator<Finding> {
  for (const item of list) {
    const locale = child(item, 'localeData');
    if (!has(locale, bot.defaultLanguage)) yield { where: locale.at, message: `has no "${bot.defaultLanguage}"` };
  }
}

export const dialogsHaveDefaultLanguage = rule(
  'dialogs-have-default-language (B4)',
  'Each dialog has texts in the default language.',
  (bot) =>
    withoutDefaultLanguage(
      bot,
      bot.dialogs.map((dialog) => dialog.item),
    ),
);

export const lnameIsLowerCaseName = rule(
  'lname-is-lower-case-name (B5)',
  "A dialog's lname is its name in one language, in lower case.",
  function* (bot) {
    for (const { item } of bot.dialogs) {
      const lname = textAt(item, 'lname');
      if (!entries(item, 'localeData').some(([, locale]) => textAt(locale, 'name')?.toLowerCase() === lname))
        yield { where: at(item, 'lname'), message: `"${lname ?? ''}" is not the lower-cased name` };
    }
  },
);

/** XO 11: 44 of 46 real components have it; what we write always has. */
export const componentsHaveDefaultLanguage = rule(
  'components-have-default-language (B6)',
  'Each component has texts in the default language.',
  (bot) => withoutDefaultLanguage(bot, bot.components),
);

const MESSAGE_LISTS = ['message', 'errorMessage', 'submitMessage'] as const;

export const messagesHaveDefaultLanguage = rule(
  'messages-have-default-language (B7)',
  'Each message has a text in the default language.',
  function* (bot) {
    for (const component of bot.components)
      for (const key of MESSAGE_LISTS)
        for (const entry of items(component, key))
          if (textAt(inDefaultLanguage(bot, entry), 'text') === undefined)
            yield { where: at(entry, 'localeData'), message: `has no text in "${bot.defaultLanguage}"` };
  },
);

export const messagesHaveDefaultChannel = rule(
  'messages-have-default-channel (B8)',
  'A list of messages is empty or has one for the default channel.',
  function* (bot) {
    for (const component of bot.components)
      for (const key of MESSAGE_LISTS) {
        const list = items(component, key);
        if (list.length > 0 && !list.some((entry) => textAt(entry, 'channel') === 'default'))
          yield { where: at(component, key), message: 'has no entry for channel "default"' };
      }
  },
);
