import { isObject, type ApiDocument, type Schema } from './document';
import { choicesOf, itemsOf, shapeOf, typesOf } from './schemas';

/** Stands in a body for a value that only a conversation knows. */
export class RuntimeValue {
  readonly type: AskedType | undefined;
  /** What it may be, where that is known. */
  readonly values: readonly string[];
  constructor(type?: AskedType, values: readonly string[] = []) {
    this.type = type;
    this.values = values;
  }
}

/** The JSON type of a value, where it is known. */
export type AskedType = 'string' | 'number' | 'boolean' | 'array';

/** A body as a spec writes it: constants, and what an input puts there. */
export type BodyTree =
  string | number | boolean | null | RuntimeValue | readonly BodyTree[] | { readonly [key: string]: BodyTree };

/** What is wrong at a path of a body. */
export type BodyProblem = { readonly path: readonly (string | number)[] } & (
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'missing-key'; readonly keys: readonly string[] }
  | { readonly kind: 'wrong-type'; readonly wanted: readonly string[]; readonly got: string }
  | { readonly kind: 'wrong-value'; readonly got: string; readonly known: readonly string[] }
);

/** Compares a body with its schema. What the schema does not describe is taken for right. */
export function checkBody(
  document: ApiDocument,
  schema: Schema | undefined,
  body: BodyTree,
  path: readonly (string | number)[] = [],
): readonly BodyProblem[] {
  if (schema === undefined) return [];
  const types = typesOf(document, schema);
  if (body instanceof RuntimeValue) return checkAsked(document, schema, body, path, types);
  if (Array.isArray(body)) return checkList(document, schema, body as readonly BodyTree[], path, types);
  if (isObject(body)) return checkKeys(document, schema, body, path, types);
  return checkConstant(document, schema, body as string | number | boolean | null, path, types);
}

type Types = ReadonlySet<string>;
type Path = readonly (string | number)[];

function checkList(document: ApiDocument, schema: Schema, body: readonly BodyTree[], path: Path, types: Types) {
  if (types.size > 0 && !types.has('array'))
    return [{ kind: 'wrong-type', path, wanted: [...types], got: 'array' } as const];
  const items = itemsOf(document, schema);
  return body.flatMap((one, i) => checkBody(document, items, one, [...path, i]));
}

function checkKeys(
  document: ApiDocument,
  schema: Schema,
  body: Readonly<Record<string, BodyTree>>,
  path: Path,
  types: Types,
): readonly BodyProblem[] {
  if (types.size > 0 && !types.has('object')) return [{ kind: 'wrong-type', path, wanted: [...types], got: 'object' }];
  const shape = shapeOf(document, schema);
  if (shape === undefined) return [];
  const missing = [...shape.properties].filter(([name, { required }]) => required && !Object.hasOwn(body, name));
  return [
    ...(missing.length === 0 ? [] : [{ kind: 'missing-key', path, keys: missing.map(([name]) => name) } as const]),
    ...Object.entries(body).flatMap(([key, value]): readonly BodyProblem[] => {
      const property = shape.properties.get(key);
      if (property !== undefined) return checkBody(document, property.schema, value, [...path, key]);
      return shape.open ? [] : [{ kind: 'unknown-key', path, key, known: [...shape.properties.keys()] }];
    }),
  ];
}

function checkAsked(
  document: ApiDocument,
  schema: Schema,
  { type, values }: RuntimeValue,
  path: Path,
  types: Types,
): readonly BodyProblem[] {
  if (type !== undefined && !fitsType(type, false, types))
    return [{ kind: 'wrong-type', path, wanted: [...types], got: type }];
  const known = choicesOf(document, schema)?.map(String);
  if (known === undefined) return [];
  return values.filter((one) => !known.includes(one)).map((got) => ({ kind: 'wrong-value', path, got, known }));
}

function checkConstant(
  document: ApiDocument,
  schema: Schema,
  body: string | number | boolean | null,
  path: Path,
  types: Types,
): readonly BodyProblem[] {
  const choices = choicesOf(document, schema);
  if (choices !== undefined && body !== null && !choices.includes(body))
    return [{ kind: 'wrong-value', path, got: String(body), known: choices.map(String) }];
  if (body === null || fitsType(typeof body, typeof body === 'number' && !Number.isInteger(body), types)) return [];
  return [{ kind: 'wrong-type', path, wanted: [...types], got: typeof body }];
}

/** Whether a value of a JSON type may stand where a schema wants one of some types; none: it does not say. */
const fitsType = (type: string, hasFraction: boolean, types: Types) =>
  types.size === 0 || types.has(type) || (type === 'number' && types.has('integer') && !hasFraction);
