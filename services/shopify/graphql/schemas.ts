import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { openSchema, schemaFor } from '../../../apis/graphql/schema';

/** The store's own: what a project keeps, changes or deletes below its specs is nothing to it. */
const FOLDER = dirname(createRequire(__filename).resolve('#services/shopify/schema/README.md'));
const ENDING = '.ndjson.gz';

let files: readonly string[] | undefined;
const opened = new Map<string, GraphQLSchema>();

/** Versions whose schema is at hand, oldest first. */
export function schemaVersions(): readonly string[] {
  files ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
  return files;
}

/** The schema that answers for `version`: its own, else the newest before it, else the oldest there is. */
export function servedSchema(version: string): GraphQLSchema {
  const versions = schemaVersions();
  const served = versions.findLast((known) => known <= version) ?? versions[0];
  if (served === undefined) throw new Error(`no schema in ${FOLDER}`);
  const known = opened.get(served);
  if (known) return known;
  const schema = schemaFor(openSchema(readFileSync(join(FOLDER, `${served}${ENDING}`))));
  opened.set(served, schema);
  return schema;
}
