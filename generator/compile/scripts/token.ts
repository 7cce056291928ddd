import type { Action, Bot } from '../../model/model';
import { keyOf, names, tokenKey } from '../../model/names';
import { script, type Script } from '../plan';

/** The step after a token was asked for. */
export const tokenScript = (bot: Bot, action: Action): Script =>
  script('scripts/token', {
    key: keyOf(action.id),
    service: names.tokenService(action.id),
    tokenKey: tokenKey(bot.id),
    writes: action.writes,
  });
