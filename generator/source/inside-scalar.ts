import type { Scalar } from 'yaml';

/**
 * Where `length` characters from `offset` on of a scalar's value stand in the file. Exact, except that an escape inside
 * a quoted text makes the end too near, and that what runs over a line break of a folded text ends there.
 */
export function insideScalar(
  text: string,
  node: Scalar,
  offset: number,
  length: number,
): { readonly start: number; readonly end: number } {
  const [start = 0, end = 0] = node.range ?? [];
  const value = String(node.value);
  const stop = (from: number) => ({ start: from, end: Math.min(from + length, end) });
  if (node.type === 'BLOCK_LITERAL') return stop(insideBlock(text, start, end, value, offset));
  // Line ends and escapes are written otherwise than they are read, so whole words are counted instead of characters.
  const word = /^[^\\"'\n]*/.exec(value.slice(offset, offset + Math.max(length, 1)))?.[0] ?? '';
  if (word === '') return stop(Math.min(start + offset, end));
  let found = start - 1;
  for (let at = value.indexOf(word); at >= 0 && at <= offset; at = value.indexOf(word, at + 1)) {
    const next = text.indexOf(word, found + 1);
    if (next < 0 || next >= end) break;
    found = next;
  }
  return stop(Math.max(found, start));
}

function insideBlock(text: string, start: number, end: number, value: string, offset: number): number {
  const before = value.slice(0, offset);
  const row = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  let lineStart = text.indexOf('\n', start) + 1;
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(text.slice(lineStart, end))?.[1]?.length ?? 0;
  for (let i = 0; i < row; i += 1) lineStart = text.indexOf('\n', lineStart) + 1;
  return Math.min(lineStart + indent + column, end);
}
