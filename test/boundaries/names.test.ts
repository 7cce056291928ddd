import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { floors } from '../../boundaries.json';

const PROJECT = join(__dirname, '..', '..');
const DEFINITION =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) +([A-Za-z_$][\w$]*)/gm;

/** The files that export something under each name; overloads of a function are one definition. */
function definitions(
  sources: Iterable<readonly [file: string, text: string]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [file, text] of sources)
    for (const [, name = ''] of text.matchAll(DEFINITION)) found.set(name, (found.get(name) ?? new Set()).add(file));
  return found;
}

const twice = (found: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...found].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].sort().join(', ')}`);

function* sources(): Generator<readonly [string, string]> {
  for (const folder of Object.keys(floors))
    for (const name of readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts')) yield [`${folder}/${name}`, readFileSync(join(PROJECT, folder, name), 'utf8')];
}

it('no two files export the same name', () => {
  const found = definitions(sources());
  expect(found.size).toBeGreaterThan(1000);
  expect(twice(found)).toEqual([]);
});

it('sees a name that a second file exports, whatever kind of thing it is', () => {
  const planted = definitions([
    ['a.ts', 'export interface Step {}\nexport async function* walk() {}\nexport const one = 1;\nconst inner = 2;'],
    [
      'b.ts',
      'export type Step = string;\nexport function walk() {}\nexport abstract class one {}\nexport const inner = 2;',
    ],
  ]);
  expect(twice(planted)).toEqual(['Step: a.ts, b.ts', 'walk: a.ts, b.ts', 'one: a.ts, b.ts']);
});
