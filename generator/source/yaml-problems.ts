import {
  type Document,
  type ErrorCode,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  visit,
  type YAMLError,
} from 'yaml';
import type { Report } from '../diagnostics/diagnostic';
import type { YamlMistake } from '../diagnostics/yaml-sentences';
import { misplacedLine, type Mistake } from './indentation';

/** Says something about the characters from `start` to `end`. */
type Says = (start: number, end: number) => Parameters<Report>[0];

/**
 * Reports why a text is no YAML, or which keys stand twice. A broken text has one mistake: the first. What a parser finds
 * after it is its echo.
 */
export function reportYamlErrors(document: Document.Parsed, text: string, place: Says, report: Report): void {
  const broken = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const [first] = broken;
  if (first) return reportBroken(first, broken, document, text, place, report);
  const lines = lineOf(text);
  for (const { key, start, other } of twins(document))
    report(place(start, start + key.length), 'duplicate-key', key, lines(other));
}

function reportBroken(
  first: YAMLError,
  all: readonly YAMLError[],
  document: Document.Parsed,
  text: string,
  place: Says,
  report: Report,
): void {
  const [from, to] = first.pos;
  if (first.code === 'RESOURCE_EXHAUSTION') return report(place(from, to), 'yaml-too-deep');
  if (ALIASES.has(first.code)) return report(place(from, to), 'yaml-alias');
  const star = aliasBefore(text, from);
  if (star !== undefined) return report(place(star, from), 'yaml-alias');
  const { mistake, start, end } = mistakeOf(first, all, document, text);
  report(place(start, end), 'yaml-syntax', mistake, first.message);
}

/** Errors of texts that begin with `*` or `&`, whether or not an alias was meant. */
const ALIASES: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['BAD_ALIAS', 'ALIAS_PROPS', 'MULTIPLE_ANCHORS']);

/** Where a value that begins with `*` begins, when a character stands right after its first word. */
function aliasBefore(text: string, offset: number): number | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const found = /[\s[,]\*\S+\s+$/.exec(line);
  return found ? offset - line.length + found.index + 1 : undefined;
}

/** Errors of the parser that mean one mistake each. */
const plainMistakes: Readonly<Partial<Record<ErrorCode, YamlMistake>>> = {
  MULTIPLE_DOCS: 'documents',
  BAD_DQ_ESCAPE: 'escape',
  BAD_SCALAR_START: 'start',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
};

function mistakeOf(error: YAMLError, all: readonly YAMLError[], document: Document.Parsed, text: string): Mistake {
  const [start, end] = error.pos;
  const misplaced = misplacedLine(error, text);
  if (misplaced) return misplaced;
  if (all.some((e) => e.code === 'MULTILINE_IMPLICIT_KEY' && e.pos[0] === start))
    return { mistake: 'deeper', start, end };
  const plain = plainMistakes[error.code];
  if (plain !== undefined) return { mistake: plain, start, end: Math.min(end, start + 3) };
  if (error.code === 'UNEXPECTED_TOKEN') {
    if (text.slice(start - 1, start + 1) === '${') return { mistake: 'placeholder', start: start - 1, end: start + 1 };
    return { mistake: error.message.endsWith('at node end') ? 'after' : 'other', start, end };
  }
  const opened = error.code === 'BAD_INDENT' ? openedBefore(document, start) : undefined;
  if (opened !== undefined) return { mistake: 'bracket', start: opened, end: opened + 1 };
  const quote = error.message.includes('quote') ? quoteBefore(document, start) : undefined;
  return quote === undefined ? { mistake: 'other', start, end } : { mistake: 'quote', start: quote, end: quote + 1 };
}

/** Where the innermost `[` or `{` that holds a character was opened. */
function openedBefore(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Collection: (_key, node) => {
      const [from = 0, to = 0] = node.range ?? [];
      if (node.flow === true && from < offset && offset <= to) found = from;
    },
  });
  return found;
}

/** Where the last quoted text that begins before a character begins. */
function quoteBefore(document: Document.Parsed, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] < offset) found = Math.max(found ?? 0, range[0]);
    },
  });
  return found;
}

interface Twin {
  readonly key: string;
  readonly start: number;
  /** Where the same key stands first. */
  readonly other: number;
}

/**
 * Every key that its map has already. (The parser's own search compares each key with each other key: a file of a hundred
 * thousand keys takes it minutes.)
 */
export function twins(document: Document.Parsed): readonly Twin[] {
  const found: Twin[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const first = new Map<string, number>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const start = key.range?.[0] ?? 0;
        const other = first.get(name);
        if (other === undefined) first.set(name, start);
        else found.push({ key: name, start, other });
      }
    },
  });
  return found;
}

/** The line, from 1 on, of a character. */
function lineOf(text: string): (offset: number) => number {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) counter.addNewLine(at + 1);
  return (offset) => counter.linePos(offset).line;
}

/** What is YAML but has no place in a spec: reports the first of each kind and says whether the document is plain. */
export function isPlain(
  document: Document.Parsed,
  text: string,
  deepest: number,
  place: Says,
  report: Report,
): boolean {
  let plain = true;
  const [tag] = document.warnings;
  if (tag) {
    plain = false;
    report(place(...tag.pos), 'yaml-syntax', 'tag', tag.message);
  }
  visit(document, (_key, node, parents) => {
    const deep = isCollection(node) && parents.length > deepest;
    const odd = isPair(node) ? isMerge(node.key) : isAlias(node) || (isNode(node) && node.anchor !== undefined);
    if (!deep && !odd) return undefined;
    plain = false;
    const [from, to] = rangeOf(isPair(node) ? node.key : node);
    const start = isNode(node) && node.anchor !== undefined ? text.lastIndexOf('&', from) : from;
    report(place(Math.max(0, start), to), deep ? 'yaml-too-deep' : 'yaml-alias');
    return visit.BREAK;
  });
  return plain;
}

/** Text that YAML takes for a comment, such as `#1001` at the end of a line: it would be lost without a word. */
export function reportLostText(document: Document.Parsed, text: string, place: Says, report: Report): void {
  visit(document, {
    Scalar: (_key, { comment, type, range }) => {
      const first = /^[^\s#!]\S*/.exec(comment ?? '')?.[0];
      if (first === undefined || type !== 'PLAIN' || !range) return;
      const start = text.indexOf(`#${first}`, range[1]);
      if (start >= 0) report(place(start, start + first.length + 1), 'lost-text', `#${first}`);
    },
  });
}

const isMerge = (key: unknown) => isScalar(key) && key.value === '<<';

const rangeOf = (node: unknown): readonly [number, number] =>
  isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0];
