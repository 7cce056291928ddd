import { sample as sampleOf } from 'openapi-sampler';
import type { ApiDocument, Schema } from './document';
import type { ApiResponse, Parameter, RequestBody } from './operations';

/** An example of what a schema describes: the document's own where it has one, else made from types and formats. Always the same. */
export function sampleOfSchema(document: ApiDocument, schema: Schema, use: 'answer' | 'request'): unknown {
  const options = use === 'answer' ? { skipWriteOnly: true } : { skipReadOnly: true };
  try {
    return sampleOf(schema as never, { ...options, maxSampleDepth: 8, quiet: true }, document.root);
  } catch {
    // A schema that refers to itself without end, or to nothing.
    return null;
  }
}

/** An example of an answer's body; undefined when it has none. */
export const sampleAnswer = (document: ApiDocument, { schema, example }: ApiResponse): unknown =>
  example ?? (schema === undefined ? undefined : sampleOfSchema(document, schema, 'answer'));

/** An example of a request's body. */
export const sampleBody = (document: ApiDocument, { schema, example }: RequestBody): unknown =>
  example ?? sampleOfSchema(document, schema, 'request');

/** An example of a parameter's value. */
export const sampleParameter = (document: ApiDocument, { schema, example }: Parameter): unknown =>
  example ?? sampleOfSchema(document, schema, 'request');
