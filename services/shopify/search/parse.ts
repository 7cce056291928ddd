/** What a search says about one term; the keys are those of Shopify's own `extensions.search[].parsed`. */
export type SearchNode =
  | { readonly and: readonly SearchNode[] }
  | { readonly or: readonly SearchNode[] }
  | { readonly not: SearchNode }
  | { readonly all: true }
  | SearchTerm;

/** One term. Without a field name it stands under `default`. */
export interface SearchTerm extends SearchValue {
  readonly field: string;
}

export interface SearchValue {
  readonly match_all?: string;
  readonly match_phrase?: string;
  readonly match_prefix?: string;
  readonly exists?: true;
  /** Keys inferred; Shopify's own spelling was not observed. */
  readonly range?: { readonly op: '<' | '>' | '<=' | '>='; readonly value: string };
}

const COMPARATORS = ['<=', '>=', '<', '>'] as const;

/** A reader over the text of one search. */
interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

/** Deeper parentheses are read as no parentheses. */
const DEEPEST = 100;

/** Nobody searches for more; what stands behind it is not read. */
const LONGEST = 100_000;

/**
 * Reads Shopify's search syntax as leniently as the service does: it never fails. AND binds tighter than OR; an unescaped
 * second colon starts a new, bogus field (both recorded on real stores).
 */
export function parseSearch(written: string): SearchNode {
  const text = written.slice(0, LONGEST);
  const cursor = { text, at: 0, depth: 0 };
  const parts: SearchNode[] = [];
  while (cursor.at < text.length) {
    parts.push(anyOf(cursor));
    if (peek(cursor) === ')') cursor.at++;
  }
  return joined(
    'and',
    parts.filter((part) => !('all' in part)),
  );
}

const peek = (c: Cursor): string => c.text[c.at] ?? '';
const isSpace = (char: string): boolean => /^\s$/.test(char);

function skipSpace(c: Cursor): void {
  while (isSpace(peek(c))) c.at++;
}

/** Whether the operator word `word` stands here on its own. */
function isWord(c: Cursor, word: string): boolean {
  const after = c.text[c.at + word.length] ?? ' ';
  return c.text.startsWith(word, c.at) && (isSpace(after) || after === '(');
}

function joined(kind: 'and' | 'or', parts: readonly SearchNode[]): SearchNode {
  const [only, ...more] = parts;
  if (!only) return { all: true };
  if (more.length === 0) return only;
  return kind === 'and' ? { and: parts } : { or: parts };
}

function anyOf(c: Cursor): SearchNode {
  const parts = [allOf(c)];
  while (isWord(c, 'OR')) {
    c.at += 2;
    parts.push(allOf(c));
  }
  return joined(
    'or',
    parts.filter((part) => !('all' in part)),
  );
}

function allOf(c: Cursor): SearchNode {
  const parts: SearchNode[] = [];
  for (;;) {
    skipSpace(c);
    if (c.at >= c.text.length || peek(c) === ')' || isWord(c, 'OR')) return joined('and', parts);
    if (isWord(c, 'AND')) c.at += 3;
    else parts.push(...term(c));
  }
}

function term(c: Cursor): SearchNode[] {
  let negated = false;
  if (peek(c) === '-') {
    negated = true;
    c.at++;
  } else if (isWord(c, 'NOT')) {
    negated = true;
    c.at += 3;
    skipSpace(c);
  }
  const node = peek(c) === '(' && c.depth < DEEPEST ? group(c) : simple(c);
  if (!node || 'all' in node) return [];
  return [negated ? { not: node } : node];
}

function group(c: Cursor): SearchNode {
  c.at++;
  c.depth++;
  const node = anyOf(c);
  c.depth--;
  skipSpace(c);
  if (peek(c) === ')') c.at++;
  return node;
}

function simple(c: Cursor): SearchTerm | null {
  if (isQuote(c)) return { field: 'default', ...quoted(c) };
  const name = bare(c);
  if (peek(c) === ':') {
    c.at++;
    return { field: name.text, ...fieldValue(c) };
  }
  if (name.raw === '') {
    c.at++; // a stray character
    return null;
  }
  return { field: 'default', ...matchOf(name) };
}

function fieldValue(c: Cursor): SearchValue {
  const op = COMPARATORS.find((sign) => c.text.startsWith(sign, c.at));
  c.at += op?.length ?? 0;
  const value = isQuote(c) ? quoted(c) : matchOf(bare(c));
  return op ? { range: { op, value: value.match_all ?? value.match_phrase ?? value.match_prefix ?? '' } } : value;
}

const isQuote = (c: Cursor): boolean => peek(c) === '"' || peek(c) === "'";

function quoted(c: Cursor): SearchValue {
  const quote = peek(c);
  let text = '';
  for (c.at++; c.at < c.text.length && peek(c) !== quote; c.at++) {
    if (peek(c) === '\\' && c.at + 1 < c.text.length) c.at++;
    text += peek(c);
  }
  c.at++;
  return { match_phrase: text };
}

/** A word up to a space, a colon or a parenthesis; `raw` keeps its backslashes. */
function bare(c: Cursor): { text: string; raw: string } {
  let text = '';
  let raw = '';
  for (; c.at < c.text.length && !isSpace(peek(c)) && !['(', ')', ':'].includes(peek(c)); c.at++) {
    if (peek(c) === '\\' && c.at + 1 < c.text.length) {
      raw += '\\';
      c.at++;
    }
    raw += peek(c);
    text += peek(c);
  }
  return { text, raw };
}

function matchOf({ text, raw }: { text: string; raw: string }): SearchValue {
  if (raw === '*') return { exists: true };
  if (raw.endsWith('*') && !raw.endsWith('\\*')) return { match_prefix: text.slice(0, -1) };
  return { match_all: text };
}
