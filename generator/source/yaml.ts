import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import type { Place, Report } from '../diagnostics/diagnostic';

/** Keys and indexes that lead from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** A parsed file: its data, and the place of any path in it. */
export interface YamlFile {
  readonly path: string;
  readonly text: string;
  readonly data: unknown;
  /** The value at `path`; of the nearest parent that exists when it does not. */
  at(path: Path): Place;
  /** The key that holds the value at `path`. */
  keyAt(path: Path): Place;
  /** `length` characters from `offset` on *inside* the text at `path`, also in a block of several lines. */
  within(path: Path, offset: number, length: number): Place;
}

/** No spec is near this; it stops a file that was meant to hurt. */
const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 40;

/** Reads one YAML file; problems are reported with their place and `undefined` is returned. Anchors are refused: a spec is read by people. */
export function parseYaml(path: string, text: string, report: Report): YamlFile | undefined {
  const whole = (start: number, end: number): Place => ({ path, text, start, end });
  if (text.length > MOST_CHARACTERS) return void report(whole(0, 0), 'file-too-large', text.length, MOST_CHARACTERS);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  });
  for (const error of document.errors) {
    if (error.code === 'DUPLICATE_KEY') report(whole(...error.pos), 'duplicate-key');
    else report(whole(...error.pos), 'yaml-syntax', error.message);
  }
  if (document.errors.length > 0 || !isPlain(document, whole, report)) return undefined;
  const offsetOf = (p: Path) => nodeAt(document, p).range?.[0] ?? 0;
  return {
    path,
    text,
    data: document.toJS({ maxAliasCount: 0 }),
    at: (p) => {
      const range = nodeAt(document, p).range;
      return whole(range?.[0] ?? 0, range?.[1] ?? 0);
    },
    keyAt: (p) => {
      const range = keyNode(document, p)?.range;
      return range ? whole(range[0], range[1]) : whole(offsetOf(p), offsetOf(p));
    },
    within: (p, offset, length) => {
      const node = nodeAt(document, p);
      const start = isScalar(node) ? insideScalar(text, node, offset) : (node.range?.[0] ?? 0);
      return whole(start, start + length);
    },
  };
}

function isPlain(document: Document.Parsed, whole: (start: number, end: number) => Place, report: Report): boolean {
  let plain = true;
  const refuse = (node: Node, code: 'yaml-alias' | 'yaml-too-deep') => {
    plain = false;
    report(whole(node.range?.[0] ?? 0, node.range?.[1] ?? 0), code);
    return visit.BREAK;
  };
  visit(document, (_key, node, parents) => {
    if (isAlias(node)) return refuse(node, 'yaml-alias');
    if (isCollection(node) && parents.length > DEEPEST) return refuse(node, 'yaml-too-deep');
    return undefined;
  });
  return plain;
}

function nodeAt(document: Document.Parsed, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (node !== undefined && node !== null) return node as Node;
  }
  return (document.contents ?? { range: [0, 0, 0] }) as Node;
}

function keyNode(document: Document.Parsed, path: Path): Scalar | undefined {
  const parent = path.length > 1 ? nodeAt(document, path.slice(0, -1)) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return isScalar(pair?.key) ? pair.key : undefined;
}

/** Where character `offset` of a scalar's value stands in the file. Exact for plain, quoted and `|` text without escapes; near for the rest. */
function insideScalar(text: string, node: Scalar, offset: number): number {
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const value = String(node.value);
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    return insideBlock(text, start, end, value, offset);
  const from = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? start + 1 : start;
  const wanted = value.slice(offset, offset + 12);
  const near = text.indexOf(wanted, from + offset);
  return text.startsWith(wanted, from + offset) || near < 0 || near > end ? Math.min(from + offset, end) : near;
}

function insideBlock(text: string, start: number, end: number, value: string, offset: number): number {
  const before = value.slice(0, offset);
  const row = before.split('\n').length - 1;
  const column = offset - (before.lastIndexOf('\n') + 1);
  let lineStart = text.indexOf('\n', start) + 1;
  const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(text.slice(lineStart, end))?.[1]?.length ?? 0;
  for (let i = 0; i < row; i += 1) lineStart = text.indexOf('\n', lineStart) + 1;
  return Math.min(lineStart + indent + column, end);
}
