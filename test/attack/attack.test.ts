import { expect, test } from 'vitest';
import { stand } from './attack';
import { SURFACES } from './surfaces';

/** `npm run attack` plays them all. */
const SAMPLE = 3;

test.each(SURFACES)('$name: of a sample nothing gets through', async (surface) => {
  const { tried, through } = await stand(surface, SAMPLE);
  expect(through).toEqual([]);
  expect(tried).toBeGreaterThan(2);
});
