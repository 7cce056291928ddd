/**
 * Command: `ts-node generator/graphql/trim-schema.ts <version> <source> < introspection.json[.gz] > <version>.ndjson.gz`
 *
 * Cuts Shopify's introspection to the compact schema file that `schema.ts` reads. The same input gives the same bytes.
 */
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ShopifyIntrospection } from './trim';
import { trim } from './trim';

const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

async function main(version: string | undefined, source: string | undefined): Promise<void> {
  if (!version || !source)
    throw new Error('Usage: trim-schema <version> <source> < introspection.json[.gz] > out.ndjson.gz');
  const input = await buffer(process.stdin);
  const json = input[0] === 0x1f && input[1] === 0x8b ? gunzipSync(input) : input;
  const lines = trim(JSON.parse(json.toString('utf8')) as ShopifyIntrospection, { version, source, licence: 'ISC' });
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  bytes[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
  process.stdout.write(bytes);
}

main(process.argv[2], process.argv[3]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
