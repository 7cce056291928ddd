import { mayLack } from '../../model/input';
import { lookUps } from '../../model/look-up';
import type { Action, Bot } from '../../model/model';
import { outsidesOf } from '../../model/request-phrases';

/** Whether the bot answers this action only to the person whom the answer belongs to. */
export const isPersonal = (bot: Bot, action: Action): boolean =>
  bot.audience === 'shopper' && action.response.owner !== undefined;

/** Whether it may have to ask a person to sign in: it is theirs, or takes a value from their session. */
export const asksToSignIn = (bot: Bot, action: Action): boolean =>
  [action, ...lookUps(action)].some((one) => isPersonal(bot, one)) ||
  action.inputs.some((input) => input.source?.from === 'session' && !mayLack(input)) ||
  [action, ...lookUps(action)].some((one) => outsidesOf(one).some(({ from }) => from === 'session'));
