import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { trim, type Introspection } from '../../apis/graphql/trim';
import type { Console } from '../console';

const GZIP_OS_BYTE = 9;
const GZIP_OS_UNKNOWN = 255;

/**
 * Cuts an introspection (JSON, or that in gzip) to the compact schema file that queries are checked against. The same input gives
 * the same bytes. Exit code 0: written to `output`; 1: the input is no introspection.
 */
export async function schemaCommand(
  [version, source]: readonly [version: string, source: string],
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  console: Console,
): Promise<0 | 1> {
  const read = await buffer(input);
  try {
    const json = read[0] === 0x1f && read[1] === 0x8b ? gunzipSync(read) : read;
    const lines = trim(JSON.parse(json.toString('utf8')) as Introspection, { version, source, licence: 'ISC' });
    const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
    bytes[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
    output.write(bytes);
    return 0;
  } catch (error) {
    console.err(`The input is no introspection: ${(error as Error).message}`);
    return 1;
  }
}
