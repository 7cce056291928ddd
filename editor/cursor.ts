/** Where a cursor stands in a YAML text that may be half-written. */
export interface Cursor {
  /** The keys that lead there, lists left out; of a value also its own key. */
  readonly path: readonly string[];
  readonly typing: 'key' | 'value' | 'block';
  /** What stands before the cursor: of the key, of the value, or of the line of a block. */
  readonly written: string;
  /** The text of the block `|` in which the cursor stands, and where in it. */
  readonly block?: { readonly text: string; readonly offset: number };
  /** The whole line, and the column in it. */
  readonly line: string;
  readonly column: number;
}

const KEY = /^([\w.-]+|"[^"]*"|'[^']*')\s*:(?:\s+|$)/;

/** Finds the keys by how far lines are indented, since a text that is being typed is no YAML. Lines and columns count from 0. */
export function cursorAt(text: string, at: { readonly line: number; readonly column: number }): Cursor {
  const lines = text.split(/\r?\n/);
  const line = lines[at.line] ?? '';
  const before = line.slice(0, at.column);
  const depth = line.trim() === '' ? at.column : indentOf(line);
  const above = ancestors(lines, at.line, depth);
  if (above.block !== undefined) {
    const written = before.trimStart();
    const block = blockAt(lines, above.block, at);
    return { path: above.keys, typing: 'block', written, block, line, column: at.column };
  }
  return { ...inLine(before, above.keys), line, column: at.column };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

interface Ancestors {
  readonly keys: readonly string[];
  /** The line of the key whose block of text this is in. */
  readonly block?: number;
}

/** Keys of lines above that are indented less and less. */
function ancestors(lines: readonly string[], from: number, depth: number): Ancestors {
  let keys: string[] = [];
  let block: number | undefined;
  let below = depth;
  for (let i = from - 1; i >= 0 && below > 0; i--) {
    const found = keyOf(lines[i] ?? '');
    if (!found || found.column >= below) continue;
    // What looked like keys so far were lines of its text.
    keys = [found.key, ...(found.isBlock ? [] : keys)];
    if (found.isBlock) block = i;
    below = found.column;
  }
  return { keys, ...(block !== undefined && { block }) };
}

/** The key of a line, where it stands, and whether its value is a block of text. */
function keyOf(line: string): { readonly key: string; readonly column: number; readonly isBlock: boolean } | undefined {
  const column = /^\s*(?:- +)*/.exec(line)?.[0].length ?? 0;
  const found = KEY.exec(line.slice(column));
  if (!found) return undefined;
  const value = line.slice(column + found[0].length);
  return { key: bare(found[1] ?? ''), column, isBlock: /^[|>][-+\d]*\s*(?:#.*)?$/.test(value) };
}

const bare = (key: string): string => key.replace(/^(["'])(.*)\1$/, '$2');

function blockAt(lines: readonly string[], header: number, at: { readonly line: number; readonly column: number }) {
  const first = lines.slice(header + 1).find((line) => line.trim() !== '') ?? '';
  const indent = indentOf(first);
  const ends = lines.findIndex((line, i) => i > header && line.trim() !== '' && indentOf(line) < indent);
  const inside = lines.slice(header + 1, ends < 0 ? undefined : ends).map((line) => line.slice(indent));
  const above = inside.slice(0, at.line - header - 1).reduce((n, line) => n + line.length + 1, 0);
  return { text: inside.join('\n'), offset: above + Math.max(0, at.column - indent) };
}

/** What is typed in the line itself, also inside `{ … }` and `[ … ]`. */
function inLine(before: string, above: readonly string[]): Pick<Cursor, 'path' | 'typing' | 'written'> {
  const path = [...above];
  const [dash = ''] = /^\s*(?:- +)*/.exec(before) ?? [];
  let rest = before.slice(dash.length);
  let typing: Cursor['typing'] = dash.includes('-') ? 'value' : 'key';
  for (;;) {
    const key = KEY.exec(rest);
    if (key) {
      path.push(bare(key[1] ?? ''));
      rest = rest.slice(key[0].length);
      typing = 'value';
    }
    const piece = lastPiece(rest);
    if (piece === undefined) return { path, typing, written: rest };
    typing = rest.startsWith('{') ? 'key' : 'value';
    rest = piece;
  }
}

/** What stands behind the last comma of a bracket that is open at the end of a text; undefined when none is. */
function lastPiece(text: string): string | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  // Brackets in texts and placeholders are none of YAML's.
  const plain = text
    .replace(/\$\{[^}]*\}?/g, (inside) => '_'.repeat(inside.length))
    .replace(/(?<=[\s,:[{])(["']).*?(?:\1|$)/g, (inside) => '_'.repeat(inside.length));
  let start = 1;
  let depth = 0;
  for (const { 0: sign, index } of plain.matchAll(/[[\]{},]/g)) {
    if (sign === ',') start = depth === 1 ? index + 1 : start;
    else depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth === 0) return undefined;
  }
  return text.slice(start).trimStart();
}
