import type { Bot } from '../../model/model';
import { names, tokenKey } from '../../model/names';
import { perBot } from '../per-bot';
import { script, type Script } from '../plan';

/** The step after a token was asked for, the same one in every dialog. */
export const tokenScript = perBot((bot: Bot): Script =>
  script('scripts/token', { service: names.tokenService(bot.id), tokenKey: tokenKey(bot.id) }),
);
