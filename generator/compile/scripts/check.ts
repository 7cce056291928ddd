import { fetchesToken } from '../../model/credentials';
import { actionOf } from '../../model/look-up';
import type { Action, Bot } from '../../model/model';
import { tokenKey } from '../../model/names';
import { oncePerBot, perBot } from '../per-bot';
import { script, type Script } from '../plan';
import { readsWritten } from './filters';
import { localeTables, readsLocale, usesOf } from './locales';

/** What tells how an answer says that something went wrong. A write over REST succeeds without a body, too. */
type RequestKind = 'graphql' | 'rest' | 'write';

/** What the step after a request is told of it; always, because a bot may get its other dialogs and that step at different times. */
export const kindOf = ({ request, writes }: Action): RequestKind =>
  request.kind === 'graphql' ? 'graphql' : writes ? 'write' : 'rest';

const requestsOf = oncePerBot(({ actions }): readonly Action[] =>
  actions.flatMap((action) => [action, ...action.steps.map((step) => actionOf(action, step))]),
);

const kindsOf = oncePerBot((bot): ReadonlySet<RequestKind> => new Set(requestsOf(bot).map(kindOf)));

/** The first step after a request, the same in every dialog: it tells failures from answers; `context.called` says whose answer it is. */
export const checkScript = perBot((bot: Bot): Script => {
  const kinds = kindsOf(bot);
  const isMixed = kinds.size > 1;
  const uses = requestsOf(bot).map(({ response }) => usesOf(response.fields));
  return script('scripts/check', {
    kinds: isMixed,
    graphql: kinds.has('graphql'),
    rest: kinds.has('rest') || kinds.has('write'),
    writes: kinds.has('write'),
    empties: isMixed || !kinds.has('write'),
    searches: requestsOf(bot).some(searches),
    fetchesToken: fetchesToken(bot.credentials),
    tokenKey: tokenKey(bot.id),
    localized: uses.some((own) => readsLocale(own) || readsWritten(own)),
    locales: localeTables(bot, uses.flat()),
    defaultLanguage: bot.locales[0].language,
    amounts: uses.some(readsWritten),
  });
});

/** Whether a query is a search, which drops a filter that it does not know. */
const searches = ({ request }: Action): boolean => request.kind === 'graphql' && /\bquery\s*:/.test(request.query);
