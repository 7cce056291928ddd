import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTS, perList } from '../../kore/format';
import { print } from '../../generator/package/text';

/** What every real export looks like. */
const formatted = (file: object) => JSON.stringify(file, null, 4);

const entries = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 4 });
const files = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue()), entries, entries, entries)
  .map(([others, dialogs, dialogComponents, sentences]) => ({ ...others, dialogs, dialogComponents, sentences }));

describe('print', () => {
  it('prints any file as exports are formatted, and knows where the entries of its lists stand', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { bytes, entries: found } = print(file);
        expect(bytes.toString('utf8')).toBe(formatted(file));
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
        const joined = print(
          frame,
          perList((key) => kept.flatMap((list) => list[key])),
        ).bytes.toString('utf8');
        expect(joined).toBe(formatted({ ...frame, ...perList((key) => [...one[key], ...other[key]]) }));
      }),
      { numRuns: 50 },
    );
  });
});
