import type { YAMLError } from 'yaml';
import type { YamlMistake } from '../diagnostics/yaml-sentences';

/** One mistake of a text that is no YAML, and where it stands. */
export interface Mistake {
  readonly mistake: YamlMistake;
  readonly start: number;
  readonly end: number;
}

/** What is wrong with how far a line is moved in, placed where its words begin; undefined when the error is about something else. */
export function misplacedLine(error: YAMLError, text: string): Mistake | undefined {
  const [offset] = error.pos;
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const margin = marginAt(text, from);
  const start = from + margin.length;
  if (offset > start) return undefined;
  const tab = margin.indexOf('\t');
  if (tab >= 0) return { mistake: 'tab', start: from + tab, end: from + tab + 1 };
  const first = /^\S*?(?=:?\s|:?$)/.exec(text.slice(start, start + 200))?.[0] ?? '';
  const mistake = mistakeOf(error, first, text, start);
  return mistake && { mistake, start, end: start + Math.max(1, first.length) };
}

function mistakeOf({ code, message }: YAMLError, first: string, text: string, start: number): YamlMistake | undefined {
  const { holder, deeper } = above(text, start);
  const isKey = /^[\w-]+$/.test(first) && text[start + first.length] === ':';
  if (message.startsWith('Block scalar') || (OPENS_BLOCK.test(holder) && !isKey)) return 'block';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && first === '-') return deeper.some(isEntry) ? 'entry' : 'list';
  if (message.startsWith('Sequence item without')) return 'columns';
  if (code !== 'BAD_INDENT' || message.startsWith('Flow')) return undefined;
  return /^-./.test(first) ? 'hyphen' : 'columns';
}

const OPENS_BLOCK = /[:-] +[|>][-+\d]*\s*$/;

const isEntry = (line: string) => /^ *-(?: |\r?$)/.test(line);

/** The lines above the one whose words begin at `start`: those moved in further, and before them the one that is not. */
function above(text: string, start: number): { readonly holder: string; readonly deeper: readonly string[] } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(0, from).split('\n').reverse();
  const written = lines.filter((line) => line.trim() !== '');
  const end = written.findIndex((line) => marginAt(line, 0).length <= start - from);
  return { holder: written[end] ?? '', deeper: written.slice(0, end < 0 ? undefined : end) };
}

const marginAt = (text: string, from: number): string => /^[ \t]*/.exec(text.slice(from, from + 1000))?.[0] ?? '';
