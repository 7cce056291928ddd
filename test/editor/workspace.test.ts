import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from '../../editor/workspace';
import { rootWith, templates } from '../build/specs';

const SPEC = 'specs/parcels/find-points.yaml';

test('the same texts are looked at once for one key, and again when a text or the disk may have changed', () => {
  const root = rootWith('parcels');
  let time = 0;
  const { look } = workspace(root, templates, () => time);
  const first = look('parcels', new Map());
  expect(look('parcels', new Map())).toBe(first);
  expect(look('parcels', new Map([[SPEC, 'titel: x\n']])).diagnostics.length).toBeGreaterThan(0);
  expect(look('parcels', new Map()).diagnostics).toEqual([]);
  writeFileSync(join(root, SPEC), 'titel: x\n');
  time += 1000;
  expect(look('parcels', new Map()).diagnostics.length).toBeGreaterThan(0);
});
