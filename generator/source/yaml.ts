import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Place, Report } from '../diagnostics/diagnostic';
import { insideScalar } from './inside-scalar';
import { mergeMarker, reportOddCharacters } from './odd-characters';
import { secretsIn } from './secrets';
import { isPlain, reportLostText, reportYamlErrors, twins } from './yaml-problems';

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

/** Stops a file that was meant to hurt, when nobody says how large it may be. */
const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 40;

/**
 * Reads one YAML file; problems are reported with their place and `undefined` is returned. Anchors are refused: a spec is
 * read by people. What looks like a credential is reported wherever it stands, also in a comment and in a broken file.
 */
export function parseYaml(path: string, text: string, report: Report, most = MOST_CHARACTERS): YamlFile | undefined {
  // The parser may point behind the text: to what is missing there.
  const within = (offset: number) => Math.min(offset, text.length);
  const whole = (start: number, end: number): Place => ({ path, text, start: within(start), end: within(end) });
  if (text.length > most) {
    const place = { path, text: text.slice(0, 80), start: 0, end: 0 };
    return void report(place, 'file-too-large', text.length, most);
  }
  const marker = mergeMarker(text);
  if (marker) return void report(whole(marker.start, marker.end), 'merge-conflict');
  const isOdd = reportOddCharacters(text, whole, report);
  const document = documentOf(text);
  for (const { what, start, end } of secretsIn(text, document)) report(whole(start, end), 'looks-like-secret', what);
  if (document.errors.length > 0 || twins(document).length > 0)
    return isOdd ? undefined : void reportYamlErrors(document, text, whole, report);
  if (!isPlain(document, text, DEEPEST, whole, report)) return undefined;
  reportLostText(document, text, whole, report);
  return yamlFile(path, text, document.toJS({ maxAliasCount: 0 }), new Map());
}

/** From and to: offsets in a text. */
export type Range = readonly [start: number, end: number];

/** The places that were looked up in a file, by what was asked. */
const lookedUp = new WeakMap<YamlFile, ReadonlyMap<string, Range>>();

/** What was looked up in a file so far: whoever reads the same text again need not parse it for that. */
export const placesFound = (file: YamlFile): ReadonlyMap<string, Range> => lookedUp.get(file) ?? new Map();

/** A file whose text was understood before, and what was looked up in it then. */
export function yamlFile(path: string, text: string, data: unknown, found: Map<string, Range>): YamlFile {
  const file = { path, text, data, ...placesIn(path, text, found) };
  lookedUp.set(file, found);
  return file;
}

const documentOf = (text: string) =>
  parseDocument(text, { uniqueKeys: false, prettyErrors: false, stringKeys: true, logLevel: 'error' });

/**
 * Places in a text that is YAML. The parsed text is 25 times as large as the text and is kept only as long as there is memory: it
 * is parsed again when somebody looks where a place is, so places that are handed around cost nothing.
 */
function placesIn(path: string, text: string, found: Map<string, Range>): Pick<YamlFile, 'at' | 'keyAt' | 'within'> {
  let parsed: WeakRef<Document.Parsed> | undefined;
  const parsedAgain = (): Document.Parsed => {
    const known = parsed?.deref();
    if (known) return known;
    const document = documentOf(text);
    parsed = new WeakRef(document);
    return document;
  };
  const lazily = (asked: readonly unknown[], find: (document: Document.Parsed) => Range): Place => {
    const range = (): Range => {
      const key = JSON.stringify(asked);
      const [start, end] = found.get(key) ?? find(parsedAgain());
      // The parser may point behind the text: to what is missing there.
      const place: Range = [Math.min(start, text.length), Math.min(end, text.length)];
      found.set(key, place);
      return place;
    };
    let known: Range | undefined;
    return {
      path,
      text,
      get start() {
        return (known ??= range())[0];
      },
      get end() {
        return (known ??= range())[1];
      },
    };
  };
  return {
    at: (p) => lazily(['at', ...p], (document) => rangeOf(nodeAt(document, p))),
    keyAt: (p) =>
      lazily(['key', ...p], (document) => {
        const key = keyNode(document, p);
        const [start] = rangeOf(nodeAt(document, p));
        return key ? rangeOf(key) : [start, start];
      }),
    within: (p, offset, length) =>
      lazily(['within', offset, length, ...p], (document) => {
        const node = nodeAt(document, p);
        const [start] = rangeOf(node);
        if (!isScalar(node)) return [start, start + length];
        const inside = insideScalar(text, node, offset, length);
        return [inside.start, inside.end];
      }),
  };
}

const rangeOf = ({ range }: Node): Range => [range?.[0] ?? 0, range?.[1] ?? 0];

function nodeAt(document: Document.Parsed, path: Path): Node {
  let node: unknown = document.contents;
  for (const step of path) {
    const below = isMap(node) ? pairsOf(node).get(step)?.value : isSeq(node) ? node.items[Number(step)] : undefined;
    if (below === undefined || below === null) break;
    node = below;
  }
  return (node ?? { range: [0, 0, 0] }) as Node;
}

function keyNode(document: Document.Parsed, path: Path): Scalar | undefined {
  const parent = nodeAt(document, path.slice(0, -1));
  const key = isMap(parent) ? pairsOf(parent).get(path.at(-1))?.key : undefined;
  return isScalar(key) ? key : undefined;
}

const pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

/** The pairs of a map by their keys, found once: a map may have thousands. */
function pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  const known =
    pairs.get(map) ??
    new Map(map.items.flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair] as const] : [])));
  pairs.set(map, known);
  return known;
}
