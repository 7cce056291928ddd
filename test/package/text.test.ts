import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTS, perList } from '../../kore/format';
import { print, printPieces } from '../../generator/package/text';

const read = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as unknown;
const copyOf = (file: object) => JSON.parse(JSON.stringify(file)) as unknown;

const entries = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 4 });
const files = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue()), entries, entries, entries)
  .map(([others, dialogs, dialogComponents, sentences]) => ({ ...others, dialogs, dialogComponents, sentences }));

describe('print', () => {
  it('prints any file, each entry of its lists on a line, and knows where they stand', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { bytes, entries: found } = print(file);
        expect(read(bytes)).toEqual(copyOf(file));
        const lines = bytes.toString('utf8').split('\n');
        for (const key of LISTS)
          for (const entry of file[key]) expect(lines.map((l) => l.replace(/,$/, ''))).toContain(JSON.stringify(entry));
        for (const key of LISTS)
          expect(found[key].map(({ start, end }) => JSON.parse(bytes.toString('utf8', start, end)) as unknown)).toEqual(
            JSON.parse(JSON.stringify(file[key])),
          );
      }),
    );
  });

  it('puts entries that were printed before into another file', () => {
    fc.assert(
      fc.property(files, files, (one, other) => {
        const kept = [one, other].map((file) => {
          const { bytes, entries: found } = print(file);
          return perList((key) => found[key].map(({ start, end }) => bytes.subarray(start, end)));
        });
        const frame = { ...one, ...perList(() => []) };
        const all = perList((key) => kept.flatMap((list) => list[key]));
        const joined = Buffer.concat(printPieces(frame, all));
        expect(read(joined)).toEqual(copyOf({ ...frame, ...perList((key) => [...one[key], ...other[key]]) }));
      }),
      { numRuns: 50 },
    );
  });
});
