import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate';

describe('edges of filters', () => {
  it.each(['0x10', '1e5', '1,000', 'Infinity', '--1', ''])('number refuses %j', (value) => {
    expect(evaluate('number')(value)).toBeNull();
  });

  it('truncate keeps a whole last word', () => {
    expect(evaluate('truncate')('blue enamel mug', 12)).toBe('blue enamel…');
    expect(evaluate('truncate')('blue enamel mug', 11)).toBe('blue…');
  });
});
