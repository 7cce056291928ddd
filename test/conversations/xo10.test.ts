import { afterAll, expect, it } from 'vitest';
import { createCoverage } from '../../testing/transcript/coverage';
import { coverageTable } from '../../testing/transcript/coverage-table';
import { botOf, PROJECT, SHOP } from '../build/specs';
import { readSpecs } from '../../generator/source/read';
import { everythingIn, kindsOf } from './kinds';
import { playOn } from './played';
import { botBuilder } from './variants';

const coverage = createCoverage();

playOn('xo10', coverage.add);

it('the conversations walk through every kind of node and of transition, whatever the actions are', async () => {
  const [shipped, shop] = await Promise.all(
    [PROJECT, SHOP].map(async (root) => {
      const bot = botOf(readSpecs(root, 'shopify'));
      const everything = everythingIn(await botBuilder(root)({ integration: 'shopify', target: 'xo10' }));
      return { bot, everything };
    }),
  );
  if (!shipped || !shop) throw new Error('no bots');
  // An action that was added may be proven bit by bit: only what the shop has, too, must have been seen.
  const known = kindsOf(shop.bot, shop.everything, shop.everything).all;
  const { all, unseen } = kindsOf(shipped.bot, coverage.report(), shipped.everything);
  expect([...all].filter((kind) => known.has(kind)).length).toBeGreaterThan(40);
  expect([...unseen].filter((kind) => known.has(kind))).toEqual([]);
});

afterAll(() => {
  process.stdout.write(`\n${coverageTable(coverage.report())}\n`);
});
