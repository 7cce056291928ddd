import type { SpecText } from '../generator/source/read';
import type { CursorContext } from './known';
import type { Pointed } from './pointed';

/** A place in a file below the project; lines and columns count from 0. */
export interface Defined {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where what is pointed at is defined: an action in its file, an input or a field in its action's spec, words in bot.yaml. */
export function definitionOf({ kind, word, of, cursor }: Pointed, context: CursorContext): Defined | undefined {
  const { folder, action } = context;
  const spec = (id: string | undefined) => folder.yaml.find(({ name }) => name === `${id}.yaml`);
  if (kind === 'action') {
    const file = spec(word);
    return file && { path: file.path, line: 0, column: 0 };
  }
  if (kind === 'table') return keyBelow(spec('bot'), 'words', word);
  const file = spec(of ?? action?.id);
  if (kind === 'input') return keyBelow(file, 'inputs', word);
  if (kind !== 'name') return undefined;
  const isTold = cursor.path.includes('reply') && cursor.path.includes('found');
  const [first, second] = isTold ? (['fields', 'inputs'] as const) : (['inputs', 'fields'] as const);
  return keyBelow(file, first, word) ?? keyBelow(file, second, word);
}

/** The first line `word:` that is indented below a block `block:`. */
function keyBelow(file: SpecText | undefined, block: string, word: string): Defined | undefined {
  if (!file) return undefined;
  let depth = Infinity;
  for (const [line, written] of file.text.split(/\r?\n/).entries()) {
    const [, indent, key] = /^( *)([\w-]+):/.exec(written) ?? [];
    if (indent === undefined) continue;
    const isBelow = indent.length > depth;
    if (isBelow && key === word) return { path: file.path, line, column: indent.length };
    if (!isBelow) depth = key === block ? indent.length : Infinity;
  }
  return undefined;
}
