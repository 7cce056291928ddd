import { sample as sampleOf } from 'openapi-sampler';
import { isObject, type ApiDocument, type Schema } from './document';
import type { ApiResponse, Parameter, RequestBody } from './operations';
import { valueLike } from './value-like';

/** An example of what a schema describes: the document's own where it has one, else made from types and formats. Always the same. */
export function sampleOfSchema(document: ApiDocument, schema: Schema, use: 'answer' | 'request'): unknown {
  const options = use === 'answer' ? { skipWriteOnly: true } : { skipReadOnly: true };
  try {
    return withReadableTexts(sampleOf(schema as never, { ...options, maxSampleDepth: 8, quiet: true }, document.root));
  } catch {
    // A schema that refers to itself without end, or to nothing.
    return null;
  }
}

/** What the sampler writes where it knows nothing of a text gives way to something that looks like its field. */
function withReadableTexts(value: unknown, name = ''): unknown {
  if (value === 'string') return valueLike(name) ?? (inWords(name) || value);
  if (Array.isArray(value)) return value.map((one) => withReadableTexts(one, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withReadableTexts(one, key)]));
}

/** `collection_key` → `Collection key`. */
const inWords = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .replace(/^./, (letter) => letter.toUpperCase());

/** An example of an answer's body; undefined when it has none. */
export const sampleAnswer = (document: ApiDocument, { schema, example }: ApiResponse): unknown =>
  example ?? (schema === undefined ? undefined : sampleOfSchema(document, schema, 'answer'));

/** An example of a request's body. */
export const sampleBody = (document: ApiDocument, { schema, example }: RequestBody): unknown =>
  example ?? sampleOfSchema(document, schema, 'request');

/** An example of a parameter's value. */
export const sampleParameter = (document: ApiDocument, { schema, example }: Parameter): unknown =>
  example ?? sampleOfSchema(document, schema, 'request');
