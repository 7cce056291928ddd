import { isObject, type ApiDocument, type Schema } from './document';
import { choicesOf, itemsOf, shapeOf, typesOf } from './schemas';

/** Stands in a body for a value that only a conversation knows. */
export const ASKED = Symbol('asked');

/** A body as a spec writes it: constants, and `ASKED` where an input goes. */
export type BodyTree =
  string | number | boolean | null | typeof ASKED | readonly BodyTree[] | { readonly [key: string]: BodyTree };

/** What is wrong at a path of a body. */
export type BodyProblem = { readonly path: readonly (string | number)[] } & (
  | { readonly kind: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'missing-key'; readonly keys: readonly string[] }
  | { readonly kind: 'wrong-type'; readonly wanted: readonly string[] }
  | { readonly kind: 'wrong-value'; readonly known: readonly string[] }
);

/** Compares a body with its schema. What the schema does not describe is taken for right. */
export function checkBody(
  document: ApiDocument,
  schema: Schema | undefined,
  body: BodyTree,
  path: readonly (string | number)[] = [],
): readonly BodyProblem[] {
  if (schema === undefined || body === ASKED) return [];
  const types = typesOf(document, schema);
  if (Array.isArray(body)) return checkList(document, schema, body as readonly BodyTree[], path, types);
  if (isObject(body)) return checkKeys(document, schema, body, path, types);
  return checkConstant(document, schema, body as string | number | boolean | null, path, types);
}

type Types = ReadonlySet<string>;
type Path = readonly (string | number)[];

function checkList(document: ApiDocument, schema: Schema, body: readonly BodyTree[], path: Path, types: Types) {
  if (types.size > 0 && !types.has('array')) return [{ kind: 'wrong-type', path, wanted: [...types] } as const];
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
  if (types.size > 0 && !types.has('object')) return [{ kind: 'wrong-type', path, wanted: [...types] }];
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

function checkConstant(
  document: ApiDocument,
  schema: Schema,
  body: string | number | boolean | null,
  path: Path,
  types: Types,
): readonly BodyProblem[] {
  const choices = choicesOf(document, schema);
  if (choices !== undefined && body !== null && !choices.includes(body))
    return [{ kind: 'wrong-value', path, known: choices.map(String) }];
  const type = body === null ? 'null' : typeof body;
  const fits =
    types.size === 0 ||
    body === null ||
    types.has(type) ||
    (type === 'number' && types.has('integer') && Number.isInteger(body));
  return fits ? [] : [{ kind: 'wrong-type', path, wanted: [...types] }];
}
