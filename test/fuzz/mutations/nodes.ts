import fc from 'fast-check';
import { type Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { hostileText } from '../hostile';
import type { TextChange } from './text';

/** Keys that objects have of themselves, that YAML or we read in a way of their own, or that are no names. */
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<<',
  '',
  ' ',
  '1',
  '01',
  'a.b',
  '../x',
  'é',
  'then',
];

const nest = (depth: number): unknown =>
  depth === 0 ? 'x' : depth % 2 === 0 ? [nest(depth - 1)] : { a: nest(depth - 1) };

/** Values that stand where something else is expected. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e300, 12345678901234567890n, '', [], {}, [[]], [null]),
  fc.constantFrom('123', '0x1F', 'true', 'null', '2026-10-10', '1e3', '~', 'yes', '.inf', '-.nan'),
  fc.integer({ min: 1, max: 60 }).map(nest),
  fc.constantFrom(100, 1000).map((n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, `v${i}`]))),
  fc.constantFrom(1000).map((n) => Array.from({ length: n }, (_, i) => `words number ${i} stand here`)),
  fc.constantFrom('x'.repeat(100_000), '${order} '.repeat(5_000), '${'.repeat(5_000), '| '.repeat(20_000)),
);

type Path = readonly unknown[];

/** Every place of a document, and whether a key may be added there. */
function placesOf(document: Document.Parsed): readonly Path[] {
  const paths: Path[] = [];
  const walk = (node: unknown, path: Path): void => {
    paths.push(path);
    if (isMap(node)) for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? key.value : key]);
    if (isSeq(node)) node.items.forEach((item, i) => walk(item, [...path, i]));
  };
  walk(document.contents, []);
  return paths;
}

const KINDS = ['set', 'set', 'set', 'delete', 'add', 'rename', 'swap', 'copy', 'wrap', 'alias', 'style'] as const;

/** A change of the tree that a file is: its text stays YAML. */
export const nodeChange: fc.Arbitrary<TextChange> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    at: fc.nat(),
    other: fc.nat(),
    key: fc.oneof(fc.constantFrom(...KEYS), hostileText),
    value,
  })
  .map(({ kind, at, other, key, value }) => (text) => {
    const document = parseDocument(text);
    const places = placesOf(document).slice(1);
    const here = places[at % places.length];
    const there = places[other % places.length];
    if (here === undefined || there === undefined) return text;
    try {
      change(document, kind, { here, there, key, value });
      return document.toString({ lineWidth: 0 });
    } catch {
      // No text says this tree: an alias before its anchor, a key below a scalar.
      return text;
    }
  });

interface Details {
  readonly here: Path;
  readonly there: Path;
  readonly key: string;
  readonly value: unknown;
}

type Change = (document: Document.Parsed, details: Details & { readonly isInMap: boolean }) => void;

const CHANGES: Readonly<Record<(typeof KINDS)[number], Change>> = {
  set: (document, { here, value }) => document.setIn(here, document.createNode(value)),
  delete: (document, { here }) => void document.deleteIn(here),
  wrap: (document, { here, key, value, isInMap }) =>
    document.setIn(here, document.createNode(isInMap ? [value] : { [key]: value })),
  add: (document, { here, key, value, isInMap }) => {
    if (isInMap) document.setIn([...here.slice(0, -1), key], document.createNode(value));
  },
  rename: (document, { here, key, isInMap }) => {
    if (!isInMap) return;
    const node = document.getIn(here, true);
    document.deleteIn(here);
    document.setIn([...here.slice(0, -1), key], node);
  },
  copy: (document, { here, there }) => {
    if (!related(here, there)) document.setIn(here, copyOf(document, document.getIn(there, true)));
  },
  swap: (document, { here, there }) => {
    if (related(here, there)) return;
    const [one, other] = [document.getIn(here, true), document.getIn(there, true)];
    document.setIn(here, copyOf(document, other));
    document.setIn(there, copyOf(document, one));
  },
  alias: (document, { here, there }) => {
    const node = document.getIn(here, true);
    if (!related(here, there) && (isScalar(node) || isMap(node) || isSeq(node)))
      document.setIn(there, document.createAlias(node, 'a'));
  },
  style: (document) => styleAll(document),
};

function change(document: Document.Parsed, kind: (typeof KINDS)[number], details: Details): void {
  const parent = details.here.slice(0, -1);
  CHANGES[kind](document, { ...details, isInMap: parent.length === 0 || isMap(document.getIn(parent, true)) });
}

const related = (one: Path, other: Path) => isInside(one, other) || isInside(other, one);

const isInside = (path: Path, other: Path) => other.every((step, i) => path[i] === step);

const copyOf = (document: Document.Parsed, node: unknown): unknown =>
  node === null || node === undefined ? null : document.createNode(JSON.parse(JSON.stringify(node)));

function styleAll(document: Document.Parsed): void {
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string') node.type = 'QUOTE_DOUBLE';
    },
    Collection: (_, node) => {
      node.flow = true;
    },
  });
}
