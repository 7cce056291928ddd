import { expect, test } from 'vitest';
import { growthOf, type PatternUse } from '../../../generator/check/pattern/growth';
import { patternProblem } from '../../../generator/check/pattern/problem';

/** How a pattern grows, with the text that shows it. */
const growth = (pattern: string, use: PatternUse) => {
  const found = growthOf(pattern, use);
  if (found === 'linear') return found;
  return 'kind' in found ? `${found.kind} ${JSON.stringify(found.text)}` : found.unproven;
};

test.each<[pattern: string, searched: string, whole: string]>([
  ['', 'linear', 'linear'],
  ['a', 'linear', 'linear'],
  ['a+', 'linear', 'linear'],
  ['a+b', 'polynomial "a"', 'linear'],
  ['a*b', 'polynomial "a"', 'linear'],
  ['a{2,}b', 'polynomial "aa"', 'linear'],
  ['a{0,2}b', 'linear', 'linear'],
  ['\\ba+b', 'linear', 'linear'],
  ['\\Ba+b', 'polynomial "a"', 'linear'],
  ['^a+b', 'linear', 'linear'],
  ['a+$', 'polynomial "a"', 'linear'],
  ['^a+$', 'linear', 'linear'],
  ['a+\\b', 'polynomial "a"', 'linear'],
  ['a+\\B', 'linear', 'linear'],
  ['(a+)+', 'exponential "a"', 'exponential "a"'],
  ['(a+)+b', 'exponential "a"', 'exponential "a"'],
  ['^(a+)+$', 'exponential "a"', 'exponential "a"'],
  ['(a+b)+', 'polynomial "a"', 'linear'],
  ['(a+b)+c', 'polynomial "a"', 'linear'],
  ['(a|b)+c', 'polynomial "a"', 'linear'],
  ['(a|ab)+c', 'polynomial "a"', 'linear'],
  ['(a|a)+c', 'exponential "aa"', 'exponential "aa"'],
  ['(a|a){5}b', 'linear', 'linear'],
  ['(a|a){7}b', 'exponential "aa"', 'exponential "aa"'],
  ['(a?){3}b', 'it repeats something that may be nothing', 'it repeats something that may be nothing'],
  ['(a?){2,}b', 'it repeats something that may be nothing', 'it repeats something that may be nothing'],
  ['(a?)+b', 'polynomial "a"', 'linear'],
  ['(?:a|b?)+c', 'polynomial "a"', 'linear'],
  ['a*a*b', 'polynomial "a"', 'polynomial "a"'],
  ['^a*a*$', 'polynomial "a"', 'polynomial "a"'],
  ['^a*b?a*$', 'polynomial "a"', 'polynomial "a"'],
  ['^a*ba*$', 'linear', 'linear'],
  ['^\\w*\\d*$', 'polynomial "9"', 'polynomial "9"'],
  ['^\\w*-\\d*$', 'linear', 'linear'],
  ['^[a-z]*\\B[a-z]*$', 'polynomial "a"', 'polynomial "a"'],
  ['^[a-z]*\\b[a-z]*$', 'linear', 'linear'],
  ['^a{0,99}a{0,99}$', 'polynomial "a"', 'polynomial "a"'],
  ['^a{0,9}a{0,9}$', 'linear', 'linear'],
  ['^(a{0,9}b?){9}$', 'it repeats something that may be nothing', 'it repeats something that may be nothing'],
  ['a?a?a?a?a?a?a?b', 'linear', 'linear'],
  ['x?x?x?x?x?x?x?y{3}y{3}z', 'linear', 'linear'],
  ['x?x?x?x?x?x?x?y{3,9}y{3,9}z', 'polynomial "yyy"', 'polynomial "yyy"'],
  ['(?=a)b', 'linear', 'linear'],
  ['(?!a)\\w+', 'linear', 'linear'],
  ['(?=a*)b', 'it repeats without an end inside (?=…) or (?!…)', 'it repeats without an end inside (?=…) or (?!…)'],
  ['(?=a+)b', 'it repeats without an end inside (?=…) or (?!…)', 'it repeats without an end inside (?=…) or (?!…)'],
  ['(?=a{2,})b', 'it repeats without an end inside (?=…) or (?!…)', 'it repeats without an end inside (?=…) or (?!…)'],
  ['(?=a{2,3})b', 'linear', 'linear'],
  ['(?<=a)b+', 'linear', 'linear'],
  ['(a)\\1', 'it repeats what a group has found, such as \\1', 'it repeats what a group has found, such as \\1'],
  ['a{400}', 'its repetitions are too many', 'its repetitions are too many'],
  ['a{401}', 'its repetitions are too many', 'its repetitions are too many'],
  ['\\s+$', 'polynomial "\\t"', 'linear'],
  ['[^a]+a', 'polynomial "\\u0000"', 'linear'],
  ['.+', 'linear', 'linear'],
  ['.+x', 'polynomial "\\u0000"', 'linear'],
  ['ß+x', 'polynomial "ß"', 'linear'],
  ['[А-я]+-x', 'polynomial "я"', 'linear'],
  ['\\d+x', 'polynomial "9"', 'linear'],
  ['A+a', 'linear', 'linear'],
])('%s', (pattern, searched, whole) => {
  expect([growth(pattern, 'searched'), growth(pattern, 'whole')]).toEqual([searched, whole]);
});

test.each<[pattern: string, use: PatternUse, problem: string | undefined]>([
  [
    'a+b',
    'searched',
    'a text such as "aaaa…" is read again and again, which takes the square of its length or more. Begin it with \\b, so that it is tried once for each word.',
  ],
  ['a+b', 'whole', undefined],
  [
    'a*a*b',
    'whole',
    'a text such as "aaaa…" is read again and again, which takes the square of its length or more. Give its repetitions an end, as in {1,40}, or something between that tells them apart.',
  ],
  [
    '.*.*x',
    'searched',
    'a text such as "\\u0000\\u0000\\u0000\\u0000…" is read again and again, which takes the square of its length or more. Give its repetitions an end, as in {1,40}, or something between that tells them apart.',
  ],
  [
    '(a+)+b',
    'whole',
    'a text such as "aaaa…" can be read in more ways than can be tried, which takes for ever. A repetition inside a repetition needs something between that tells its parts apart, as in [a-z]+(-[a-z]+)*.',
  ],
  [
    '(a)\\1',
    'whole',
    'it repeats what a group has found, such as \\1, so nobody can say how long it may take. Write it in a simpler way.',
  ],
  ['(', 'whole', 'Unterminated group.'],
  ['a{2,1}', 'whole', 'numbers out of order in {} quantifier.'],
  [
    '\\w+-x',
    'searched',
    'a text such as "aaaa…" is read again and again, which takes the square of its length or more. Begin it with \\b, so that it is tried once for each word.',
  ],
])('%s, %s', (pattern, use, problem) => expect(patternProblem(pattern, use)).toBe(problem));
