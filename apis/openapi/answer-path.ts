import type { OpenAPIV3_1 } from 'openapi-types';
import { isObject, type ApiDocument, type Schema } from './document';
import { itemsOf, shapeOf, typesOf } from './schemas';

/** What stands at a path of an answer. */
export type AtPath =
  | { readonly schema: Schema }
  /** The document does not say what is there. */
  | 'unknown'
  /** There is no such key: which step is wrong, and what there is in its place. */
  | { readonly step: number; readonly known: readonly string[] };

/** Follows a path such as `['tickets', '0', 'subject']` through the schema of an answer. */
export function answerPath(document: ApiDocument, schema: Schema | undefined, path: readonly string[]): AtPath {
  let at: Schema | undefined = schema;
  for (const [step, name] of path.entries()) {
    if (at === undefined) return 'unknown';
    const next = stepInto(document, at, name);
    if (next === 'unknown') return 'unknown';
    if ('known' in next) return { step, known: next.known };
    at = next.schema;
  }
  return at === undefined ? 'unknown' : { schema: at };
}

function stepInto(
  document: ApiDocument,
  at: Schema,
  name: string,
): { readonly schema: Schema } | 'unknown' | { readonly known: readonly string[] } {
  const items = itemsOf(document, at);
  if (items !== undefined && /^\d+$/.test(name)) return { schema: items };
  const shape = shapeOf(document, at);
  const property = shape?.properties.get(name);
  if (property !== undefined) return { schema: property.schema };
  if (shape !== undefined) return shape.open ? 'unknown' : { known: [...shape.properties.keys()] };
  const plain = document.resolve<OpenAPIV3_1.SchemaObject>(at);
  if (isObject(plain?.additionalProperties)) return { schema: plain.additionalProperties as Schema };
  const types = typesOf(document, at);
  if (types.size === 0 || types.has('object')) return 'unknown';
  return { known: items === undefined ? [] : ['0'] };
}
