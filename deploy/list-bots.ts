import { BOTS_A_PAGE } from './api';
import type { Api, BotPage } from './api';
import { DeployError } from './errors';

/** More pages than this are no account: 10,000 bots. */
const MOST_PAGES = 200;

/**
 * Ids and names of all the account's bots. `offset` counts bots according to the documentation, and pages in a client
 * that works (observed): the page after the first tells which, for if it overlaps with it, offsets count bots. Pages
 * are asked for until one brings nothing new.
 */
export async function listBots(api: Pick<Api, 'botPage'>): Promise<BotPage['bots']> {
  const found = new Map<string, BotPage['bots'][number]>();
  const add = ({ bots }: BotPage): number => {
    const before = found.size;
    for (const bot of bots) if (bot.id !== '') found.set(bot.id, bot);
    return found.size - before;
  };
  const first = await api.botPage(0);
  add(first);
  if (!first.more && first.bots.length < BOTS_A_PAGE) return [...found.values()];
  const second = await api.botPage(1);
  const overlaps = second.bots.some(({ id }) => found.has(id));
  if (add(second) === 0 && !overlaps) return [...found.values()];
  const step = overlaps ? BOTS_A_PAGE : 1;
  for (let page = overlaps ? 1 : 2; page <= MOST_PAGES; page += 1) {
    if (add(await api.botPage(page * step)) === 0) return [...found.values()];
  }
  throw new DeployError({
    step: 'import',
    code: 'bad-answer',
    platformSaid: `the list of bots does not end after ${MOST_PAGES} pages`,
    likelyCause: 'the host pages its list in a way that is not known here',
    whatToDo: 'name the bot with --bot st-…',
  });
}
