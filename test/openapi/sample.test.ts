import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../apis/openapi/document';
import { operationsOf } from '../../apis/openapi/operations';
import { tryOperation } from './try-operation';

/** Parts of real documents; README.md beside them says whose. */
const FOLDER = join(__dirname, 'sample');

const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const document = openDocument(readFileSync(join(FOLDER, name), 'utf8'));
    if ('problem' in document) throw new Error(`${name}: ${document.problem}`);
    return { name, document, operations: operationsOf(document) };
  });

describe.each(documents)('the operations of $name', ({ document, operations }) => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s becomes an action that builds and can be talked to',
    async (_id, operation) => {
      expect(await tryOperation(document, operation)).toEqual({ stage: 'plays', why: '' });
    },
  );
});
