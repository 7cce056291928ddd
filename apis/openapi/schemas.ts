import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, type ApiDocument, type Schema } from './document';

type Plain = OpenAPIV3_1.SchemaObject;

/** A key of an object, as a schema describes it. */
export interface Property {
  readonly schema: Schema;
  /** Whether every alternative of the schema asks for it. */
  readonly required: boolean;
}

/** An object as a schema describes it, `allOf`, `oneOf` and `anyOf` taken together. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Property>;
  /** Whether it may have further keys that the schema does not name. */
  readonly open: boolean;
}

/** Schemas nested deeper than this inside `allOf` and its kin are a circle. */
const MAX_DEPTH = 16;

/** The keys of an object; undefined when the schema describes none. */
export function shapeOf(document: ApiDocument, written: Schema | undefined, depth = 0): ObjectShape | undefined {
  const schema = document.resolve<Plain>(written);
  if (schema === undefined || depth > MAX_DEPTH) return undefined;
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const own = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => [name, { schema: value, required: required.has(name) }] as const,
  );
  const parts = [
    ...(isObject(schema.properties) ? [{ properties: new Map<string, Property>(own), open: isOpen(schema) }] : []),
    ...(schema.allOf ?? []).flatMap((one) => shapeOf(document, one, depth + 1) ?? []),
    ...alternatives(document, schema, depth),
  ];
  return parts.length === 0 ? undefined : parts.reduce(together);
}

/** One shape of all alternatives: a key is required when each of them asks for it. */
function alternatives(document: ApiDocument, schema: Plain, depth: number): readonly ObjectShape[] {
  const shapes = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(
    (one) => shapeOf(document, one, depth + 1) ?? [],
  );
  if (shapes.length === 0) return [];
  const names = new Set(shapes.flatMap(({ properties }) => [...properties.keys()]));
  const properties = new Map<string, Property>();
  for (const name of names) {
    const found = shapes.map((shape) => shape.properties.get(name));
    const schemas = found.flatMap((one) => (one === undefined ? [] : [one.schema]));
    const [first] = schemas;
    if (first === undefined) continue;
    const schema = schemas.length === 1 ? first : ({ anyOf: schemas } as Schema);
    properties.set(name, { schema, required: found.every((one) => one?.required === true) });
  }
  return [{ properties, open: shapes.some(({ open }) => open) }];
}

const together = (a: ObjectShape, b: ObjectShape): ObjectShape => ({
  properties: new Map([...a.properties, ...b.properties]),
  open: a.open && b.open,
});

/** A schema that names its keys and says nothing of others is taken at its word: the others are misspelt. */
const isOpen = (schema: Plain) => schema.additionalProperties === true || isObject(schema.additionalProperties);

/** What the entries of a list are; undefined when the schema describes no list. */
export function itemsOf(document: ApiDocument, written: Schema | undefined, depth = 0): Schema | undefined {
  const schema = document.resolve<Plain>(written);
  if (schema === undefined || depth > MAX_DEPTH) return undefined;
  if ('items' in schema && isObject(schema.items)) return schema.items;
  for (const one of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    const items = itemsOf(document, one, depth + 1);
    if (items !== undefined) return items;
  }
  return undefined;
}

/** The JSON types that a value may have; none when the schema does not say. `null` is left out. */
export function typesOf(document: ApiDocument, written: Schema | undefined, depth = 0): ReadonlySet<string> {
  const schema = document.resolve<Plain>(written);
  if (schema === undefined || depth > MAX_DEPTH) return new Set();
  const own = [schema.type ?? []].flat().filter((type) => type !== 'null');
  if (own.length > 0) return new Set(own);
  const nested = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const types = nested.flatMap((one) => [...typesOf(document, one, depth + 1)]);
  if (types.length > 0) return new Set(types);
  return new Set(isObject(schema.properties) ? ['object'] : 'items' in schema ? ['array'] : []);
}

/** The values that a schema lists, in any of its alternatives; undefined when it, or one of them, lists none. `null` is left out. */
export function choicesOf(document: ApiDocument, written: Schema | undefined): readonly unknown[] | undefined {
  const values = listed(document, written, 0)?.filter((value) => value !== null);
  return values && values.length > 0 ? [...new Set(values)] : undefined;
}

function listed(document: ApiDocument, written: Schema | undefined, depth: number): readonly unknown[] | undefined {
  const schema = document.resolve<Plain>(written);
  if (schema === undefined || depth > MAX_DEPTH) return undefined;
  if (schema.enum !== undefined) return schema.enum as readonly unknown[];
  if (schema.const !== undefined) return [schema.const as unknown];
  const inside = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((one) => listed(document, one, depth + 1));
  return inside.length > 0 && inside.every((one) => one !== undefined) ? inside.flat() : undefined;
}
