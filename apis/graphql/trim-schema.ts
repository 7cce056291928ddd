import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ShopifyIntrospection } from './trim';
import { trim } from './trim';

const HELP = `npm run --silent schema -- VERSION SOURCE < introspection.json[.gz] > VERSION.ndjson.gz

Cuts Shopify's introspection to the compact schema file that queries are checked against. The same input gives the same bytes.
  VERSION   of the Admin API, such as 2026-10
  SOURCE    where the introspection came from; it is written into the file

Examples:
  npm run --silent schema -- 2026-10 '@shopify/dev-mcp 1.16.0' < admin_2026-10.json.gz > specs/shopify/schema/2026-10.ndjson.gz

Exit code 0: done, or this help; 1: the input is no introspection; 2: wrong usage.
`;

const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

async function main([version, source, ...more]: readonly string[]): Promise<void> {
  if (version === '--help' || version === '-h') return void process.stdout.write(HELP);
  if (!version || !source || more.length > 0 || version.startsWith('-')) {
    process.stderr.write(HELP);
    process.exitCode = 2;
    return;
  }
  const input = await buffer(process.stdin);
  const json = input[0] === 0x1f && input[1] === 0x8b ? gunzipSync(input) : input;
  const lines = trim(JSON.parse(json.toString('utf8')) as ShopifyIntrospection, { version, source, licence: 'ISC' });
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  bytes[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
  process.stdout.write(bytes);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
