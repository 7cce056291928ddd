import { filters, type FilterName, type FilterUse } from './filters';

/** A placeholder in a text: `${name | filter("argument")}`. `offset` counts from the start of the text. */
export interface Placeholder {
  readonly name: string;
  readonly filters: readonly FilterUse[];
  readonly offset: number;
  readonly length: number;
}

/** A text with its placeholders taken apart. Parts in reading order; neighbours are never both plain. */
export type Text = readonly (string | Placeholder)[];

/** A word inside a text, from `offset` on. */
export interface Stretch {
  readonly word: string;
  readonly offset: number;
}

/** What is wrong inside a text, and where in it. */
export interface TextProblem {
  readonly code: 'placeholder-syntax' | 'unknown-filter' | 'filter-arguments';
  readonly details: readonly string[];
  readonly offset: number;
  readonly length: number;
}

const PLACEHOLDER = /\$\{([^}\n]*)\}?/g;
const NAME = /^[A-Za-z_]\w*(?:\.\w+)*$/;
const FILTER = /^([A-Za-z]\w*)\s*(?:\((.*)\))?$/s;

/** Takes a text apart; whatever is wrong goes to `problem`, and the rest is still usable. `$${` stands for a plain `${`. */
export function parseText(written: string, problem: (p: TextProblem) => void): Text {
  const parts: (string | Placeholder)[] = [];
  let plainFrom = 0;
  let plain = '';
  for (const match of written.matchAll(PLACEHOLDER)) {
    const offset = match.index;
    plain += written.slice(plainFrom, offset);
    plainFrom = offset + match[0].length;
    if (plain.endsWith('$')) {
      plain = `${plain.slice(0, -1)}${match[0]}`;
      continue;
    }
    if (plain !== '') parts.push(plain);
    plain = '';
    parts.push(parsePlaceholder(match[0], match[1] ?? '', offset, problem));
  }
  plain += written.slice(plainFrom);
  if (plain !== '' || parts.length === 0) parts.push(plain);
  return parts;
}

function parsePlaceholder(
  whole: string,
  inside: string,
  offset: number,
  problem: (p: TextProblem) => void,
): Placeholder {
  const [name = '', ...uses] = splitOutsideQuotes(inside, '|').map((piece) => piece.trim());
  if (!whole.endsWith('}') || !NAME.test(name)) {
    problem({ code: 'placeholder-syntax', details: [whole], offset, length: whole.length });
  }
  return { name, filters: parseFilters(uses, whole, offset, problem), offset, length: whole.length };
}

/** Takes `path | filter | filter("argument")` apart: how a response field is written. */
export function parsePipe(
  written: string,
  problem: (p: TextProblem) => void,
): { readonly path: string; readonly filters: readonly FilterUse[] } {
  const [path = '', ...uses] = splitOutsideQuotes(written, '|').map((piece) => piece.trim());
  return { path, filters: parseFilters(uses, written, 0, problem) };
}

/** Reads the filters of a pipe that stands at `offset`; what is wrong is placed at the filter itself. */
function parseFilters(
  uses: readonly string[],
  whole: string,
  offset: number,
  problem: (p: TextProblem) => void,
): readonly FilterUse[] {
  let from = whole.indexOf('|');
  return uses.flatMap((use) => {
    const start = Math.max(0, whole.indexOf(use, from));
    from = start + use.length;
    const at = (code: TextProblem['code'], length: number, ...details: string[]) =>
      problem({ code, details, offset: offset + start, length: Math.max(1, length) });
    return parseFilter(use, at) ?? [];
  });
}

function parseFilter(
  use: string,
  problem: (code: TextProblem['code'], length: number, ...details: string[]) => void,
): FilterUse | undefined {
  const match = FILTER.exec(use);
  const name = match?.[1] ?? use;
  if (!Object.hasOwn(filters, name)) return void problem('unknown-filter', name.length, name);
  const expected = filters[name as FilterName].args;
  const args = match?.[2] === undefined ? [] : splitOutsideQuotes(match[2], ',').map(parseArgument);
  const needed = expected.filter((a) => !a.endsWith('?')).length;
  if (args.includes(undefined) || args.length < needed || args.length > expected.length) {
    return void problem('filter-arguments', use.length, name, expected.join(', '));
  }
  return { name: name as FilterName, args: args as (string | number)[] };
}

function parseArgument(written: string): string | number | undefined {
  const text = written.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : undefined;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const pieces: string[] = [''];
  let quote = '';
  for (const c of text) {
    if (c === separator && quote === '') pieces.push('');
    else pieces[pieces.length - 1] += c;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
  }
  return pieces;
}

/** The placeholders of a text. */
export const placeholders = (text: Text): readonly Placeholder[] => text.filter((part) => typeof part !== 'string');

/** The plain pieces of a text, without its placeholders. */
export const plainOf = (text: Text): string => text.filter((part) => typeof part === 'string').join('');
