import { codeFrameColumns } from '@babel/code-frame';
import pc from 'picocolors';
import type { Diagnostic, Place } from './diagnostic';

/** A place in the words of an editor: lines and columns count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Resolves offsets to lines and columns. */
export function positionOf(place: Place): Position {
  const start = at(place.text, place.start);
  const end = at(place.text, Math.max(place.start, place.end));
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function at(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** A diagnostic as a person reads it: `file:line:column  severity  code`, the sentence, and the lines around the place. */
export function printDiagnostic(diagnostic: Diagnostic, options: { readonly color: boolean }): string {
  const colors = pc.createColors(options.color);
  const p = positionOf(diagnostic.place);
  const severity = diagnostic.severity === 'error' ? colors.red('error') : colors.yellow('warning');
  const head = `${diagnostic.place.path}:${p.line}:${p.column}  ${severity}  ${colors.dim(diagnostic.code)}`;
  return `${head}\n  ${diagnostic.message}\n${frame(diagnostic.place, p, options.color)}`;
}

/** Longest line that a code frame shows whole; a longer one is cut around the place. */
const LONGEST = 160;

/** What could move the cursor or colour the terminal, if a spec brought it. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

function frame(place: Place, p: Position, color: boolean): string {
  const whole = place.text.replace(CONTROL, '\uFFFD');
  const lines = whole.split('\n');
  const line = lines[p.line - 1] ?? '';
  if (lines.slice(Math.max(0, p.line - 2), p.line + 1).some((l) => l.length > LONGEST)) {
    const from = Math.max(0, p.column - LONGEST / 2);
    const shown = line.slice(from, from + LONGEST).replace(/\r$/, '');
    return `  ${p.line} | ${shown}\n  ${' '.repeat(String(p.line).length)} | ${' '.repeat(Math.max(0, p.column - 1 - from))}^`;
  }
  const end = p.endLine === p.line ? { line: p.line, column: Math.max(p.column + 1, p.endColumn) } : undefined;
  const location = { start: { line: p.line, column: p.column }, ...(end ? { end } : {}) };
  const text = codeFrameColumns(whole, location, {
    linesAbove: 1,
    linesBelow: 1,
    highlightCode: false,
    forceColor: color,
  });
  return text.replace(/^/gm, '  ');
}

/** A diagnostic for machines; `place` becomes `file`, `line`, `column`, `endLine`, `endColumn`. */
export function jsonDiagnostic(d: Diagnostic): Readonly<Record<string, string | number>> {
  return { file: d.place.path, ...positionOf(d.place), severity: d.severity, code: d.code, message: d.message };
}
