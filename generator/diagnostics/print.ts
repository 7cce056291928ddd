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

/** As many findings of one kind are printed; of more it is said how many there are, and in how many files. */
const MOST = 20;

/** Diagnostics as a person reads them, each with the line after it empty; those of all integrations are one list. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: { readonly color: boolean }): string {
  const kinds = new Map<string, Diagnostic[]>();
  const printed = diagnostics.flatMap((one) => {
    const kind = kinds.get(one.code) ?? [];
    kinds.set(one.code, kind);
    return kind.push(one) > MOST ? [] : [printDiagnostic(one, options)];
  });
  const rest = [...kinds].flatMap(([code, all]) => manyMore(code, all.slice(MOST)));
  return [...printed, ...rest].map((one) => `${one}\n`).join('\n');
}

/** What counts the findings of one file has no number of its own. */
function manyMore(code: string, left: readonly Diagnostic[]): readonly string[] {
  if (left.length === 0 || code === 'more-errors' || code === 'more-warnings') return [];
  const files = new Set(left.map(({ place }) => place.path)).size;
  const where = files === 1 ? 'one file' : `${files.toLocaleString('en')} files`;
  return [
    `… and ${left.length.toLocaleString('en')} more of ${code} in ${where}. Mend the first ones, and build again.`,
  ];
}

/** Longest line that a code frame shows whole; a longer one is cut around the place. */
const LONGEST = 160;

/** What could move the cursor, colour the terminal or turn its reading direction around, if a spec brought it. */
const CONTROL = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

function frame(place: Place, p: Position, color: boolean): string {
  const first = Math.max(1, p.line - 1);
  const lines = linesAround(place);
  const line = lines[p.line - first] ?? '';
  if (lines.some((l) => l.length > LONGEST)) {
    const from = Math.max(0, p.column - LONGEST / 2);
    const shown = line.slice(from, from + LONGEST).replace(/\r$/, '');
    return `  ${p.line} | ${shown}\n  ${' '.repeat(String(p.line).length)} | ${' '.repeat(Math.max(0, p.column - 1 - from))}^`;
  }
  const end = p.endLine === p.line ? { line: p.line, column: Math.max(p.column + 1, p.endColumn) } : undefined;
  const location = { start: { line: p.line, column: p.column }, ...(end ? { end } : {}) };
  const options = { startLine: first, linesAbove: 1, linesBelow: 1, highlightCode: false, forceColor: color };
  const text = codeFrameColumns(lines.join('\n'), location, options);
  return text.replace(/^/gm, '  ');
}

/** The line of a place, with one above and one below where there are any. */
function linesAround({ text, start }: Place): readonly string[] {
  const above = text.lastIndexOf('\n', start - 1);
  const from = above <= 0 ? 0 : text.lastIndexOf('\n', above - 1) + 1;
  const below = text.indexOf('\n', start);
  const end = below < 0 ? -1 : text.indexOf('\n', below + 1);
  return text
    .slice(start === 0 ? 0 : from, end < 0 ? undefined : end)
    .replace(CONTROL, '\uFFFD')
    .split('\n');
}

/** A diagnostic for machines; `place` becomes `file`, `line`, `column`, `endLine`, `endColumn`. */
export function jsonDiagnostic(d: Diagnostic): Readonly<Record<string, string | number>> {
  return { file: d.place.path, ...positionOf(d.place), severity: d.severity, code: d.code, message: d.message };
}
