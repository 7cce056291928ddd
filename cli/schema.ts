import { type Command, InvalidArgumentError } from 'commander';
import type { Host } from './host';

/** `npm run schema`. */
export const registerSchema = (cli: Command, { console, end }: Host): Command =>
  cli
    .command('schema')
    .argument('<version>', 'of the API, such as 2026-10', notEmpty)
    .argument('<source>', 'where the introspection is from; it is written into the file', notEmpty)
    .description('cut a GraphQL introspection to the schema file that queries are checked against')
    .addHelpText(
      'after',
      `
Reads the introspection (.json or .json.gz) from the standard input and writes the file to the standard output.

Example:
  npm run --silent schema -- 2026-10 "introspection of 1 October" < admin.json.gz > specs/shopify/schema/2026-10.ndjson.gz`,
    )
    .action(async (version: string, source: string) => {
      const { schemaCommand } = await import('./run/schema.js');
      end(await schemaCommand([version, source], process.stdin, process.stdout, console));
    });

function notEmpty(written: string): string {
  if (written !== '') return written;
  throw new InvalidArgumentError('It is empty.');
}
