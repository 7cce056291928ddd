/** The text of an export's file, in pieces that follow each other. */
export type Print = (file: object) => readonly Buffer[];

/**
 * Prints files as every real export is formatted: four spaces, no line end at the end. An entry of one of a file's lists
 * is turned into text once, however many files it stands in; so it must not be changed.
 */
export function printer(): Print {
  const printed = new WeakMap<object, Buffer>();
  const entry = (value: object): Buffer => {
    const known = printed.get(value) ?? Buffer.from(indented(value, 2));
    printed.set(value, known);
    return known;
  };
  return (file) => {
    const pieces: Buffer[] = [];
    let separator = '{';
    for (const [key, value] of Object.entries(file)) {
      pieces.push(Buffer.from(`${separator}\n    ${JSON.stringify(key)}: `));
      separator = ',';
      if (isListOfObjects(value)) {
        value.forEach((one, i) => pieces.push(i === 0 ? FIRST : NEXT, entry(one)));
        pieces.push(END);
      } else pieces.push(Buffer.from(indented(value, 1)));
    }
    return [...pieces, Buffer.from('\n}')];
  };
}

const FIRST = Buffer.from('[\n        ');
const NEXT = Buffer.from(',\n        ');
const END = Buffer.from('\n    ]');

/** A value as it stands one or two levels deep: printed inside as many lists, whose own lines are cut off. */
function indented(value: unknown, depth: 1 | 2): string {
  return depth === 1
    ? JSON.stringify([value], null, 4).slice('[\n    '.length, -'\n]'.length)
    : JSON.stringify([[value]], null, 4).slice('[\n    [\n        '.length, -'\n    ]\n]'.length);
}

const isListOfObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null);
