/** A selection that fits on a line of this length stands on one. */
const WIDTH = 150;

/**
 * A query as a person would fold it: selections that fit stand on one line, and neighbours share lines. Only
 * white space changes. A query with a comment or a block text stays as it is written.
 */
export function foldQuery(query: string): string {
  const text = query.trim();
  if (text.includes('#') || text.includes('"""') || /"[^"\n]*[{}][^"\n]*"/.test(text)) return text;
  const lines = text.split('\n').map((line) => line.trimEnd());
  for (let from = lines.length - 1; from >= 0; from -= 1) {
    if (lines[from]?.endsWith('{')) foldSelection(lines, from);
  }
  return joinFields(lines).join('\n');
}

/** Puts the selection that begins on a line onto it, when nothing inside has lines of its own and it fits. */
function foldSelection(lines: string[], from: number): void {
  const end = lines.findIndex((line, i) => i > from && line.trim() === '}');
  const inside = lines.slice(from + 1, end);
  if (end < 0 || inside.some((line) => line.endsWith('{'))) return;
  const folded = [lines[from] ?? '', ...inside.map((line) => line.trim()), '}'].join(' ');
  if (folded.length <= WIDTH && indentOf(folded) > 0) lines.splice(from, end - from + 1, folded);
}

/** Fields that follow each other, each whole, share a line. */
function joinFields(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const together = last === undefined ? line : `${last} ${line.trim()}`;
    const fits = together.length <= WIDTH && last !== undefined && indentOf(last) === indentOf(line);
    if (fits && isWhole(last) && isWhole(line)) joined[joined.length - 1] = together;
    else joined.push(line);
  }
  return joined;
}

const indentOf = (line: string) => line.length - line.trimStart().length;

const isWhole = (line: string) => /^\s+[^\s}].*[^{]$|^\s+\w$/.test(line);
