/** The text of an export's file. */
export type Print = (file: object) => Buffer;

/**
 * Prints files as every real export is formatted: four spaces, no line end at the end. An entry of one of a file's lists
 * is turned into text once, however many files it stands in; so it must not be changed.
 */
export function printer(): Print {
  const printed = new WeakMap<object, Buffer>();
  return (file) => {
    const { add, size, text } = growing();
    const fresh: { readonly entry: object; readonly start: number; readonly end: number }[] = [];
    const addEntry = (entry: object) => {
      const known = printed.get(entry);
      if (known) return void add(known);
      const start = size();
      add(indented(entry, 2));
      fresh.push({ entry, start, end: size() });
    };
    Object.entries(file).forEach(([key, value], i) => {
      add(`${i === 0 ? '{' : ','}\n    ${JSON.stringify(key)}: `);
      if (!isListOfObjects(value)) return void add(indented(value, 1));
      value.forEach((entry, n) => {
        add(n === 0 ? '[\n        ' : ',\n        ');
        addEntry(entry);
      });
      add('\n    ]');
    });
    add('\n}');
    const whole = text();
    for (const { entry, start, end } of fresh) printed.set(entry, whole.subarray(start, end));
    return whole;
  };
}

/** A text that grows in place. (Pieces that are put together at the end would be in memory twice, and so would a string.) */
function growing() {
  let bytes = Buffer.allocUnsafe(FIRST_SIZE);
  let used = 0;
  return {
    add: (text: string | Buffer): void => {
      const length = typeof text === 'string' ? Buffer.byteLength(text) : text.length;
      if (used + length > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(used + length, 2 * bytes.length));
        bytes.copy(larger, 0, 0, used);
        bytes = larger;
      }
      if (typeof text === 'string') bytes.write(text, used);
      else text.copy(bytes, used);
      used += length;
    },
    size: () => used,
    text: () => bytes.subarray(0, used),
  };
}

/** Bytes: most actions fit. */
const FIRST_SIZE = 2 ** 17;

/** A value as it stands one or two levels deep: printed inside as many lists, whose own lines are cut off. */
function indented(value: unknown, depth: 1 | 2): string {
  return depth === 1
    ? JSON.stringify([value], null, 4).slice('[\n    '.length, -'\n]'.length)
    : JSON.stringify([[value]], null, 4).slice('[\n    [\n        '.length, -'\n    ]\n]'.length);
}

const isListOfObjects = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null);
