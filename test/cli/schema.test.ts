import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { expect, test } from 'vitest';
import { openSchema, schemaFor } from '../../apis/graphql/schema';
import { schemaCommand } from '../../cli/run/schema';

const introspection = JSON.stringify({
  data: introspectionFromSchema(buildSchema('type Query { shop: Shop } type Shop { name: String! }')),
});

async function made(input: string | Buffer) {
  const output = new PassThrough();
  let err = '';
  const console = {
    color: false,
    out: () => undefined,
    err: (text: string) => void (err += text),
    fail: () => 2 as const,
  };
  const code = await schemaCommand(['2026-10', 'a test'], Readable.from([Buffer.from(input)]), output, console);
  output.end();
  return { code, err, bytes: await buffer(output) };
}

test('an introspection becomes a file that queries are checked against, packed or not', async () => {
  const { code, bytes } = await made(introspection);
  expect(code).toBe(0);
  expect(Object.keys(schemaFor(openSchema(bytes)).getQueryType()?.getFields() ?? {})).toEqual(['shop']);
  expect((await made(gzipSync(introspection))).bytes.equals(bytes)).toBe(true);
});

test.each(['{', '', '{"data":{}}'])('what is none is refused: %j', async (input) => {
  const { code, err, bytes } = await made(input);
  expect([code, bytes.length]).toEqual([1, 0]);
  expect(err).toMatch(/^The input is no introspection: ./);
});
