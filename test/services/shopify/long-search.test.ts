import { expect, test } from 'vitest';
import { parseSearch } from '../../../services/shopify/search/parse';

test('of a search without an end only its beginning is read', () => {
  const node = parseSearch('a OR '.repeat(100_000));
  expect('or' in node && node.or).toHaveLength(20_000);
});
