import { assembler, contribution, type Sound } from './assemble';
import { actionFlow } from './compile/action-flow';
import { perList, type KoreBot, type Target } from '../kore/format';
import type { Bot } from './model/model';
import type { Render } from './render/render';

/** The bot that a build writes, as data: the whole one, or that of the action `only`. Throws when there is no such action. */
export function koreBot(bot: Bot, target: Target, render: Render, only?: string): KoreBot {
  const { action, system, whole } = assembler(bot, target, render);
  const actions = bot.actions.filter(({ id }) => only === undefined || id === only);
  const sound = actions.map((one) => action(one, actionFlow(bot, one)));
  if (only !== undefined) {
    const [one] = sound;
    if (!one) throw new Error(`there is no action ${only}`);
    return one.bot;
  }
  const { frame, entries } = whole([...sound, system()].map(asData));
  return { ...frame, definition: { ...frame.definition, ...entries } as KoreBot['definition'] };
}

const asData = (sound: Sound) => {
  const lists = perList((key) => sound.bot.definition[key] as readonly object[]);
  return contribution(sound, (list, i) => lists[list][i] as object);
};
