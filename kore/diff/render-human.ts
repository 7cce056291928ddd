import pc from 'picocolors';
import type { Diff, TextPart } from './diff';
import { outline, summaryOf } from './outline';
import type { OutlineLine, Section, Sign } from './outline';
import { printable } from '../printable';

/** Unchanged stretches of a word diff longer than this are cut in the middle. */
const LONGEST = 80;

/**
 * The diff for a terminal. With colour, words that go are red and struck through and new ones green; without, they
 * stand in `[-…-]` and `{+…+}`. Control characters in texts never reach the terminal.
 */
export function renderHuman(diff: Diff, options: { readonly color: boolean }): string {
  const sections = outline(diff).map((section) => renderSection(section, options));
  return [...sections, ...(sections.length > 0 ? [''] : []), summaryOf(diff)].join('\n');
}

/** One thing that differs, in the same form. */
export function renderSection(section: Section, options: { readonly color: boolean }): string {
  const colors = pc.createColors(options.color);
  const paint: Readonly<Record<Sign, (text: string) => string>> = {
    '+': colors.green,
    '-': colors.red,
    '~': colors.yellow,
    '=': colors.dim,
    '!': (text) => colors.bold(colors.red(text)),
  };
  const words = (part: TextPart) => {
    const text = printable(part.text);
    if (part.op === 'same') return shorten(text);
    if (options.color) return part.op === 'added' ? colors.green(text) : colors.red(colors.strikethrough(text));
    return part.op === 'added' ? `{+${text}+}` : `[-${text}-]`;
  };
  const print = (line: OutlineLine) => {
    const text = `${line.sign === undefined ? '' : `${line.sign} `}${printable(line.text)}`;
    const painted = line.sign === undefined ? text : paint[line.sign](text);
    return `${'    '.repeat(line.depth)}${painted}${(line.parts ?? []).map(words).join('')}`;
  };
  return [paint[section.sign](`${section.sign} ${printable(section.title)}`), ...section.lines.map(print)].join('\n');
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`;
}
