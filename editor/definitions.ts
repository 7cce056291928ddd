import type { SpecFolder } from '../generator/source/read';
import type { Pointed } from './offers';

/** A place in a file below the project; lines and columns count from 0. */
export interface Defined {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where what is pointed at is defined: an action in its file, an input or a field in the spec that uses it. */
export function definitionOf({ kind, word }: Pointed, path: string, folder: SpecFolder): Defined | undefined {
  if (kind === 'action') {
    const file = folder.yaml.find(({ name }) => name === `${word}.yaml`);
    return file && { path: file.path, line: 0, column: 0 };
  }
  if (kind !== 'placeholder') return undefined;
  const text = folder.yaml.find((file) => file.path === path)?.text ?? '';
  return keyBelow(text, 'inputs', word, path) ?? keyBelow(text, 'fields', word, path);
}

/** The first line `word:` that is indented below a block `block:`. */
function keyBelow(text: string, block: string, word: string, path: string): Defined | undefined {
  let depth: number | undefined;
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const [, indent = '', key] = /^( *)([\w-]+):/.exec(written) ?? [];
    if (key === undefined) continue;
    if (depth !== undefined && indent.length <= depth) depth = undefined;
    if (depth !== undefined && key === word) return { path, line, column: indent.length };
    if (depth === undefined && key === block) depth = indent.length;
  }
  return undefined;
}
