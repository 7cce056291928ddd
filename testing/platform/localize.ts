import { v5 as uuid } from 'uuid';
import type { Config, Definition, KoreBot } from '../../kore/format';

/** Not a secret: it only makes the ids of one bot differ from those of another. */
const SPACE = '6f1d6a54-2f0b-5d0c-9c1c-0d2a8c1f7a11';

/**
 * The bot as the platform stores it under its own ids: the same `refId` lies under another `_id` in each bot (observed:
 * 63 of 63 components, 27 of 27 dialogs). All references follow.
 */
export function localize(bot: KoreBot, botId: string): KoreBot {
  const { definition } = bot;
  const ids = new Map<string, string>([[definition._id, botId]]);
  for (const dialog of definition.dialogs) ids.set(dialog._id, `dg-${uuid(`${botId} ${dialog.refId}`, SPACE)}`);
  for (const component of definition.dialogComponents) {
    ids.set(component._id, `dc-${uuid(`${botId} ${component.refId}`, SPACE)}`);
  }
  const moved = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, moved(v)]));
  };
  const local = moved(definition) as Definition;
  const sorted = [...local.dialogComponents].sort((a, b) => (a._id < b._id ? -1 : 1));
  return { ...bot, definition: { ...local, dialogComponents: sorted }, config: moved(bot.config) as Config };
}
