import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { growthOf } from '../../../generator/check/pattern/growth';
import { patternProblem } from '../../../generator/check/pattern/problem';

const kindOf = (pattern: string, use: 'searched' | 'whole' = 'searched') => {
  const growth = growthOf(pattern, use);
  return growth === 'linear' ? growth : 'kind' in growth ? growth.kind : 'unproven';
};

describe('a pattern that takes no more time than the text is long is accepted', () => {
  test.each([
    '[a-z]+(-[a-z]+)*',
    '\\d+(\\.\\d+)?',
    '[A-Z][A-Z0-9-]*[A-Z0-9]',
    '[A-Za-z]+ ?[A-Za-z]*',
    '\\b[a-z]+-\\d+\\b',
    '(?:\\d{3}-?){2}\\d{4}',
    '#?[A-Z]{2,4}\\d{3,10}',
    '\\p{L}+',
    '^\\s*\\d+\\s*$',
    '\\d{6,20}x',
    '(?<!\\d)\\d{5}(?!\\d)',
    'INV-20\\d\\d-[0-9]{4}',
  ])('%s', (pattern) => {
    expect(kindOf(pattern)).toBe('linear');
    expect(patternProblem(pattern, 'searched')).toBeUndefined();
  });

  test.each(['[\\w.+-]+@[\\w-]+\\.[\\w.]+', '[a-z0-9][a-z0-9-]*', '[a-z]+-\\d+'])(
    '%s, held against a whole value',
    (p) => {
      expect(kindOf(p, 'whole')).toBe('linear');
    },
  );
});

describe('a pattern that takes more is refused', () => {
  test.each([
    ['(a|a)*$', 'exponential'],
    ['(a+)+', 'exponential'],
    ['(a*)*b', 'exponential'],
    ['(a|b|ab)*c', 'exponential'],
    ['(\\w|\\d)+!', 'exponential'],
    ['(x+x+)+y', 'exponential'],
    ['(?:[a-z]{1,40}){1,40}x', 'exponential'],
    ['([a-z]+)*\\d', 'exponential'],
    ['((a{1,3}){0,4}){0,4}-', 'exponential'],
    ['(a|a){20}b', 'exponential'],
    ['(?:a+(?:a)+$|a)a', 'polynomial'],
    ['(?:a+b|a)+', 'exponential'],
    ['(?:(?:a|a{1,3})a?){0,4}-+', 'exponential'],
    ['a{0,9}a{0,9}a{0,9}a{0,9}b', 'polynomial'],
    ['.*.*.*x', 'polynomial'],
    ['\\s+$', 'polynomial'],
    ['[a-z]+-\\d+', 'polynomial'],
    ['a*?a*?$', 'polynomial'],
    ['\\w+\\b\\w+!', 'polynomial'],
    ['(\\w+) \\1', 'unproven'],
    ['(?=a+)a+b', 'unproven'],
    ['(a?){30}b', 'unproven'],
    ['(.*a){20}', 'exponential'],
  ])('%s: %s', (pattern, kind) => {
    expect(kindOf(pattern)).toBe(kind);
    expect(patternProblem(pattern, 'searched')).toMatch(/\.$/);
  });

  test('also when it is held against a whole value', () => {
    expect(kindOf('(a|a)*', 'whole')).toBe('exponential');
    expect(kindOf('a*a*', 'whole')).toBe('polynomial');
  });
});

test('a pattern that \\b would mend is told so', () => {
  expect(patternProblem('[a-z]+-\\d+', 'searched')).toContain('Begin it with \\b');
  expect(patternProblem('.*.*x', 'searched')).not.toContain('Begin it with \\b');
});

/** Patterns of few letters: many of them are slow. */
const patterns = fc.letrec<{ readonly whole: string; readonly part: string }>((tie) => ({
  whole: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '[ab]', '\\w', '-', '.', '\\b', '$'),
    fc
      .tuple(fc.constantFrom('a', '[ab]', '\\w', '-'), fc.constantFrom('+', '*', '?', '{1,3}', '{2,}'))
      .map((p) => p.join('')),
    fc.tuple(tie('whole'), fc.constantFrom('+', '*', '?', '{0,4}', '')).map(([p, q]) => `(?:${p})${q === '' ? '' : q}`),
    fc.tuple(tie('whole'), tie('whole')).map(([a, b]) => `(?:${a}|${b})`),
  ),
}));

const isPattern = (source: string) => {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
};

test('no random pattern that is accepted is slow on hostile texts', () => {
  const texts = ['a', 'b', 'ab', 'aab', '-', 'a-', 'ba-'].flatMap((c) => {
    const long = c.repeat(20_000 / c.length);
    return [`${long}\u0000`, `${long}!`, `${long}\n`, `!${long}c`];
  });
  let accepted = 0;
  fc.assert(
    fc.property(patterns.whole.filter(isPattern), (pattern) => {
      if (growthOf(pattern, 'searched') !== 'linear') return;
      accepted += 1;
      // The square of the length would be 400 million steps for each text; a linear matcher needs thousands.
      runInNewContext(
        'const re = new RegExp(pattern); for (const text of texts) re.test(text);',
        { pattern, texts },
        { timeout: 2000 },
      );
    }),
    { numRuns: 600, seed: 4 },
  );
  expect(accepted).toBeGreaterThan(150);
});
