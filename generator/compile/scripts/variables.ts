import { directVariables } from '../../model/direct';
import { fetchesToken } from '../../model/credentials';
import type { Action, Bot } from '../../model/model';
import { tokenKey } from '../../model/names';
import { endpointVariables, usedVariables } from '../../model/normalize-credentials';

/** A variable that a script looks at before a request, and what its log says of one that does not fit. */
interface Setting {
  readonly variable: string;
  /** A whole regular expression. */
  readonly pattern: string;
  readonly report: string;
}

/** Variables that stand in the host of every request: what does not fit their pattern must never become an address. */
export const serviceSettings = (bot: Bot): readonly Setting[] => {
  const used = serviceVariables(bot);
  return settings(bot, (key, pattern) => (used.has(key) ? pattern : undefined));
};

/** Variables that stand in one request alone. */
const requestSettings = (bot: Bot, request: Action['request']): readonly Setting[] => {
  const used = serviceVariables(bot);
  const direct = directVariables(request, bot);
  return settings(bot, (key, pattern) => {
    const known = used.has(key) && pattern !== undefined;
    return known || !direct.has(key) ? undefined : (pattern ?? direct.get(key));
  });
};

const serviceVariables = ({ service, credentials }: Bot) =>
  new Set([...usedVariables(service, { mode: 'none' }), ...endpointVariables(credentials)]);

const settings = (
  bot: Bot,
  patternOf: (key: string, pattern: string | undefined) => string | undefined,
): readonly Setting[] =>
  bot.variables.flatMap(({ key, pattern: own }) => {
    const pattern = patternOf(key, own);
    if (pattern === undefined) return [];
    const report = `The variable ${key} is not set, or does not fit ${pattern}`;
    return [{ variable: key, pattern: `^(?:${pattern})$`, report }];
  });

/** Which token goes along: one of the bot's own, a fetched one, or whichever of the two there is. */
export const tokenView = ({ id, credentials }: Bot) => ({
  fetchesToken: fetchesToken(credentials),
  own: credentials.mode === 'either' ? { variable: credentials.variable, id: credentials.id } : null,
  tokenKey: tokenKey(id),
});

const NO_TOKEN: ReturnType<typeof tokenView> = { fetchesToken: false, own: null, tokenKey: '' };

/** What the step before a request looks at by itself: what no step before it has looked at for every request. */
export const variablesView = (bot: Bot, { request }: Action, isChecked: boolean) => ({
  settings: [...(isChecked ? [] : serviceSettings(bot)), ...requestSettings(bot, request)],
  ...(isChecked ? NO_TOKEN : tokenView(bot)),
});
