import { describe, expect, it, test } from 'vitest';
import { createTables, readTables, type TableRequest } from '../../preview/data-tables';

describe('a data table', () => {
  const ask = (more: Partial<TableRequest>, rows: readonly object[] = [{ n: 1 }, { n: 2 }, { n: 3 }]) => {
    const request = {
      table: 't',
      method: 'query',
      operator: 'and',
      expressions: [],
      data: {},
      skip: 0,
      limit: 9,
    } as const;
    return createTables({ t: rows as never }).run({ ...request, ...more }, 0).body as { queryResult: { n: unknown }[] };
  };
  const where = (operand: string, value: string, type = 'number') =>
    ask({ expressions: [{ field: 'n', operand, type, value }] }).queryResult.map(({ n }) => n);

  test.each([
    [['=', '==', 'eq', 'equals', ' Equals To '], [2]],
    [
      ['!=', 'neq', 'not equals'],
      [1, 3],
    ],
    [['>', 'gt'], [3]],
    [
      ['>=', 'gte'],
      [2, 3],
    ],
    [['<', 'lt'], [1]],
    [
      ['<=', 'lte'],
      [1, 2],
    ],
    [['contains', 'cnt', 'like'], [2]],
    [['odd'], []],
  ])('is asked with %j', (operands, found) => {
    for (const operand of operands) expect(where(operand, '2')).toEqual(found);
  });

  it('compares numbers as numbers, texts as texts, and what is not there with nothing', () => {
    expect(where('>', '10', 'string')).toEqual([2, 3]);
    expect(where('>', '10')).toEqual([]);
    expect(ask({ expressions: [{ field: 'x', operand: '!=', type: 'string', value: '1' }] }).queryResult).toEqual([]);
    const both = [1, 3].map((n) => ({ field: 'n', operand: '=', type: 'number', value: String(n) }));
    expect(ask({ expressions: both }).queryResult).toEqual([]);
    expect(ask({ expressions: both, operator: 'or' }).queryResult).toEqual([{ n: 1 }, { n: 3 }]);
  });

  it('is read page by page, and says whether there is more', () => {
    expect(ask({ limit: 2 })).toEqual({ hasMore: true, total: 3, queryResult: [{ n: 1 }, { n: 2 }] });
    expect(ask({ limit: 2, skip: 1 })).toEqual({ hasMore: false, total: 3, queryResult: [{ n: 2 }, { n: 3 }] });
  });

  it('is a list of objects by name, or refused', () => {
    expect(readTables({ t: [{ a: 1 }] })).toEqual({ t: [{ a: 1 }] });
    for (const bad of [null, [], 5, { t: {} }, { t: [1] }, { t: [{}, null] }])
      expect(() => readTables(bad)).toThrow(TypeError);
  });
});
