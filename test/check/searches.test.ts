import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepare } from '../../generator/build';
import { filters } from '../../generator/model/filters';
import { templates } from '../build/specs';
import { baseBot } from './scenario';

const { root, remove } = baseBot();
afterAll(remove);

const file = join(root, 'specs/shop/find-products.yaml');
const spec = readFileSync(file, 'utf8');

/** What is said of a search that a person's words go through this filter into. */
function saidOf(filter: string): string | undefined {
  writeFileSync(file, spec.replace('searchWords("title")', filter));
  return prepare(root, 'shop', templates).diagnostics.find((d) => d.code === 'unsafe-search')?.message;
}

test.each(Object.entries(filters).filter(([, filter]) => filter.for === 'request'))(
  'whether %s makes a search safe is said as it is checked',
  (name, { args }) => {
    const isRefused = saidOf(args.length > 0 ? `${name}("title")` : name) !== undefined;
    expect(saidOf('trim')?.includes(`"${name}"`)).toBe(!isRefused);
  },
);
