import { LISTS, perList, type PerList } from '../../kore/format';

/** The text of a file, and where in it the entries of its lists stand. */
export interface Printed {
  readonly bytes: Buffer;
  readonly entries: PerList<readonly { readonly start: number; readonly end: number }[]>;
}

/**
 * Prints a file: a line for each key, and one for each entry of its lists, so that a comparison of files shows which dialog,
 * component or sentence is another one. (The platform's own exports are indented by four spaces, which doubles them.)
 */
export function print(file: object): Printed {
  const { pieces, marked } = piecesOf(file);
  const { bytes, starts } = joined(pieces);
  const entriesOf = (key: string) => {
    const { first, count } = marked.get(key) ?? { first: 0, count: 0 };
    return Array.from({ length: count }, (_, n) => ({
      start: starts[first + 2 * n] ?? 0,
      end: starts[first + 2 * n + 1] ?? 0,
    }));
  };
  return { bytes, entries: perList(entriesOf) };
}

/** The same file in pieces: `printed` are entries that were printed before, in place of its own, and are not copied. */
export function printPieces<K extends object>(file: object, printed: PerList<readonly K[]>): readonly (Buffer | K)[] {
  const all: (Buffer | K)[] = [];
  let between = '';
  for (const piece of piecesOf(file, printed).pieces) {
    if (typeof piece === 'string') between += piece;
    else {
      all.push(Buffer.from(between), piece);
      between = '';
    }
  }
  return [...all, Buffer.from(between)];
}

/** The text in pieces, and which of them are the entries of a list: every second one from the first. */
function piecesOf<K extends object = never>(file: object, printed?: PerList<readonly K[]>) {
  const pieces: (string | K)[] = [];
  const marked = new Map<string, { readonly first: number; readonly count: number }>();
  Object.entries(file).forEach(([key, value], i) => {
    pieces.push(`${i === 0 ? '{' : ','}\n${JSON.stringify(key)}: `);
    const known = isList(key) ? printed?.[key] : undefined;
    const entries = known ?? (isListOfObjects(value) ? value.map((entry) => JSON.stringify(entry)) : []);
    if (entries.length === 0) return void pieces.push(JSON.stringify(value));
    marked.set(key, { first: pieces.length + 1, count: entries.length });
    entries.forEach((entry, n) => void pieces.push(n === 0 ? '[\n' : ',\n', entry));
    pieces.push('\n]');
  });
  pieces.push(pieces.length === 0 ? '{}' : '\n}');
  return { pieces, marked };
}

/** Pieces one after the other; and where each begins. */
function joined(pieces: readonly string[]) {
  const starts: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    starts.push(size);
    size += Buffer.byteLength(piece);
  }
  const bytes = Buffer.allocUnsafeSlow(size);
  pieces.forEach((piece, i) => void bytes.write(piece, starts[i] ?? 0));
  return { bytes, starts };
}

const isList = (key: string): key is keyof PerList<unknown> => (LISTS as readonly string[]).includes(key);

const isListOfObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null);
