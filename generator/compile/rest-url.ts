import { openOf } from '../model/look-up';
import type { Action, Bot, Phrase, RestRequest } from '../model/model';
import { keyOf } from '../model/names';
import { pageKeys } from '../model/paging';
import { requestPath } from '../model/request-phrases';
import { placeholders } from '../model/text';
import { secretAlone, secretOf, type Addressing } from '../model/direct';
import { withVariables } from './expression';

interface Named {
  readonly name: string;
  readonly phrase: Phrase;
}

/** The address of a REST request: the path as the export has it, and the values that the script puts into it. */
export interface RestUrl {
  /** With `{{context.<key>.url.<n>}}` where a value stands. */
  readonly path: string;
  /** What each value is made of, and its name in `url`. */
  readonly values: readonly Named[];
  /** Where one may be missing or there are pages, all parameters of the query, by their encoded names; else none. */
  readonly parameters: readonly Named[];
}

/**
 * Numbers the values of an address: `path0`, `path1` … and `query0`, `query1` … The script percent-encodes each of them;
 * names of query parameters are the author's and are encoded here.
 */
export function restUrl(
  action: Pick<Action, 'id' | 'inputs' | 'steps'>,
  request: RestRequest,
  bot: Addressing,
): RestUrl {
  const isDirect = ({ phrase }: Named) => secretAlone(phrase, bot) !== undefined;
  const values: Named[] = [];
  const place = (name: string) => `{{context.${keyOf(action.id)}.url.${name}}}`;
  const hole = (name: string, text: Phrase['text']) => {
    values.push({ name, phrase: { text, where: request.where } });
    return place(name);
  };
  let count = 0;
  const path = requestPath(bot.service, request)
    .map((part) => {
      const secret = secretOf(part, bot);
      if (secret !== undefined) return `{{env.${secret}}}`;
      return typeof part === 'string' ? part : hole(`path${count++}`, [part]);
    })
    .join('');
  const all = [...request.query].map(([name, phrase]) => ({ name: queryName(name), phrase }));
  const direct = [
    ...keyParameter(bot),
    ...all.filter(isDirect).map(({ name, phrase }) => `${name}=${withVariables(phrase.text)}`),
  ];
  const named = all.filter((one) => !isDirect(one));
  const open = openOf(action);
  const paged = request.paging !== undefined && pageKeys(request.paging) === undefined;
  if (paged || named.some(({ phrase }) => placeholders(phrase.text).some(({ name }) => open.has(name))))
    return { path: `${path}?${[...direct, place('query')].join('&')}`, values, parameters: named };
  const query = named.map(({ name, phrase }, i) => `${name}=${hole(`query${i}`, phrase.text)}`);
  const whole = [...direct, ...query].join('&');
  return { path: whole === '' ? path : `${path}?${whole}`, values, parameters: [] };
}

/** The key of mode apiKey as a parameter, where it stands in the query: the platform fills it in. */
export const keyParameter = ({ credentials }: Pick<Bot, 'credentials'>): readonly string[] =>
  credentials.mode === 'apiKey' && credentials.in === 'query'
    ? [`${queryName(credentials.name)}={{env.${credentials.variable}}}`]
    : [];

/** A dollar may stand in a query as it is (RFC 3986), and APIs write `$top`. */
export const queryName = (name: string): string => encodeURIComponent(name).replaceAll('%24', '$');
