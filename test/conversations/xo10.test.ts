import { afterAll, expect, it } from 'vitest';
import { createCoverage } from '../../preview/transcript/coverage';
import { coverageTable, isComplete } from '../../preview/transcript/coverage-table';
import { playOn } from './played';

const coverage = createCoverage();

playOn('xo10', coverage.add);

it('the conversations walk through every node and every transition', () => {
  expect(isComplete(coverage.report())).toBe(true);
});

afterAll(() => {
  process.stdout.write(`\n${coverageTable(coverage.report())}\n`);
});
