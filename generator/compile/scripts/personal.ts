import type { Action, Bot } from '../../model/model';

/** Whether the bot answers this action only to the person whom the answer belongs to. */
export const isPersonal = (bot: Bot, action: Action): boolean =>
  bot.audience === 'shopper' && action.response.owner !== undefined;
