import { afterAll, expect, it } from 'vitest';
import { createCoverage } from '../../testing/transcript/coverage';
import { coverageTable, coversEverything } from '../../testing/transcript/coverage-table';
import { playOn } from './played';

/** The dialogs that come with the project. An action that is added is in the table, and may be proven bit by bit. */
const OURS: ReadonlySet<string> = new Set([
  'Get all collections',
  'Get customer details by email',
  'Get order details',
  'Get orders by customer ID',
  'Get product details',
  'Get product variants',
  'Get products by collection',
  'Get products by name',
  'Welcome Task',
  'Main menu',
  'Fallback Task',
]);

const coverage = createCoverage();

playOn('xo10', coverage.add);

it('the conversations walk through every node and every transition', () => {
  const ours = coverage.report().filter(({ dialog }) => OURS.has(dialog));
  expect(ours.map(({ dialog }) => dialog).sort()).toEqual([...OURS].sort());
  expect(coversEverything(ours)).toBe(true);
});

afterAll(() => {
  process.stdout.write(`\n${coverageTable(coverage.report())}\n`);
});
