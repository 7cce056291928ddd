import { inputTypes } from '../../model/input-types';
import { foundNames } from '../../model/look-up';
import { hasReason } from '../../model/named-outcomes';
import type { Action, Bot, Field, Input } from '../../model/model';
import type { Placeholder } from '../../model/text';
import { callExpression, constant, member, type Expression } from '../expressions';
import { totalName } from '../../model/names';
import { rawNames } from './raw';

/** What a message's placeholders may name. */
export interface Scope {
  readonly inputs: readonly string[];
  readonly fields: readonly Field[];
  /** Whether `${reason}` is known: the API's own words. */
  readonly reason?: boolean;
  /** Whether `${count}` is known: how many things were looked through. */
  readonly counts?: boolean;
  /** What the state holds as it came; every other text in it is inert. */
  readonly raw?: ReadonlySet<string>;
  /** Whether more things may come along than a list or a carousel shows. */
  readonly isLong?: (most: number) => boolean;
  /** Whether a button leads to further pages. */
  readonly paged?: boolean;
  /** Inputs that are long numbers, which nobody says aloud. */
  readonly longNumbers?: ReadonlySet<string>;
}

/** A message that is said when there is an answer, and one that is said without. */
export const answeredScope = (bot: Bot, action: Action): Scope => ({
  ...askedScope(bot, action),
  fields: action.response.fields,
  isLong: (most) => mostOnPage(action) > most,
  paged: action.request.paging !== undefined,
});
export const askedScope = (bot: Bot, action: Action): Scope => ({
  inputs: [...action.inputs.map((i) => i.name), ...foundNames(action)],
  fields: [],
  raw: rawNames(bot, action),
  longNumbers: new Set(action.inputs.filter(isLongNumber).map(({ name }) => name)),
});

/** What nothing but six digits or more is a value of. */
const isLongNumber = ({ type, pattern }: Input): boolean => type === 'id' && pattern === inputTypes.id.pattern;

/** A message that says how an answer ended. */
export const outcomeScope = (bot: Bot, action: Action, outcome: string): Scope => ({
  ...askedScope(bot, action),
  reason: hasReason(action, outcome),
});

/** A message in place of a list of which nothing may be shown. */
export const lookedScope = (bot: Bot, action: Action): Scope => ({ ...askedScope(bot, action), counts: true });

/** A message that belongs to no action. */
export const noScope: Scope = { inputs: [], fields: [] };

/** Finds what placeholders stand for, and keeps which parts of the state that takes. */
export interface Resolver {
  readonly used: ReadonlySet<string>;
  readonly use: (part: string) => void;
  /** As a text that does nothing in a window. */
  readonly value: (placeholder: Pick<Placeholder, 'name'>) => Expression;
  /** As the state holds it: for an address, or to be compared. */
  readonly held: (placeholder: Pick<Placeholder, 'name'>) => Expression;
  /** Whether it is an address that may stand in a page, or nothing. */
  readonly isAddress: (placeholder: Pick<Placeholder, 'name'>) => boolean;
  /** What was said for an input, whatever the answer calls so. */
  readonly said: (input: string) => Expression;
  /** What several values were said in place of one. */
  readonly choices: () => Expression;
  /** Whether it is a long number that was said, and so nothing that is said again. */
  readonly isLongNumber: (placeholder: Pick<Placeholder, 'name'>) => boolean;
  /** A list of the answer. */
  readonly list: (name: string) => Expression;
  /** What of a list is not shown, and how many there are in all; nothing where all is shown that there is. */
  readonly others: (name: string, most?: number) => { readonly total: Expression | null } | null;
  /** The resolver inside a list, whose things are called `item`. */
  readonly inside: (list: string) => Resolver;
}

/** A thing of a list comes before the answer, the answer before what was said. */
export function resolver(scope: Scope, used = new Set<string>(), list?: string): Resolver {
  const { inputs, fields, reason = false, counts = false, raw = new Set<string>(), paged = false } = scope;
  const { isLong = () => false } = scope;
  const listed = fields.find((field) => field.name === list);
  const items = listed && 'each' in listed ? listed.fields : [];
  const has = (all: readonly Field[], name: string) => all.some((field) => field.name === name);
  const from = (part: string, ...name: readonly string[]) => {
    used.add(part);
    return member(part, ...name);
  };
  const held: Resolver['held'] = ({ name }) => {
    if (name === 'choices' && !inputs.includes(name)) return from('choices');
    if (has(items, name)) return member('item', name);
    if (has(fields, name)) return from('answer', name);
    if (inputs.includes(name)) return from('said', name);
    if (counts && name === 'count') return from('looked');
    return reason && name === 'reason' ? from('reason') : constant('');
  };
  const isRaw = (name: string) => raw.has(list !== undefined && has(items, name) ? `${list}.${name}` : name);
  const said = (input: string) => (raw.has(input) ? callExpression('shown', from('said', input)) : from('said', input));
  return {
    used,
    use: (part) => void used.add(part),
    choices: () => from('choices'),
    held,
    value: (placeholder) => (isRaw(placeholder.name) ? callExpression('shown', held(placeholder)) : held(placeholder)),
    isAddress: ({ name }) => {
      const field = [...items, ...fields].find((one) => one.name === name);
      return field !== undefined && 'path' in field && field.filters.at(-1)?.name === 'url';
    },
    said,
    isLongNumber: ({ name }) => !has(items, name) && !has(fields, name) && scope.longNumbers?.has(name) === true,
    list: (name) => from('answer', name),
    others: (name, most) => {
      const field = fields.find((one) => one.name === name);
      const counted = field !== undefined && 'each' in field && field.total !== undefined && !paged;
      if (!counted && !(most !== undefined && isLong(most))) return null;
      return { total: counted ? from('answer', totalName(name)) : null };
    },
    inside: (name) => resolver(scope, used, name),
  };
}

/** How many things a page may have: what a query asks for, when it says so; any number in a JSON API. */
function mostOnPage({ request }: Action): number {
  if (request.kind === 'rest') return Infinity;
  const written = request.variables.get('first');
  return typeof written === 'number' ? written : Number(/\$first:\s*Int!?\s*=\s*(\d+)/.exec(request.query)?.[1] ?? 0);
}
