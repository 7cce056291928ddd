import { describe, expect, it } from 'vitest';
import { growth, passed, percentile, summary } from './figures';
import type { Tally } from './figures';

const tallyOf = (server: readonly number[], errors: readonly string[] = []): Tally => ({
  latencies: [30, 10, 20],
  errors: [...errors],
  memory: server.map((megabytes, minute) => ({ minute, server: megabytes, sandbox: 100, builder: 100 })),
  busy: 0,
  conversations: 1,
  tabs: 1,
});

describe('a soak', () => {
  it('is passed when memory stays as it was after warming up', () => {
    expect(passed(tallyOf([90, 140, 200, 205, 201, 204]))).toBe(true);
    expect(growth([90, 140, 200, 205, 201, 204])).toEqual({ before: 202.5, after: 202.5, flat: true });
  });

  it('is not passed when memory grows, or when anything went wrong', () => {
    expect(passed(tallyOf([100, 150, 200, 250, 300, 350]))).toBe(false);
    expect(passed(tallyOf([200, 200, 200], ['an answer was wrong']))).toBe(false);
  });

  it('says what was measured', () => {
    expect(percentile([10, 20, 30], 0.5)).toBe(20);
    expect(summary(tallyOf([200, 201, 202], ['an answer was wrong']), 30, 50)).toContain('| errors | 1 |');
  });
});
