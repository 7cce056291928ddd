import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, type ApiDocument, type Schema } from '../../../apis/openapi/document';
import { itemsOf, typesOf } from '../../../apis/openapi/schemas';

type Plain = OpenAPIV3_1.SchemaObject;

/** A schema as one way to write what it wants: of alternatives the first, of parts all together. */
export interface PlainSchema {
  readonly type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'any';
  readonly whole: boolean;
  readonly format: string;
  readonly description: string;
  readonly title: string;
  readonly properties: ReadonlyMap<string, { readonly schema: Schema; readonly required: boolean }>;
  readonly items?: Schema;
  /** Values that it lists, as texts; empty where it lists none. */
  readonly values: readonly (string | number | boolean)[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly least?: number;
  readonly most?: number;
  readonly minLength: number;
  readonly maxLength: number;
  readonly readOnly: boolean;
}

/** Alternatives and parts nested deeper than this are a circle. */
const MAX_DEPTH = 12;

/** Resolves references, `allOf`, and of `oneOf` and `anyOf` the first that is not null. */
export function plainSchema(document: ApiDocument, written: Schema | undefined): PlainSchema {
  const parts = partsOf(document, written, 0);
  const first = <K extends keyof Plain>(key: K): Plain[K] | undefined =>
    parts.map((part) => part[key]).find((value) => value !== undefined);
  const types = written === undefined ? new Set<string>() : typesOf(document, { allOf: parts } as Schema);
  const type = TYPES.find((one) => types.has(one)) ?? 'any';
  const items = itemsOf(document, { allOf: parts } as Schema);
  const { minimum, maximum } = { minimum: first('minimum'), maximum: first('maximum') };
  return {
    type: type === 'integer' ? 'number' : type,
    whole: types.has('integer') && !types.has('number'),
    format: text(first('format')),
    description: text(first('description')),
    title: text(first('title')),
    properties: propertiesOf(parts),
    ...(items && { items }),
    values: valuesOf(parts),
    ...optional('example', first('example') ?? listed(first('examples'))[0]),
    ...optional('default', first('default')),
    ...(typeof minimum === 'number' && { least: minimum }),
    ...(typeof maximum === 'number' && { most: maximum }),
    minLength: first('minLength') ?? 0,
    maxLength: first('maxLength') ?? Infinity,
    readOnly: first('readOnly') === true,
  };
}

const TYPES = ['object', 'array', 'string', 'integer', 'number', 'boolean'] as const;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const optional = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined || value === null ? {} : { [key]: value }) as { readonly [P in K]?: T };

/** The schemas that a value has to fit at once. */
function partsOf(document: ApiDocument, written: Schema | undefined, depth: number): readonly Plain[] {
  const schema = document.resolve<Plain>(written);
  if (schema === undefined || depth > MAX_DEPTH) return [];
  const [choice] = [schema.oneOf, schema.anyOf].map((all) => firstOf(document, all)).filter((one) => one !== undefined);
  const own: Plain = { ...schema };
  for (const key of ['allOf', 'oneOf', 'anyOf'] as const) delete own[key];
  return [
    own,
    ...listed(schema.allOf).flatMap((one) => partsOf(document, one as Schema, depth + 1)),
    ...(choice === undefined ? [] : partsOf(document, choice, depth + 1)),
  ];
}

/** The first alternative that is more than null; one that lists values or has a type wins over one that says nothing. */
function firstOf(document: ApiDocument, all: readonly Schema[] | undefined): Schema | undefined {
  const real = listed(all).filter((one) => {
    const { type } = document.resolve<Plain>(one as Schema) ?? {};
    return (type as unknown) !== 'null';
  }) as readonly Schema[];
  return real.find((one) => typesOf(document, one).size > 0) ?? real[0];
}

function propertiesOf(parts: readonly Plain[]): PlainSchema['properties'] {
  const required = new Set(parts.flatMap((part) => listed(part.required) as readonly string[]));
  const all = parts.flatMap((part) => (isObject(part.properties) ? Object.entries(part.properties) : []));
  return new Map(all.map(([name, schema]) => [name, { schema: schema, required: required.has(name) }]));
}

function valuesOf(parts: readonly Plain[]): PlainSchema['values'] {
  const lists = parts.flatMap((part) =>
    part.enum !== undefined ? [listed(part.enum)] : part.const !== undefined ? [[part.const as unknown]] : [],
  );
  const [first = []] = [...lists].sort((a, b) => a.length - b.length);
  return first.filter(
    (one): one is string | number | boolean =>
      (typeof one === 'string' && one !== '') || typeof one === 'number' || typeof one === 'boolean',
  );
}
