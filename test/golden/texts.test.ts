import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { botOf, built, specsOf } from '../build/specs';
import { readable } from './readable';

/** Two more actions whose scripts and messages are kept to be looked at: a search that comes in pages, and a REST API. */
const KEPT = [
  { id: 'get-products-by-name', integration: 'shopify' },
  { id: 'find-points', integration: 'parcels' },
];

describe.each(KEPT)('$id', ({ id, integration }) => {
  const folder = join(__dirname, id);
  const { dialogComponents } = built(botOf(specsOf(integration)), 'xo10', id).definition;
  const texts = dialogComponents.flatMap((component) => readable(component).texts);

  test.each(texts.map((file) => [file.path, file.text] as const))('%s is as it was looked at', async (path, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, path));
  });

  test('has no golden left from what is no longer built', () => {
    const kept = new Set(texts.map((file) => file.path));
    expect(readdirSync(folder).filter((name) => !kept.has(name))).toEqual([]);
  });
});
