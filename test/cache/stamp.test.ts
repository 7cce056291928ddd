import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptAt, PROGRAM } from '../../kore/cache/files';
import { programStamp } from '../../generator/cache/stamp';

const folder = keptAt(`test-stamp-${process.pid}`);
const stamp = () => programStamp(relative(PROGRAM, folder));
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(() => {
  mkdirSync(join(folder, 'sub'), { recursive: true });
  put('a.ts', 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each<readonly [string, () => void]>([
  ['is longer', () => put('a.ts', 'three')],
  ['was saved again', () => utimesSync(join(folder, 'a.ts'), 1, 1)],
  ['is new', () => put('sub/b.ts', '')],
  ['is gone', () => rmSync(join(folder, 'a.ts'))],
])('the stamp of the program changes when a file of it %s', (_, change) => {
  const before = stamp();
  expect(stamp()).toBe(before);
  change();
  expect(stamp()).not.toBe(before);
});
