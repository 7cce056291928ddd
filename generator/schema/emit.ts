import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { emittedSchemas } from './emitted';

/** The texts of the schema files, by name. */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const texts = Object.entries(emittedSchemas()).map(
    async ([name, schema]) =>
      [name, await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 })] as const,
  );
  return new Map(await Promise.all(texts));
}

async function main(): Promise<void> {
  for (const [name, text] of await schemaFiles()) writeFileSync(join(__dirname, name), text);
}

if (require.main === module) void main();
