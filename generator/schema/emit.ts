import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { emittedSchemas } from './emitted';
import { referenceText } from './reference';

/** The texts of the schema files, by name. */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const texts = Object.entries(emittedSchemas()).map(
    async ([name, schema]) =>
      [name, await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 })] as const,
  );
  return new Map(await Promise.all(texts));
}

/** Where the reference of the spec language stands. */
export const REFERENCE = join(__dirname, '..', '..', 'specs', 'README.md');

/** The reference, with its tables made anew. */
export const referenceFile = (): Promise<string> =>
  format(referenceText(readFileSync(REFERENCE, 'utf8')), { parser: 'markdown', printWidth: 120, singleQuote: true });

async function main(): Promise<void> {
  for (const [name, text] of await schemaFiles()) writeFileSync(join(__dirname, name), text);
  writeFileSync(REFERENCE, await referenceFile());
}

if (require.main === module) void main();
