import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../../cli/project-root';
import { temporary } from '../build/specs';

let root = '';
beforeEach(() => {
  root = temporary();
  mkdirSync(join(root, 'specs', 'shop'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a folder below a project is in it, by its integrations or by what a deployment left', () => {
  const below = join(root, 'specs', 'shop');
  expect(projectRoot(below)).toBe(below);
  writeFileSync(join(below, 'bot.yaml'), '');
  expect([root, join(root, 'specs'), below].map(projectRoot)).toEqual([root, root, root]);
  rmSync(join(below, 'bot.yaml'));
  mkdirSync(join(root, '.xo-backup'));
  expect(projectRoot(below)).toBe(root);
});
