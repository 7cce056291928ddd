import { fieldsAt, typeAt } from '../apis/graphql/selection';
import { topOf } from '../generator/check/field-filters';
import { shapeAt, type Known } from '../generator/check/shapes';
import type { Shape } from '../generator/model/filters';
import type { Field } from '../generator/model/model';
import { knownOf, type CursorContext } from './known';

/** Whether what stands at these keys of an action is a path of its answer, and from where it counts: '' is the top. */
export function baseOf(path: readonly string[], context: CursorContext): string | undefined {
  const [first, second, ...rest] = path;
  if (first === 'request' && second === 'paging') return '';
  if (first !== 'response' || !context.action) return undefined;
  const known = knownOf(context);
  const top = topOf(context.action, known).replace(/^\.$/, '');
  if (second === 'at') return '';
  if (second === 'owner' || second === 'confirm' || second === 'where') return top;
  return second === 'fields' ? insideLists(rest, context.action.response.fields, top) : undefined;
}

/** Inside a list of the answer paths count from one of its entries. */
function insideLists(path: readonly string[], fields: readonly Field[], base: string): string {
  const [name, key, ...rest] = path;
  const list = fields.find((field) => field.name === name);
  if (key === undefined || key === 'each' || !list || !('each' in list)) return base;
  const below = `${joined(base, list.each)}[0]`;
  return key === 'fields' ? insideLists(rest, list.fields, below) : below;
}

export const joined = (base: string, path: string): string =>
  path === '' || path === '.' ? base : base === '' || path.startsWith('data.') ? path : `${base}.${path}`;

/** A field of the answer: its name, and its type as the API has it. */
export interface AnswerField {
  readonly name: string;
  readonly type: string;
}

/** What the query selects below a path that is being typed; `written` ends with the step that is typed. */
export function stepsAt(written: string, base: string, context: CursorContext): readonly AnswerField[] {
  const known = knownOf(context);
  if (!known) return [];
  const before = joined(base, /^(.*?)\.?\w*$/.exec(written)?.[1] ?? '');
  return fieldsAt(known.schema, known.document, before).map((name) => ({
    name,
    type: typeOf(known, joined(before, name)),
  }));
}

const typeOf = (known: Known, path: string): string => String(typeAt(known.schema, known.document, path) ?? '');

/** What a path leads to: its type, or what kind of value it is for a filter. */
export const typeOfPath = (path: string, context: CursorContext): string | undefined => {
  const known = knownOf(context);
  return (known && typeOf(known, path)) || undefined;
};

export const shapeOfPath = (path: string, context: CursorContext): Shape | undefined => {
  const known = knownOf(context);
  return known && shapeAt(known, path);
};
