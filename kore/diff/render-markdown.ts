import type { Diff, TextPart } from './diff';
import { outline, summaryOf } from './outline';
import type { OutlineLine, Section } from './outline';
import { printable } from '../printable';

/** GitHub takes 65,536 characters in a comment; the rest is left for the words around it. */
const LONGEST = 60_000;

/** The diff as a pull-request comment: a sentence, warnings, then a foldable `diff` block per thing. */
export function renderMarkdown(diff: Diff): string {
  const head = [`### Bot diff: ${inline(diff.after === '' ? 'bot' : diff.after)}`, '', summaryOf(diff)];
  const sections = outline(diff);
  const warnings = sections.filter((s) => s.sign === '!').map((s) => `> **Warning** ${inline(s.title)}`);
  const blocks = sections.filter((s) => s.sign !== '!').map(block);
  const parts = [[...head, ...warnings.flatMap((w) => ['', w])].join('\n')];
  let length = parts[0]?.length ?? 0;
  for (const [i, text] of blocks.entries()) {
    if (length + text.length > LONGEST) {
      parts.push(`… and ${blocks.length - i} more, too long for a comment.`);
      break;
    }
    parts.push(text);
    length += text.length + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

function block(section: Section): string {
  const title = `${section.sign} ${inline(section.title)}`;
  if (section.lines.length === 0) return title;
  const body = section.lines.flatMap(diffLines).join('\n');
  const fence = '`'.repeat(Math.max(3, ...[...body.matchAll(/`+/g)].map((m) => m[0].length + 1)));
  return `<details><summary>${title}</summary>\n\n${fence}diff\n${body}\n${fence}\n\n</details>`;
}

/** A word diff becomes two lines, since the block can only colour whole ones. */
function diffLines(line: OutlineLine): readonly string[] {
  const indent = '  '.repeat(line.depth - 1);
  const text = printable(line.text);
  if (line.parts === undefined) {
    const mark = line.sign === '+' || line.sign === '-' ? line.sign : line.sign === undefined ? ' ' : '!';
    return text.split('\n').map((t) => `${mark} ${indent}${t}`);
  }
  const side = (wanted: TextPart['op']) =>
    printable(
      (line.parts ?? [])
        .filter((p) => p.op === 'same' || p.op === wanted)
        .map((p) => p.text)
        .join(''),
    );
  const versions = [
    ['-', side('removed')],
    ['+', side('added')],
  ] as const;
  return versions.flatMap(([mark, version]) =>
    version === '' ? [] : version.split('\n').map((t) => `${mark} ${indent}${text}${t}`),
  );
}

/** Safe between Markdown and HTML: no tags, no mentions, no links, no emphasis. */
const inline = (text: string) =>
  printable(text)
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_[\]|#])/g, '\\$1')
    .replace(/@/g, '&#64;');
