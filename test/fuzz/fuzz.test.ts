import { expect, test } from 'vitest';
import { fuzzers } from './fuzzers';
import { twinFolders } from './fuzzers/names';

/** Cases of a short walk, and what must come up in it: a walk that meets nothing but refusals proves little. */
const SHORT: Readonly<Record<string, readonly [runs: number, met: readonly string[]]>> = {
  'specs-text': [30, ['built', 'refused']],
  'specs-node': [30, ['built', 'refused']],
  'specs-value': [30, ['built', 'refused']],
  'specs-name': [40, ['built', 'refused', 'folder refused']],
  store: [400, ['answered', 'refused']],
  player: [8, ['say', 'click', 'fault', 'wait']],
  definitions: [25, ['played', 'asked']],
  texts: [16, ['came back', 'refused']],
  scripts: [250, ['rendered']],
  window: [40, ['read in released', 'read in next']],
};

test.each(fuzzers)('$name: nothing is broken on a short walk', async ({ name, walk }) => {
  const [runs = 0, met = []] = SHORT[name] ?? [];
  const rejected: unknown[] = [];
  const note = (reason: unknown) => void rejected.push(reason);
  process.on('unhandledRejection', note);
  const { cases, counts } = await walk({ seed: 2026, runs, milliseconds: 120_000 }).finally(() =>
    process.off('unhandledRejection', note),
  );
  expect(rejected).toEqual([]);
  expect(cases).toBeGreaterThan(0);
  if (cases === runs) expect(Object.keys(counts)).toEqual(expect.arrayContaining([...met]));
});

test('integrations whose names differ in capitals alone are refused', async () => {
  expect(await twinFolders()).toContain('bad-id');
});
