import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import { choicesOf, shapeOf, typesOf } from '../../../apis/openapi/schemas';
import type { Report } from '../../diagnostics/diagnostic';
import { filters, fittingFilters, shapeNames, type Filter, type Shape } from '../../model/filters';
import type { Field } from '../../model/model';
import { keyPlace, placeOf, wordPlace } from '../places';

type Single = Extract<Field, { readonly path: string }>;

/** A text may be anything that is written as one; a number may be an amount, and an id. */
const SHAPES: Readonly<Record<string, readonly Shape[]>> = {
  string: ['text', 'date', 'id', 'address', 'amount', 'enum'],
  integer: ['number', 'amount', 'id'],
  number: ['number', 'amount'],
  boolean: ['boolean'],
  array: ['list'],
  object: ['block', 'money', 'moneyRange'],
};

/** What a value may be for a filter, likeliest first; nothing where the document does not say. */
function shapesOf(document: ApiDocument, schema: Schema): readonly Shape[] {
  const [type, ...others] = typesOf(document, schema);
  if (type === undefined || others.length > 0) return [];
  const { format } = document.resolve<{ readonly format?: string }>(schema) ?? {};
  if (type === 'string' && choicesOf(document, schema) !== undefined) return ['enum', 'text'];
  if (type === 'string' && /^date(?:-time)?$/.test(format ?? '')) return ['date', 'text'];
  return SHAPES[type] ?? [];
}

/** The first filter of a field fits what the document says is there, and a block of values is not shown as it is. */
export function filterFits(document: ApiDocument, schema: Schema, field: Single, shown: boolean, report: Report): void {
  const shapes = shapesOf(document, schema);
  const [shape] = shapes;
  if (shape === undefined || field.unknown.length > 0) return;
  const [use] = field.filters;
  const fitting = [...new Set(shapes.flatMap((one) => fittingFilters('response', one)))];
  if (use === undefined) {
    if (shape !== 'block' || !shown) return;
    const inside = [...(shapeOf(document, schema)?.properties.keys() ?? [])].map((key) => `${field.path}.${key}`);
    return report(placeOf(field.where), 'needs-filter', field.path, shapeNames[shape], [], inside);
  }
  const filter: Filter = filters[use.name];
  if (filter.for !== 'response' || filter.takes.some((one) => shapes.includes(one))) return;
  report(wordPlace(field.where, use.name), 'filter-mismatch', use.name, `"${field.path}"`, shapeNames[shape], fitting);
}

/** A condition asks for a value that there can be. */
export function conditionFits(
  document: ApiDocument,
  schema: Schema,
  [path, wanted]: readonly [string, string],
  where: Field['where'],
  report: Report,
): void {
  if (wanted === 'present' || wanted === 'positive') return;
  const types = typesOf(document, schema);
  const known = choicesOf(document, schema)?.map(String) ?? (isOnly(types, 'boolean') ? ['true', 'false'] : undefined);
  if (known !== undefined ? known.includes(wanted) : !isNumeric(types) || /^-?\d+(?:\.\d+)?$/.test(wanted)) return;
  report(keyPlace(where, 'where', path), 'document-value', wanted, known ?? ['present', 'positive']);
}

const isOnly = (types: ReadonlySet<string>, type: string) => types.size === 1 && types.has(type);

const isNumeric = (types: ReadonlySet<string>) =>
  types.size > 0 && [...types].every((type) => type === 'number' || type === 'integer');
