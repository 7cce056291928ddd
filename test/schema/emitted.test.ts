import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../generator/schema/emit';
import { emittedSchemas } from '../../generator/schema/emitted';
import { PROJECT } from '../build/specs';

const FOLDER = join(PROJECT, 'generator/schema');

test('the schema files are what `npm run schemas` makes of the constructs', async () => {
  const files = await schemaFiles();
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.json'))).toEqual([...files.keys()].sort());
  for (const [name, text] of files) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toBe(text);
});

/** Every schema of a key, with its way; what it refers to is described where it stands. */
function* keysOf(schema: unknown, path: string): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' || key === '$defs')
      for (const [name, one] of Object.entries(value as Record<string, Record<string, unknown>>))
        yield [`${path}.${name}`, one];
    yield* keysOf(value, `${path}.${key}`);
  }
}

test.each(Object.entries(emittedSchemas()))('%s describes every key, and holds no note of ours', (name, schema) => {
  const keys = [...keysOf(schema, name)];
  expect(keys.length).toBeGreaterThan(1);
  const silent = keys.filter(
    ([, key]) => key['$ref'] === undefined && !/\w{3}/.test(JSON.stringify(key['description'] ?? '')),
  );
  expect(silent.map(([path]) => path)).toEqual([]);
  expect(JSON.stringify(schema)).not.toMatch(/"(said|part|about|recursive)":(?!{)/);
});

test('a construct stands in one place', () => {
  const all =
    JSON.stringify(emittedSchemas()['action.schema.json']) + JSON.stringify(emittedSchemas()['bot.schema.json']);
  expect(all).not.toContain('"$defs":');
});
