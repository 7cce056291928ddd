import { fetchesToken } from '../../model/credentials';
import { goesFurther } from '../../model/further';
import type { Bot } from '../../model/model';
import { perBot } from '../per-bot';
import { script, type Script } from '../plan';
import { tellsReasons } from './answer';

/** The last step of an action's request, the same in every dialog: what came from elsewhere is harmless before a reply shows it. */
export const showScript = perBot((bot: Bot): Script => {
  const { actions } = bot;
  return script('scripts/show', {
    pages: actions.some(({ request }) => request.paging !== undefined),
    further: actions.some(goesFurther),
    reasons: actions.some(tellsReasons),
    fetchesToken: fetchesToken(bot.credentials),
  });
});
