import type { Bot, Phrase, RestRequest, Service } from './model';
import { outsideOf, requestPath } from './request-phrases';
import type { Placeholder } from './text';

/** What of a bot decides where a request goes and what the platform fills in. */
export type Addressing = Pick<Bot, 'variables' | 'credentials'> & { readonly service: Pick<Service, 'path'> };

type Request = RestRequest | { readonly kind: 'graphql' };

/** What may stand in a query as it is, in a path, and in a text of JSON. */
const IN_QUERY = '[\\w.~-]+';
const IN_PATH = '[\\w.~:-]+';
const IN_BODY = '[ !#-\\[\\]-~]+';

/** A secret variable alone: the platform fills it in, so that it passes through no script and stands in no context. */
export function secretOf(part: string | Placeholder | undefined, { variables }: Pick<Bot, 'variables'>) {
  if (typeof part !== 'object' || part.filters.length > 0) return undefined;
  const outside = outsideOf(part.name);
  const isSecret = outside?.from === 'env' && variables.some(({ key, secret }) => secret && key === outside.name);
  return isSecret ? outside.name : undefined;
}

/** The secret variable that is all of a text. */
export const secretAlone = ({ text }: Phrase, bot: Pick<Bot, 'variables'>): string | undefined =>
  text.length === 1 ? secretOf(text[0], bot) : undefined;

/** The members of a body's top that the platform fills in: the key of mode apiKey, and secret variables. */
export function secretMembers(
  request: Request,
  bot: Pick<Bot, 'variables' | 'credentials'>,
): readonly { readonly name: string; readonly variable: string }[] {
  const { credentials } = bot;
  const key = credentials.mode === 'apiKey' && credentials.in === 'body' ? [credentials] : [];
  const body = request.kind === 'rest' ? request.body : undefined;
  const own =
    typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'object' ? [...body.members] : [];
  return [
    ...key.map(({ name, variable }) => ({ name, variable })),
    ...own.flatMap(([name, one]) => {
      const isText = typeof one === 'object' && one !== null && !('kind' in one);
      const variable = isText ? secretAlone(one, bot) : undefined;
      return variable === undefined ? [] : [{ name, variable }];
    }),
  ];
}

/** The variables that the platform puts into a request by itself, besides those of headers, with what each must fit there. */
export function directVariables(request: Request, bot: Addressing): ReadonlyMap<string, string> {
  const { credentials } = bot;
  const isRest = request.kind === 'rest';
  const inQuery = [
    ...(credentials.mode === 'apiKey' && credentials.in === 'query' ? [credentials.variable] : []),
    ...(isRest ? [...request.query.values()].map((phrase) => secretAlone(phrase, bot)) : []),
  ];
  const inPath = isRest ? requestPath(bot.service, request).map((part) => secretOf(part, bot)) : [];
  const inBody = secretMembers(request, bot).map(({ variable }) => variable);
  const fitting = (names: readonly (string | undefined)[], pattern: string) =>
    names.flatMap((name) => (name === undefined ? [] : [[name, pattern] as const]));
  // Where one stands in several places, the narrowest counts.
  return new Map([...fitting(inBody, IN_BODY), ...fitting(inPath, IN_PATH), ...fitting(inQuery, IN_QUERY)]);
}
