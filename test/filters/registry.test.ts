import { expect, test } from 'vitest';
import { functionOf, isCondition } from '../../generator/compile/scripts/filters';
import { filters, type FilterName } from '../../generator/model/filters';
import { anyInput, NOT_TEXTS } from './hostile';
import { evaluate, filterFiles, sourceOf } from './evaluate';
import fc from 'fast-check';

const names = (Object.keys(filters) as FilterName[]).filter((name) => !isCondition(name));

test('every filter of the registry has a file, and every file is a filter or what money filters share', () => {
  expect([...filterFiles].sort()).toEqual(
    [...new Set([...names.map(functionOf), 'amount', 'amountWritten', 'sum', 'sumPaid', 'stems'])].sort(),
  );
});

test.each(names)('the function of %s is alone in its file', (name) => {
  const defined = [...sourceOf(functionOf(name)).matchAll(/^const (\w+)\s*=/gm)].map((match) => match[1]);
  expect(defined).toEqual([functionOf(name)]);
  expect(evaluate(name)).toBeTypeOf('function');
});

/** Arguments of the right kind, for calling a filter without knowing it. */
const argumentsOf = (name: FilterName): readonly (string | number)[] =>
  filters[name].args.map(
    (arg) => ({ type: 'Order', field: 'title', length: 20, table: 'any', path: 'a.b' })[arg] ?? ', ',
  );

const results: Readonly<Record<'request' | 'response', readonly string[]>> = {
  request: ['string', 'number', 'boolean', 'null', 'undefined'],
  response: ['string'],
};
const kindOf = (value: unknown) => (value === null ? 'null' : typeof value);

test.each(names)('%s never throws on a text and answers something that can be sent or shown', (name) => {
  const filter = evaluate(name);
  fc.assert(
    fc.property(anyInput, (text) => {
      const result = filter(text, ...argumentsOf(name));
      expect([...results[filters[name].for], ...(filters[name].gives === 'list' ? ['object'] : [])]).toContain(
        kindOf(result),
      );
      if (typeof result === 'number') expect(Number.isFinite(result)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each(names)('%s never throws on what is no text', (name) => {
  for (const value of NOT_TEXTS) {
    expect(() => evaluate(name)(value, ...argumentsOf(name))).not.toThrow();
  }
});
