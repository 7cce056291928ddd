import { getNamedType, isObjectType } from 'graphql';
import { argumentsAt, fieldsAt, typeAt } from '../../apis/graphql/selection';
import type { Report } from '../diagnostics/diagnostic';
import { filters, fittingFilters, shapeNames, type Filter, type FilterUse, type Shape } from '../model/filters';
import type { Action, Field } from '../model/model';
import { placeOf, wordPlace } from './places';
import type { SpecRule } from './rule';
import { shapeAt, type Known } from './shapes';

type Single = Extract<Field, { readonly path: string }>;

/** Every filter below `response.fields` exists, and fits the value that it is used on. */
export function fieldFiltersFit(action: Action, known: Known | undefined, report: Report): void {
  for (const { field, path } of singlesOf(action.response.fields, topOf(action, known)))
    fits(field, path, known, report);
}

/** Where one answer stands. */
export function topOf({ response: { at } }: Action, known: Known | undefined): string {
  const [top = ''] = at;
  return known && shapeAt(known, top) === 'list' ? `${top}[0]` : top;
}

/** The fields of a request whose answer nothing is known of. */
export const restFieldFiltersFit: SpecRule = (bot, report) => {
  for (const action of bot.actions)
    if (action.request.kind === 'rest' || !bot.service.graphql) fieldFiltersFit(action, undefined, report);
};

function* singlesOf(
  fields: readonly Field[],
  base: string,
): Generator<{ readonly field: Single; readonly path: string }> {
  for (const field of fields) {
    if ('each' in field) yield* singlesOf(field.fields, `${joined(base, field.each)}[0]`);
    else yield { field, path: joined(base, field.path) };
  }
}

const joined = (base: string, path: string) => (path === '.' ? base : base === '.' ? path : `${base}.${path}`);

function fits(field: Single, path: string, known: Known | undefined, report: Report): void {
  const shape = known && shapeAt(known, path);
  const { file, path: at } = field.where;
  for (const { word, offset } of field.unknown)
    report(file.within(at, offset, word.length), 'unknown-filter', word, fittingFilters('response', shape));
  if (field.unknown.length > 0) return;
  if (field.filters.length === 0) return bare(field, path, shape, known, report);
  chainFits(field, path, shape, known, report);
}

/** Each filter fits what the one before it makes; the path leads to what the first is used on. */
function chainFits(field: Single, path: string, from: Shape | undefined, known: Known | undefined, report: Report) {
  let shape = from;
  let what = `"${field.path}"`;
  for (const [i, use] of field.filters.entries()) {
    const filter: Filter = filters[use.name];
    const first = i === 0 ? known : undefined;
    // That a filter has no place here at all is said elsewhere.
    if (filter.for !== 'response') return;
    if (shape !== undefined && !takes(filter, shape, path, first)) {
      const fitting = fittingFilters('response', shape);
      const jsonField = filter.takes.includes('list') && first ? jsonBeside(path, first) : undefined;
      const mismatch = [use.name, what, shapeNames[shape], fitting, jsonField] as const;
      return report(wordPlace(field.where, use.name), 'filter-mismatch', ...mismatch);
    }
    if (first && shape !== undefined && filter.claims) claims(use, field, path, first, report);
    shape = filter.gives;
    what = `What ${use.name} makes`;
  }
}

/** A list, or the connection that a list belongs to; only single values can be joined. */
function takes(filter: Filter, shape: Shape, path: string, known: Known | undefined): boolean {
  if (filter === filters.join && known) return shape === 'list' && shapeAt(known, `${path}[0]`) !== 'block';
  return filter.takes.includes(shape) || (filter.claims === true && known !== undefined && isConnection(path, known));
}

/** The field in which a text such as a metafield's `value` stands as what it is, if it is not that field already. */
function jsonBeside(path: string, { schema, document }: Known): string | undefined {
  const [, holder = '', key] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  const type = typeAt(schema, document, holder);
  const named = type && getNamedType(type);
  return isObjectType(named) && JSON_FIELD in named.getFields() && key !== JSON_FIELD ? JSON_FIELD : undefined;
}

/** Where Shopify's metafields have a list as a list; their `value` is text (documented in the schema). */
const JSON_FIELD = 'jsonValue';

const isConnection = (path: string, { schema, document }: Known) =>
  shapeAt({ schema, document }, `${path}.nodes`) === 'list' && shapeAt({ schema, document }, path) === 'block';

function bare(field: Single, path: string, shape: Shape | undefined, known: Known | undefined, report: Report): void {
  if (!known || (shape !== 'block' && shape !== 'list' && shape !== 'money' && shape !== 'moneyRange')) return;
  const inside = shape === 'list' ? [] : fieldsAt(known.schema, known.document, path);
  report(
    placeOf(field.where),
    'needs-filter',
    field.path,
    shapeNames[shape],
    fittingFilters('response', shape),
    inside.map((key) => `${field.path}.${key}`),
  );
}

/** What is said of a list holds for all of it, or it is known that there is more. */
function claims(use: FilterUse, field: Single, path: string, known: Known, report: Report): void {
  const { schema, document } = known;
  const isCut = (of: string) => argumentsAt(schema, document, of).some((name) => name === 'first' || name === 'last');
  const say = (remedy: 'connection' | 'page-info' | 'count') =>
    report(wordPlace(field.where, use.name), 'cut-list', use.name, field.path, remedy);
  const holder = path.replace(/\.(nodes|edges)$/, '');
  if (holder !== path && isConnection(holder, known)) {
    if (isCut(holder)) say('connection');
  } else if (isConnection(path, known)) {
    if (isCut(path) && typeAt(schema, document, `${path}.pageInfo.hasNextPage`) === undefined) say('page-info');
  } else if (isCut(path)) say('count');
}
