import { expect, test } from 'vitest';
import { stand } from './attack';
import { SURFACES } from './surfaces';

test.each(SURFACES)('$name: nothing gets through', { timeout: 240_000 }, async (surface) => {
  const { tried, through } = await stand(surface);
  expect(through).toEqual([]);
  expect(tried).toBeGreaterThan(4);
});
