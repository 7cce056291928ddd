import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { FIXTURES, rootWith, templates } from './specs';

test('another integration is YAML alone: a JSON API with paths, queries and bodies', async () => {
  const result = await build(FIXTURES, 'parcels', templates);
  expect(inOrder(result.diagnostics).map((d) => `${d.place.path} ${d.code} ${d.message}`)).toEqual([]);
  const zips = result.files
    ?.map((f) => f.path)
    .filter((path) => path.endsWith('.zip') && !path.includes('first-import'));
  expect(zips).toEqual([
    'parcels/actions/book-pickup-xo10.zip',
    'parcels/actions/book-pickup-xo11.zip',
    'parcels/actions/find-points-xo10.zip',
    'parcels/actions/find-points-xo11.zip',
    'parcels-xo10.zip',
    'parcels-xo11.zip',
  ]);
});

test('another action is one YAML file', async () => {
  const root = rootWith('shopify');
  const name = 'get-store-details.yaml';
  copyFileSync(join(FIXTURES, 'specs', 'extra', name), join(root, 'specs', 'shopify', name));
  const result = await build(root, 'shopify', templates);
  expect(result.diagnostics.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([]);
  expect(result.diagnostics.filter((d) => d.place.path.endsWith(name))).toEqual([]);
  expect(result.bot?.actions).toHaveLength(9);
  expect(result.files?.map((f) => f.path)).toContain('shopify/actions/get-store-details-xo11.zip');
});
