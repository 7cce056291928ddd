import type { Action, Bot, RestRequest } from '../../model/model';
import { pageKeys, type RestPaging } from '../../model/paging';
import { requestPath } from '../../model/request-phrases';
import { secretOf } from '../../model/direct';
import { pathSteps } from '../../model/path-steps';
import { member, textOf, optionalValueAt, type Expression } from '../expressions';
import { plainOf } from '../../model/text';
import { queryName } from '../rest-url';
import { foldedWords } from './words';

/** How the script after a request finds the next page of a JSON API; absent holes are null. */
export interface PagesView {
  /** The template of its kind. */
  readonly partial: `pages-${RestPaging['kind']}`;
  /** Where the address, the cursor or the number of pages or things stands. */
  readonly at: Expression | null;
  /** What is true when there is more. */
  readonly more: Expression | null;
  readonly by: number | null;
  /** With an address: the addresses that may be followed. */
  readonly here: Expression | null;
  readonly path: Expression | null;
  /** With offsets: the things of this page. */
  readonly things: Expression | null;
}

/** The view of an action's paging, if its request is REST and has pages. */
export function pagesView(bot: Bot, action: Action): PagesView | null {
  const { request } = action;
  if (request.kind !== 'rest' || !request.paging) return null;
  const { paging } = request;
  const found = (path: string | undefined) => (path === undefined ? null : optionalValueAt('body', pathSteps(path)));
  const path = pathOf(bot, request);
  const isAddress = paging.kind === 'next';
  return {
    partial: `pages-${paging.kind}`,
    at: found('at' in paging ? paging.at : paging.of),
    more: found('more' in paging ? paging.more : undefined),
    by: paging.kind === 'offset' ? paging.by : null,
    here: isAddress ? textOf(['https://', ...hostOf(bot), ...path]) : null,
    path: isAddress ? textOf(path) : null,
    things: paging.kind === 'offset' ? optionalValueAt('body', thingsOf(action)) : null,
  };
}

/** The parameter that asks for another page, by its encoded name; none where a whole query does. */
export const pageParameter = ({ paging }: RestRequest): string | undefined =>
  paging === undefined || paging.kind === 'next' || paging.in === 'body' ? undefined : queryName(paging.as);

/** How the script before a request asks for the page that the session remembers. */
export const askedPage = (request: Action['request'], parameters: readonly { readonly name: string }[]) => ({
  paging: request.paging !== undefined,
  graphql: request.kind === 'graphql',
  ...(request.kind === 'rest'
    ? {
        pageParameter: ownParameter(request, parameters),
        wholeQuery: request.paging?.kind === 'next',
        pageMember: pageMember(request),
        pageIsNumber: request.paging?.kind !== 'cursor',
      }
    : { pageParameter: null, wholeQuery: false, pageMember: null, pageIsNumber: false }),
});

/** The member of the body that asks for another page. */
function pageMember({ paging }: RestRequest): Expression | null {
  const keys = pageKeys(paging);
  return keys === undefined ? null : member('content', ...keys);
}

/** The parameter that asks for another page, where the request has none of that name by itself. */
function ownParameter(request: RestRequest, parameters: readonly { readonly name: string }[]): string | null {
  const name = pageParameter(request);
  return name === undefined || parameters.some((one) => one.name === name) ? null : name;
}

const hostOf = (bot: Bot): readonly (string | Expression)[] =>
  bot.service.host.text.map((part) => (typeof part === 'string' ? part : member(...split(part.name))));

function pathOf(bot: Bot, request: RestRequest): readonly (string | Expression)[] {
  let count = 0;
  return requestPath(bot.service, request).map((part) => {
    const secret = secretOf(part, bot);
    if (secret !== undefined) return member('env', secret);
    return typeof part === 'string' ? part : member('state', 'url', `path${count++}`);
  });
}

const split = (name: string) => name.split('.') as [string, ...string[]];

function thingsOf({ response, found }: Action): readonly string[] {
  const list = response.fields.find((field) => field.name === found.each && 'each' in field);
  return [...pathSteps(response.at[0] ?? '.'), ...(list && 'each' in list ? pathSteps(list.each) : [])];
}

/** The words of the button for the next page in each language, as scripts compare them. */
export const moreTitles = (bot: Bot, action: Action): readonly string[] =>
  bot.locales.flatMap((s) => {
    const more = s.actions.find((a) => a.id === action.id)?.next?.more;
    return more ? [foldedWords(plainOf(more.text)).join(' ')] : [];
  });
