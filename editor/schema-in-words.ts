import type { ApiDocument, Schema } from '../apis/openapi/document';
import { choicesOf, itemsOf, typesOf } from '../apis/openapi/schemas';

/** A schema of a document, as an author reads it. */
export interface SchemaInWords {
  /** Its JSON types, joined with "or"; empty where the document says nothing. */
  readonly types: string;
  readonly format?: string;
  readonly choices?: readonly unknown[];
  /** All of that in one phrase: `string: low, high`. */
  readonly type: string;
  /** What the document says of it. */
  readonly says?: string;
}

/** Says what a schema allows. */
export function schemaInWords(document: ApiDocument, schema: Schema): SchemaInWords {
  const { description, format } =
    document.resolve<{ readonly description?: string; readonly format?: string }>(schema) ?? {};
  const types = [...typesOf(document, schema)].join(' or ');
  const items = itemsOf(document, schema);
  const of = items ? [...typesOf(document, items)].join(' or ') : '';
  const choices = choicesOf(document, schema);
  const plain = `${types || 'anything'}${of && ` of ${of}`}${format === undefined ? '' : ` (${format})`}`;
  return {
    types,
    ...(format !== undefined && { format }),
    ...(choices !== undefined && { choices }),
    type: choices ? `${plain}: ${choices.map(String).join(', ')}` : plain,
    ...(typeof description === 'string' && { says: description.trim() }),
  };
}
