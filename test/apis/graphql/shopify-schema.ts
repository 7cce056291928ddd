import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaFile } from '../../../apis/graphql/schema';
import { openSchema } from '../../../apis/graphql/schema';

export const VERSIONS = ['2026-01', '2026-04', '2026-07', '2026-10'];

/** The shipped schema file of a version, opened. */
export function shopifySchema(version = '2026-10'): SchemaFile {
  return openSchema(readFileSync(join(__dirname, '../../../services/shopify/schema', `${version}.ndjson.gz`)));
}

/** The text of one of the operations in `test/fixtures`. */
export function operationText(name: string): string {
  return readFileSync(join(__dirname, '..', '..', 'fixtures', 'operations', `${name}.graphql`), 'utf8');
}
