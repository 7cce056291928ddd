import type { Bot } from '../model/model';

/** The same function of a bot, made once for each. */
export function oncePerBot<T, B extends object = Bot>(make: (bot: B) => T): (bot: B) => T {
  const made = new WeakMap<B, { readonly value: T }>();
  return (bot) => {
    const known = made.get(bot);
    if (known) return known.value;
    const value = make(bot);
    made.set(bot, { value });
    return value;
  };
}

const shared: ((bot: Bot) => unknown)[] = [];

/** The same, for what dialogs share: whatever of other actions goes into it goes into every dialog. */
export function perBot<T>(make: (bot: Bot) => T): (bot: Bot) => T {
  const once = oncePerBot(make);
  shared.push(once);
  return once;
}

/** Everything that the dialogs of a bot share. What a bot has no use for, and cannot have, is left out. */
export const sharedValues = (bot: Bot): readonly unknown[] =>
  shared.map((valueOf) => {
    try {
      return valueOf(bot);
    } catch {
      return 'none';
    }
  });
