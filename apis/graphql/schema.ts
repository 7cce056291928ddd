import { gunzipSync } from 'node:zlib';
import type { GraphQLSchema } from 'graphql';
import { LazySchema } from './lazy-schema';
import type { SchemaMeta } from './schema-format';

export type { SchemaMeta } from './schema-format';

/** An opened schema file: its origin, and its types as text, by name. */
export interface SchemaFile {
  readonly meta: SchemaMeta;
  readonly lines: ReadonlyMap<string, string>;
}

/** The schema of Shopify's Admin API has 1.3 MB; what unpacks to more than this was meant to hurt. */
const MOST_BYTES = 64_000_000;

const NAME_START = '{"name":"'.length;

const opened = new WeakMap<Uint8Array, SchemaFile>();

/** Unpacks `<version>.ndjson.gz` (its bytes), the same bytes once. Throws when they are not gzip, not JSON or too large. */
export function openSchema(gz: Uint8Array): SchemaFile {
  const file = opened.get(gz) ?? unpacked(gz);
  opened.set(gz, file);
  return file;
}

function unpacked(gz: Uint8Array): SchemaFile {
  const [first = '', ...lines] = gunzipSync(gz, { maxOutputLength: MOST_BYTES }).toString('utf8').trimEnd().split('\n');
  const named = lines.map((line) => [line.slice(NAME_START, line.indexOf('"', NAME_START)), line] as const);
  return { meta: JSON.parse(first) as SchemaMeta, lines: new Map(named) };
}

const schemas = new WeakMap<SchemaFile, GraphQLSchema>();

/**
 * The whole schema of the file, good for `validate`, `execute` and introspection. It is lazy: a type is read when something
 * asks for it first, so that checking a query costs only the types it touches. One file has one schema, so many queries
 * share what was read.
 *
 * The `extensions` of types, fields, arguments and input fields are `AccessFacts`.
 */
export function schemaFor(file: SchemaFile): GraphQLSchema {
  const schema = schemas.get(file) ?? new LazySchema(file.meta, file.lines);
  schemas.set(file, schema);
  return schema;
}
