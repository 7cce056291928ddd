import type { ApiDocument, Schema } from '../apis/openapi/document';
import { itemsOf, shapeOf } from '../apis/openapi/schemas';
import { documentedOf, type CursorContext } from './known';
import type { Completion } from './offer';
import { schemaInWords } from './schema-in-words';

/** The parameters of a query, and the keys of a body, that the service's document has for a request. */
export function documentedKeys(path: readonly string[], context: CursorContext): readonly Completion[] {
  const [request, rest, part, ...below] = path;
  if (request !== 'request' || rest !== 'rest' || (part !== 'query' && part !== 'body')) return [];
  const { document, operation } = documentedOf(context) ?? {};
  if (!document || !operation) return [];
  if (part === 'query')
    return operation.parameters
      .filter((one) => one.in === 'query')
      .map(({ name, schema }) => offered(document, name, schema));
  const schema = below.reduce(
    (at: Schema | undefined, key) => entered(document, at)?.get(key)?.schema,
    operation.body?.schema,
  );
  return [...(entered(document, schema) ?? [])].map(([name, property]) => offered(document, name, property.schema));
}

/** The keys of an object, or of the things of a list. */
const entered = (document: ApiDocument, schema: Schema | undefined) =>
  shapeOf(document, itemsOf(document, schema) ?? schema)?.properties;

function offered(document: ApiDocument, label: string, schema: Schema | undefined): Completion {
  if (schema === undefined) return { label, kind: 'path', says: '' };
  const { type, says } = schemaInWords(document, schema);
  return { label, kind: 'path', says: says === undefined ? type : `${type}. ${says}` };
}
