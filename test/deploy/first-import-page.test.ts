import { expect, test } from 'vitest';
import { reportPage } from '../../deploy/first-import/page';

const change = (i: number) => ({ at: `a.${i}`, kind: 'changed' as const, times: i, before: '1', after: '2' });
const result = (changes: number | undefined) => ({
  id: 'whole-zip',
  mode: 'call',
  question: 'Is it | <taken>?',
  outcome: 'taken',
  words: ['it said `x` | y'],
  statuses: [],
  ...(changes !== undefined && { changes: Array.from({ length: changes }, (_, i) => change(i)) }),
});
const page = (more: object) =>
  reportPage({
    integration: 'shop',
    target: 'xo11',
    when: 'now',
    findings: [],
    results: [],
    apps: [],
    ...more,
  } as never);

test.each([
  [0, undefined],
  [60, undefined],
  [61, '- and 1 more, in the JSON report'],
  [400, '- and 340 more, in the JSON report'],
])('of %i changes sixty are told, and how many more there are', (count, more) => {
  const lines = page({ results: [result(count)] }).split('\n');
  expect(lines).toContain(`### whole-zip: ${count} kinds of change`);
  expect(lines.filter((line) => line.startsWith('- changed'))).toHaveLength(Math.min(count, 60));
  expect(lines.find((line) => line.includes('more, in the JSON'))).toBe(more);
});

test('a page with nothing in it says so, and one that ended early says why', () => {
  const empty = page({});
  for (const said of ['Nothing yet.', 'No app was made.']) expect(empty).toContain(said);
  expect(empty).not.toMatch(/ended early|kinds of change/);
  expect(page({ ended: 'no\nanswer' })).toContain('**The series ended early:** `no answer`');
  expect(page({ apps: [{ id: '1', name: 'Try' }] })).toContain('- delete the app `Try`');
  expect(page({ results: [result(undefined)] })).not.toContain('kinds of change');
});

test('nothing that the platform said is markup, or another column', () => {
  const [row = ''] = page({ results: [{ ...result(undefined), way: 'zip as json' }] })
    .split('\n')
    .filter((line) => line.startsWith('| whole'));
  expect(row).toBe('| whole-zip (zip as json) | ✔ taken | Is it &#124; &#60;taken&#62;? | `it said ˋxˋ ¦ y` |');
  const finding = { question: 'a|b', answer: '*c*', from: [], setting: 'X=1' };
  expect(page({ findings: [finding] })).toContain('| a&#124;b | &#42;c&#42; | `X=1` |');
  expect(page({ findings: [{ ...finding, setting: undefined }] })).toContain('| &#42;c&#42; |  |');
});
