import type { Action, Bot, Button, Locale } from '../model/model';
import { utteranceFor } from '../model/utterance';

/**
 * What an action's dialog is made from, as a text for each action: two builds with the same text make the same dialog.
 * That is its own file, `bot.yaml`, the translations, the icon, and what its buttons say to start other actions.
 */
export function dialogKeys(bot: Bot): (action: Action) => string {
  const shared = [
    bot.where.file.text,
    ...bot.locales.flatMap(({ language, file }) => [language, file.text]),
    bot.icon?.toString('base64') ?? '',
  ].join('\0');
  return (action) => [shared, action.id, action.where.file.text, sayings(bot, action)].join('\0');
}

/** In every language, what the buttons of an action (and those of the replies that all actions share) say. */
function sayings(bot: Bot, action: Action): string {
  return bot.spoken
    .flatMap((spoken) => {
      const own = spoken.actions.find((a) => a.id === action.id) ?? action;
      return buttonsOf(spoken, own).map((button) => saying(spoken, button));
    })
    .join('\n');
}

function saying(spoken: Locale, { action, with: values }: Button): string {
  const target = spoken.actions.find((a) => a.id === action);
  const utterance = target && utteranceFor(target, [...values.keys()]);
  return JSON.stringify(utterance?.text ?? null);
}

const buttonsOf = ({ texts }: Locale, action: Action): readonly Button[] => [
  ...[action.found, action.empty, action.needsInput, ...action.own.values(), ...texts.shared.values()].flatMap(
    (reply) => [...reply.buttons, ...(reply.item?.buttons ?? [])],
  ),
  ...(action.next?.buttons ?? []),
];
