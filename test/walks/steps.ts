import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export const read = (path: string) => readFileSync(path, 'utf8');

/** Leaves the first conversation of two actions. */
export function shorten(path: string): void {
  if (!/get-(order-details|all-collections)\.chat$/.test(path)) return rmSync(path);
  const [head = '', first = ''] = readFileSync(path, 'utf8').split(/^(?=== )/m);
  writeFileSync(path, head + first);
}

/** Changes a text of a spec, and gives the new one. */
export function reword(folder: string): string {
  const spec = join(folder, 'specs/shopify/get-order-details.yaml');
  const text = read(spec);
  const [, before = ''] = /^ {4}prompt: (What is the order number\?)/m.exec(text) ?? [];
  writeFileSync(spec, text.replace(before, 'Which order is it?'));
  expect(read(spec)).not.toBe(text);
  return 'Which order is it?';
}

/** Says the new name where the renamed action is named, and removes the thing that names the deleted one. */
export function mend(path: string, line: number): void {
  const lines = read(path).split('\n');
  const written = lines[line - 1] ?? '';
  if (written.includes('get-all-collections'))
    lines[line - 1] = written.replace('get-all-collections', 'browse-all-collections');
  else {
    const indent = written.length - written.trimStart().length;
    const next = lines.findIndex(
      (one, i) => i >= line && one.trim() !== '' && one.length - one.trimStart().length <= indent,
    );
    lines.splice(line - 1, (next < 0 ? lines.length : next) - line + 1);
  }
  writeFileSync(path, lines.join('\n'));
}
