import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { codeFrameColumns } from '@babel/code-frame';

/** The lines around a place in a file below `root`, as text. Empty when the file cannot be read. */
export async function codeFrame(root: string, file: string, line: number, column: number): Promise<string> {
  const path = resolve(root, file);
  if (!path.startsWith(resolve(root) + sep)) return '';
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return '';
  const place = { start: { line, column } };
  return codeFrameColumns(text, place, { linesAbove: 2, linesBelow: 2, highlightCode: false });
}
